import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before a server and gives every request a key of its own: as if the server knew no key again. */
export async function startForgetfulProxy(
  target: string,
): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((request, response) => void passOn(target, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function passOn(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method ?? "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: request.headers.authorization ?? "",
      "Idempotency-Key": randomUUID(),
    },
    body: Buffer.concat(parts),
  });
  response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") ?? "" });
  response.end(await answer.text());
}
