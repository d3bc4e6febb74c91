import type { DecisionSummary, EvaluateRequest, EvaluateResponse, RecordedDecision } from "@evenhand/domain";
import type { DecisionFilter, DecisionRequest } from "./decision.ts";
import { type Sending, send } from "./send.ts";

/** Where the service is, who asks, and how patient the client is. */
export type ClientOptions = {
  /** Where the service is: `https://evenhand.example.org`. */
  readonly baseUrl: string;
  /** A key with the scopes of what is to be done: `evaluate`, `decide`, `decisions:read`. */
  readonly key: string;
  /** How often a request is sent again at most; default 4. */
  readonly retries?: number;
  /** How long one attempt may take, milliseconds; default 15,000. */
  readonly timeoutMs?: number;
  /** Default: the one of the platform. */
  readonly fetch?: typeof globalThis.fetch;
};

/** What other systems do with the service. Everything rejects with an `EvenhandProblem`. */
export type EvenhandClient = {
  /** Decides a case without recording anything. */
  readonly evaluate: (policy: string, request: EvaluateRequest) => Promise<EvaluateResponse>;
  /**
   * Records a decision, once: the idempotency key is made for each call and goes with every further attempt. Give one of
   * your own where the call itself may be made again, after a crash of your system for instance.
   */
  readonly recordDecision: (
    request: DecisionRequest,
    options?: { readonly idempotencyKey?: string },
  ) => Promise<RecordedDecision>;
  /** One decision with its record and its appeals. */
  readonly decision: (id: string) => Promise<RecordedDecision>;
  /** Decisions, the newest first, fetched a page at a time while they are read; `pageSize` is at most 200, by default 50. */
  readonly decisions: (
    filter?: DecisionFilter,
    options?: { readonly pageSize?: number },
  ) => AsyncIterable<DecisionSummary>;
};

/**
 * A client of the service, for Node and browsers.
 *
 * @example
 * const evenhand = createClient({ baseUrl: "http://127.0.0.1:8787", key: "evh_…" });
 * const { outcome } = await evenhand.evaluate("complaint-fines", { case: theCase });
 * const { id } = await evenhand.recordDecision({ policy: "complaint-fines", case: theCase });
 */
export function createClient({
  baseUrl,
  key,
  retries = 4,
  timeoutMs = 15_000,
  fetch = globalThis.fetch,
}: ClientOptions): EvenhandClient {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const sending: Sending = { baseUrl, key, retries, timeoutMs, fetch, pause, chance: Math.random };
  return {
    evaluate: (policy, body) => {
      const path = `/v1/policies/${encodeURIComponent(policy)}/evaluate`;
      return send(sending, { method: "POST", path, body }) as Promise<EvaluateResponse>;
    },
    recordDecision: (body, { idempotencyKey = crypto.randomUUID() } = {}) => {
      const asked = { method: "POST", path: "/v1/decisions", body, idempotencyKey } as const;
      return send(sending, asked) as Promise<RecordedDecision>;
    },
    decision: (id) => {
      const path = `/v1/decisions/${encodeURIComponent(id)}`;
      return send(sending, { method: "GET", path }) as Promise<RecordedDecision>;
    },
    decisions: (filter = {}, { pageSize } = {}) => decisionsOf(sending, { ...filter, limit: pageSize }),
  };
}

type Page = { readonly decisions: readonly DecisionSummary[]; readonly next: string | null };

async function* decisionsOf(
  sending: Sending,
  asked: Readonly<Record<string, string | number | undefined>>,
): AsyncGenerator<DecisionSummary> {
  let cursor: string | undefined;
  do {
    const path = `/v1/decisions${queryOf({ ...asked, cursor })}`;
    const page = (await send(sending, { method: "GET", path })) as Page;
    yield* page.decisions;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

function queryOf(asked: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? "" : `?${query.toString()}`;
}
