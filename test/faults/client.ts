import type { Order } from "./order.ts";

/** An answer that arrived whole. */
export type Reply = {
  readonly status: number;
  readonly text: string;
  /** Of a problem document. */
  readonly code: string | undefined;
  readonly retryAfter: string | null;
};

/** Whom a client talks to, and as whom. */
export type Line = { readonly url: string; readonly key: string };

const MOST_WAITING_MS = 120_000;

/**
 * Sends an order as other systems do.
 *
 * @throws Error where the connection ends before the whole answer arrived: whether it was recorded, the client does not know
 */
export async function sendOrder({ url, key }: Line, order: Order): Promise<Reply> {
  const response = await fetch(`${url}/v1/decisions`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${key}`,
      "Idempotency-Key": order.key,
    },
    body: order.body,
    signal: AbortSignal.timeout(MOST_WAITING_MS),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    code: response.ok ? undefined : codeIn(text),
    retryAfter: response.headers.get("Retry-After"),
  };
}

function codeIn(text: string): string | undefined {
  try {
    const { code } = JSON.parse(text) as { readonly code?: unknown };
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Sends an order until it is answered with something else than that its key is still being worked on. */
export async function sendUntilAnswered(line: Line, order: Order): Promise<Reply> {
  for (;;) {
    const reply = await sendOrder(line, order);
    if (reply.code !== "still-running") return reply;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
