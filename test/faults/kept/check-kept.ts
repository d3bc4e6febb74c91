import { canonicalJson } from "@evenhand/domain";
import type { Db, Store } from "@evenhand/store";
import { ledgerBreaks } from "./ledger-breaks.ts";
import { type Kept, type KeptDecision, keptDecisions, openKept, readKept } from "./read-kept.ts";
import { type Answer, type Sent, digestOf } from "./sent.ts";

/**
 * Holds what a database keeps against what clients were told:
 * - what was acknowledged is there once, with its record, its event, its key and its ledger entries, as it was answered
 * - what was not is there at most once, and whole
 * - nothing is there that nobody sent
 * - every ledger is sound, and holds what the decisions that are there come to
 */
export class KeptChecker {
  /** Of decisions that were held against their answers: a digest of all that is stored of them. */
  readonly #held = new Map<string, string>();

  /** What is wrong, in words; empty where nothing is. */
  async check(store: Store, sent: readonly Sent[]): Promise<readonly string[]> {
    return store.read(async (db) => {
      const stored = storedBy(await readKept(db));
      const byReference = new Map(sent.map((one) => [one.order.reference, one]));
      const strangers = [...stored.decisions.keys()].filter((reference) => !byReference.has(reference));
      const charged = new Map<string, number>();
      const altered: string[] = [];
      for await (const decision of keptDecisions(db)) {
        const found = await this.#difference(db, decision, byReference.get(decision.reference)?.answer);
        if (found !== undefined) altered.push(`${decision.reference} was altered: ${found}`);
        for (const { party, totalMinor } of decision.record.outcome.parties)
          charged.set(party, (charged.get(party) ?? 0) + totalMinor);
      }
      return [
        ...sent.flatMap((one) => countProblems(one, stored)),
        ...strangers.map((reference) => `${reference} was recorded, and nobody sent it`),
        ...altered,
        ...(await ledgerBreaks(db, charged)),
      ];
    });
  }

  /** In what a stored decision differs from its answer; where nobody knows an answer, from itself. */
  async #difference(db: Db, decision: KeptDecision, answer: Answer | undefined): Promise<string | undefined> {
    const { id, body, entries, totalMinor } = decision;
    const digest = digestOf(JSON.stringify([body, entries, totalMinor]));
    if (this.#held.get(id) === digest) return undefined;
    const found = await difference(db, decision, answer);
    if (found === undefined && answer !== undefined) this.#held.set(id, digest);
    return found;
  }
}

type Stored = {
  readonly decisions: ReadonlyMap<string, readonly { readonly id: string }[]>;
  readonly recordings: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, number>;
};

function storedBy({ decisions, recordings, keys }: Kept): Stored {
  return {
    decisions: Map.groupBy(decisions, ({ reference }) => reference),
    recordings: counted(recordings),
    keys: counted(keys),
  };
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** A decision, the event of its recording and its key are there together, or none of them is. */
function countProblems({ order, answer }: Sent, stored: Stored): readonly string[] {
  const { reference, key } = order;
  const decisions = stored.decisions.get(reference) ?? [];
  const expected = answer ? 1 : Math.min(decisions.length, 1);
  const id = answer ? answer.id : decisions[0]?.id;
  const counts: readonly (readonly [what: string, count: number])[] = [
    ["decision", decisions.filter((decision) => decision.id === id).length],
    ["decision on the case", decisions.length],
    ["event of its recording", id === undefined ? 0 : (stored.recordings.get(id) ?? 0)],
    ["key", stored.keys.get(key) ?? 0],
  ];
  return counts.flatMap(([what, count]) => {
    if (count === expected) return [];
    const told = answer ? "acknowledged" : "not acknowledged";
    return `${reference} was ${count < expected ? "lost" : "doubled"}: ${told}, and ${count} × ${what}`;
  });
}

async function difference(
  db: Db,
  decision: KeptDecision,
  answer: Answer | undefined,
): Promise<string | undefined> {
  const opened = await openKept(db, decision);
  const told = answer ? canonicalJson(answer.read().record) : opened.record;
  if (opened.record !== told) return "its record differs";
  const { ledger, outcome } = decision.record;
  if (canonicalJson(decision.entries) !== canonicalJson(ledger.entries)) return "its ledger entries differ";
  const totalMinor = outcome.parties.reduce((sum, party) => sum + party.totalMinor, 0);
  return totalMinor === decision.totalMinor ? undefined : "its total differs";
}
