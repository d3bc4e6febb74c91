import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** Stands between a client and a service, and cuts a connection in the worst moment. */
export type CuttingProxy = {
  readonly url: string;
  /** What the service answered on the connections that were cut. */
  readonly withheld: () => string;
  readonly stop: () => Promise<void>;
};

/** Hands bytes on both ways; of the first `cut` connections the client gets not one byte of what is answered. */
export async function cuttingProxy(to: string, { cut }: { readonly cut: number }): Promise<CuttingProxy> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let withheld = "";
  let accepted = 0;
  const server = createServer((client) => {
    accepted += 1;
    const isCut = accepted <= cut;
    const service = connect(Number(port), hostname);
    for (const socket of [client, service]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    client.pipe(service);
    if (!isCut) {
      service.pipe(client);
      return;
    }
    // The answer is heard to its end, so that what it tells of has really been kept.
    service.on("data", (bytes) => {
      withheld += bytes.toString("utf8");
      if (isWhole(withheld)) {
        client.destroy();
        service.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    withheld: () => withheld,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isWhole(answer: string): boolean {
  const [head = "", ...body] = answer.split("\r\n\r\n");
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  if (length !== undefined) return Buffer.byteLength(body.join("\r\n\r\n")) >= Number(length);
  return answer.endsWith("0\r\n\r\n");
}
