import { EvenhandProblem, notReached, problemOf } from "./problem.ts";

/** How requests are sent, and with what. */
export type Sending = {
  readonly fetch: typeof globalThis.fetch;
  readonly baseUrl: string;
  readonly key: string;
  /** How often a request is sent again at most. */
  readonly retries: number;
  /** How long one attempt may take, milliseconds. */
  readonly timeoutMs: number;
  /** Waits, milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** At least 0, less than 1. */
  readonly chance: () => number;
};

type Asked = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
};

/** An answer: what it holds, or why there is none and how long to wait before asking again, milliseconds. */
type Attempt = { readonly value: unknown } | { readonly problem: EvenhandProblem; readonly waitMs?: number };

const FIRST_PAUSE_MS = 200;
const MOST_PAUSE_MS = 60_000;

/**
 * Sends a request, and again where the service was not reached, was too busy, or had the same request in hand already:
 * after what `Retry-After` says, else after about twice the last pause. Whatever is sent again carries the same
 * idempotency key, so it happens once however often it is sent.
 *
 * @throws EvenhandProblem of the last attempt
 */
export async function send(sending: Sending, asked: Asked): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const made = await attemptOnce(sending, asked);
    if ("value" in made) return made.value;
    // Spread, so that many clients that were cut off together do not come back together.
    const waitMs = made.waitMs ?? FIRST_PAUSE_MS * 2 ** attempt * (0.5 + sending.chance());
    const isLast = attempt >= sending.retries || waitMs > MOST_PAUSE_MS;
    if (isLast || !isWorthAnother(made.problem)) throw made.problem;
    await sending.pause(waitMs);
  }
}

const WORTH_ANOTHER: ReadonlySet<number> = new Set([0, 408, 429, 502, 503, 504]);

function isWorthAnother({ status, code }: EvenhandProblem): boolean {
  return WORTH_ANOTHER.has(status) || code === "still-running";
}

async function attemptOnce(sending: Sending, asked: Asked): Promise<Attempt> {
  // By itself: the one of a browser refuses to be called as a method of anything but its window.
  const { fetch } = sending;
  const body = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  try {
    const response = await fetch(new URL(asked.path, sending.baseUrl), {
      method: asked.method,
      headers: headersOf(sending, asked),
      ...body,
      // Neither the key nor a case goes to wherever somebody else points.
      redirect: "error",
      signal: AbortSignal.timeout(sending.timeoutMs),
    });
    if (response.ok) return { value: await response.json() };
    const waitMs = retryAfterMs(response);
    return { problem: await problemOf(response), ...(waitMs === undefined ? {} : { waitMs }) };
  } catch (cause) {
    return { problem: notReached(cause) };
  }
}

function headersOf({ key }: Sending, { body, idempotencyKey }: Asked): Readonly<Record<string, string>> {
  return {
    Authorization: `Bearer ${key}`,
    Accept: "application/json",
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    ...(idempotencyKey === undefined ? {} : { "Idempotency-Key": idempotencyKey }),
  };
}

/** The service gives seconds; the form with a date, which something in between may send, is passed over. */
function retryAfterMs({ headers }: Response): number | undefined {
  const text = headers.get("Retry-After") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) * 1000 : undefined;
}
