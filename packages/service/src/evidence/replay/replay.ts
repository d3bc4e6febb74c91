import { type DecisionRecord, canonicalJson } from "@evenhand/domain";
import { type MovedCause, type Replay, leafHash, replayer } from "@evenhand/evidence";
import {
  type Db,
  type DecisionToReplay,
  type LedgerEntryRow,
  countDecisionsToReplay,
  decisionsToReplay,
  entriesOfEvents,
  entryOf,
} from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { LedgersBefore } from "./ledgers-before.ts";
import type { ReplayAsked, ReplayStep, ReplayedDecision } from "./replayed.ts";
import { storedSources } from "./stored-sources.ts";

/** So many decisions are read and decided again at a time; others have their turn in between. */
const PAGE = 20;

/**
 * Decides recorded decisions again, in the order in which they were recorded, and says of each whether it comes out as it
 * was recorded: held against the documents, the case and the ledger as they are stored now. Writes nothing.
 *
 * @example
 * for await (const { done, total, replayed } of replay(context, { policyId: "complaint-fines" }))
 *   if (replayed.verdict !== "identical") console.log(`${done} of ${total}`, replayed.decision, replayed.causes);
 */
export async function* replay(
  { store }: Pick<ServiceContext, "store">,
  { evaluators, pause, goesOn: place, ...filter }: ReplayAsked = {},
): AsyncGenerator<ReplayStep> {
  const total = place?.total ?? (await store.read((db) => countDecisionsToReplay(db, filter)));
  const again = new Again(evaluators);
  let { done, after } = place ?? { done: 0, after: 0 };
  for (;;) {
    const page = await store.read((db) => again.page(db, { ...filter, after, limit: PAGE }));
    for (const { sequence, replayed } of page) {
      done += 1;
      after = sequence;
      yield { done, total, after, replayed };
    }
    if (page.length < PAGE) return;
    await pause?.();
  }
}

type Turn = { readonly db: Db; readonly decision: DecisionToReplay };

/** Decides again, keeping what many decisions rest on alike. */
class Again {
  readonly #ledgers = new LedgersBefore();
  readonly #replay: (record: DecisionRecord) => Promise<Replay>;
  /** What is read for the decision that is being decided again; one at a time. */
  #turn: Turn | undefined;

  constructor(evaluators: ReplayAsked["evaluators"]) {
    const sources = {
      ...storedSources(() => this.#now.db),
      ledgerBefore: (record: DecisionRecord) => this.#ledgers.of(this.#now.db, this.#now.decision, record),
    };
    this.#replay = replayer(sources, evaluators === undefined ? {} : { evaluators });
  }

  async page(
    db: Db,
    asked: Parameters<typeof decisionsToReplay>[1],
  ): Promise<readonly { readonly sequence: number; readonly replayed: ReplayedDecision }[]> {
    const decisions = await decisionsToReplay(db, asked);
    const rows = await entriesOfEvents(
      db,
      decisions.map(({ audit_event_id }) => audit_event_id),
    );
    const entries = Map.groupBy(rows, ({ audit_event_id }) => audit_event_id);
    const page = [];
    for (const decision of decisions) {
      this.#turn = { db, decision };
      const replayed = await this.#one(decision, entries.get(decision.audit_event_id) ?? []);
      page.push({ sequence: decision.sequence, replayed: { ...nameOf(decision), ...replayed } });
    }
    this.#turn = undefined;
    return page;
  }

  get #now(): Turn {
    if (!this.#turn) throw new Error("no decision is being decided again");
    return this.#turn;
  }

  async #one(
    { id, body, leaf_hash }: DecisionToReplay,
    entries: readonly LedgerEntryRow[],
  ): Promise<Pick<ReplayedDecision, "verdict" | "causes" | "missing" | "differences">> {
    if (body === null)
      return { verdict: "cannot", causes: [], missing: [{ kind: "record", id }], differences: [] };
    const record = recordOf(body);
    const told = await this.#safely(record);
    const altered = alteredLeaf(body, leaf_hash);
    // What was altered comes out otherwise, and that is not the program's doing.
    const causes = [
      ...altered,
      ...told.causes.filter(({ cause }) => altered.length === 0 || cause !== "engine"),
      ...movedEntries(record, entries),
    ];
    if (told.verdict !== "different") this.#ledgers.learn(record);
    return { ...told, verdict: causes.length > 0 ? "different" : told.verdict, causes };
  }

  /** Where the entries make no ledger any more, that is what moved. */
  async #safely(record: DecisionRecord): Promise<Replay> {
    try {
      return await this.#replay(record);
    } catch (error) {
      const now = error instanceof Error ? error.message : String(error);
      const cause: MovedCause = { cause: "ledger", at: "/ledger/before", recorded: null, now };
      return { verdict: "different", causes: [cause], missing: [], differences: [] };
    }
  }
}

function nameOf({ id, reference, policy_id, policy_version, recorded_at }: DecisionToReplay) {
  return {
    decision: id,
    reference,
    policy: { id: policy_id, version: policy_version },
    recordedAt: new Date(recorded_at).toISOString(),
  };
}

/** INVARIANT: what is no record is told as such by whoever decides it again; here it is only handed on. */
function recordOf(body: string): DecisionRecord {
  try {
    return (JSON.parse(body) as { readonly after: DecisionRecord }).after;
  } catch {
    return {} as DecisionRecord;
  }
}

function alteredLeaf(body: string, leaf: string | null): readonly MovedCause[] {
  if (leaf === null) return [];
  const now = leafHash(body);
  return now === leaf ? [] : [{ cause: "record", at: "", recorded: leaf, now }];
}

/** The entries that the record names must be those that stand in the ledger. */
function movedEntries(record: DecisionRecord, rows: readonly LedgerEntryRow[]): readonly MovedCause[] {
  const recorded: readonly unknown[] = record.ledger?.entries ?? [];
  const now = rows.map((row) => ({ ...entryOf(row), person: row.person }));
  const place = recorded.findIndex((entry, index) => text(entry) !== text(now[index]));
  const at = place === -1 && now.length > recorded.length ? recorded.length : place;
  if (at === -1) return [];
  return [
    {
      cause: "ledger",
      at: `/ledger/entries/${at}`,
      recorded: recorded[at] ?? null,
      now: now[at] ?? null,
    },
  ];
}

function text(value: unknown): string {
  return value === undefined ? "" : canonicalJson(value);
}
