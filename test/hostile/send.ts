import { Agent, request } from "node:http";

/** What is sent, as it is: paths and headers are not tidied up on the way, as `fetch` would. */
export type Sent = {
  readonly path: string;
  readonly method?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** From the first byte sent to the last one received, in milliseconds. */
  readonly tookMs: number;
};

/** Longer than anything may take; an answer that takes longer is an error of its own. */
const MOST_MS = 10_000;

const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** The keys of services that were started, by port: every request to one brings its key, unless it brings another. */
const keys = new Map<number, string>();

export function useKey(port: number, key: string): void {
  keys.set(port, key);
}

function withKey(port: number, headers: Sent["headers"] = {}): Readonly<Record<string, string>> {
  const key = keys.get(port);
  return key === undefined ? { ...headers } : { Authorization: `Bearer ${key}`, ...headers };
}

/** Without it Node would send the body of a GET as if it were the next request. */
function lengthOf(body: Sent["body"]): Readonly<Record<string, string>> {
  return body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
}

/**
 * Sends a request and gives the whole answer. A connection that was kept may be closed by the service as idle at the very
 * moment it is taken again; it is asked again then, on another one, as Node's documentation of `reusedSocket` advises.
 */
export function send(port: number, sent: Sent, { mostMs = MOST_MS } = {}): Promise<Answer> {
  const { path, method = "GET", body, headers } = sent;
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { ...withKey(port, headers), ...lengthOf(body) },
        agent,
      },
      (response) => {
        const chunks: Uint8Array[] = [];
        response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            text: Buffer.concat(chunks).toString("utf8"),
            tookMs: performance.now() - startedAt,
          }),
        );
      },
    );
    sending.setTimeout(mostMs, () => sending.destroy(new Error(`no answer in ${mostMs} ms`)));
    sending.on("error", (error: NodeJS.ErrnoException) => {
      if (sending.reusedSocket && error.code === "ECONNRESET") resolve(send(port, sent, { mostMs }));
      else reject(error);
    });
    sending.end(body);
  });
}

/** The address at which a policy decides; the id is put into the path as it is. */
export function evaluation(policy: string, body: string | Uint8Array): Sent {
  return {
    path: `/v1/policies/${policy}/evaluate`,
    method: "POST",
    body,
    headers: { "Content-Type": "application/json" },
  };
}
