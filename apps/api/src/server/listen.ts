import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { BARE_PROBLEMS, type BareKind, type BareProblem, asHttpText, bareProblem } from "./bare-problem.ts";

/** How long anybody may take, in milliseconds. A client that is slower than this is not waited for. */
export type Patience = {
  readonly headers: number;
  /** For the whole request, its body included. */
  readonly request: number;
  /** Without a byte in either direction; also of a client that does not fetch its answer. */
  readonly idle: number;
  /** For open requests to end once the service is told to stop. */
  readonly stop: number;
};

export const PATIENCE: Patience = { headers: 5_000, request: 15_000, idle: 30_000, stop: 10_000 };

export type ListeningServer = {
  /** Where it listens, with the port it really got: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Accepts nothing more, lets open requests end, and cuts off what has not ended in time. */
  readonly stop: () => Promise<void>;
};

type ListenOptions = {
  readonly host: string;
  readonly port: number;
  readonly surroundings: Surroundings;
  readonly patience?: Patience;
};

/**
 * Serves the app on a real port.
 *
 * @throws Error naming the address, with the cause, where it cannot be listened on
 */
export async function listen(
  app: ApiApp,
  { host, port, surroundings, patience = PATIENCE }: ListenOptions,
): Promise<ListeningServer> {
  const bare: Answer = (kind) => {
    const requestId = surroundings.newRequestId();
    const { code } = BARE_PROBLEMS[kind];
    surroundings.log.info({ requestId, code }, "no request");
    surroundings.metrics?.problemSent(code);
    return bareProblem(kind, { requestId, servedOverHttps: surroundings.servedOverHttps });
  };
  const handle = getRequestListener(app.fetch, {
    hostname: host,
    overrideGlobalObjects: false,
    // It would cut a connection off half a second after the answer, and who is still sending would never get to see it.
    autoCleanupIncoming: false,
    errorHandler: () => {
      const { document, headers, body } = bare("malformed-request");
      return new Response(body, { status: document.status, headers: { ...headers } });
    },
  });
  const server = createServer({ ...timeouts(patience), requireHostHeader: false }, (request, response) => {
    // RFC 9112, 3.2; Node would say so itself, but without a word.
    if (request.headers.host === undefined && request.httpVersion === "1.1")
      refuse(response, bare("malformed-request"));
    else {
      // What is still on its way after an answer is taken off the line, for as long as a request may take.
      response.once("finish", () => request.resume());
      void handle(request, response);
    }
  });
  server.timeout = patience.idle;
  answerWhatIsNoRequest(server, bare);
  await listening(server, { host, port });
  return { url: urlOf(server.address() as AddressInfo), stop: () => stop(server, patience.stop) };
}

type Answer = (kind: BareKind) => BareProblem;

function timeouts(patience: Patience): Parameters<typeof createServer>[0] {
  return {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: 5_000,
    // How often the two above are looked at; by default every half minute, which would be the real limit.
    connectionsCheckingInterval: 500,
  };
}

/** INVARIANT: whatever arrives is answered with a problem document, also where the parser of Node gave up on it. */
function answerWhatIsNoRequest(server: Server, bare: Answer): void {
  const last = new WeakMap<
    Duplex,
    { readonly request: IncomingMessage; readonly response: ServerResponse }
  >();
  const told = new WeakSet<Duplex>();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    last.set(socket, { request, response });
    const forget = (): void => {
      if (last.get(socket)?.response === response) last.delete(socket);
    };
    // One that was answered before it was whole is known for as long as the rest of it is on its way.
    response.once("close", () => (request.complete ? forget() : request.once("end", forget)));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const before = last.get(socket);
    const wentAway = error.code === "ECONNRESET" || !socket.writable;
    // A request that breaks off is told about where its body is read.
    const isTold = error.code === "HPE_INVALID_EOF_STATE" && before !== undefined;
    // Nobody is told twice, who then never sent the rest.
    const isAnswered = before?.response.writableFinished === true && !before.request.complete;
    if (wentAway || isTold || isAnswered) socket.destroy();
    else if (!told.has(socket)) {
      told.add(socket);
      const answer = (): void => end(socket, bare(kindOf(error)));
      // INVARIANT: what comes after a request that is whole is answered after it; answered before, whoever sent both would
      // take a request that is carried out for one that was refused.
      if (before?.request.complete === true) before.response.once("close", answer);
      else answer();
    }
  });
  server.on("connect", (_request: IncomingMessage, socket: Duplex) =>
    end(socket, bare("method-not-allowed")),
  );
  // An expectation we do not know is not a reason to refuse: whoever sent it gets the answer they would get without.
  server.on("checkExpectation", (request, response) => void server.emit("request", request, response));
}

/** What the parser gives of what it could not read. */
type Unread = NodeJS.ErrnoException & { readonly rawPacket?: Uint8Array };

function kindOf({ code, rawPacket }: Unread): BareKind {
  switch (code) {
    case "HPE_INVALID_URL":
      return isEncoded(rawPacket) ? "malformed-request" : "raw-address";
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return "request-timeout";
    case "HPE_HEADER_OVERFLOW":
      return "headers-too-large";
    default:
      return "malformed-request";
  }
}

/** Whether the first line holds only what an address is written with. */
function isEncoded(packet: Uint8Array = new Uint8Array()): boolean {
  const line = packet.subarray(0, packet.indexOf(0x0a));
  return line.every((byte) => byte === 0x0d || (byte > 0x1f && byte < 0x7f));
}

/** In its turn, after whatever came before it on the same connection. */
function refuse(response: ServerResponse, { document, headers, body }: BareProblem): void {
  const length = Buffer.byteLength(body);
  response.writeHead(document.status, { ...headers, "Content-Length": length, Connection: "close" });
  response.end(body);
}

function end(socket: Duplex, problem: BareProblem): void {
  // Somebody who went away meanwhile is no failure of ours.
  socket.on("error", () => socket.destroy());
  socket.end(asHttpText(problem), () => socket.destroy());
}

function listening(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => reject(new Error(`cannot listen on ${host}:${port}`, { cause }));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

/** A connection that is kept alive turns idle only when its request ends, so the idle ones are closed again and again. */
async function stop(server: Server, atMost: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), atMost);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(cut);
}
