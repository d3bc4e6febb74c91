import {
  type BriefRecord,
  type Comparator,
  type FairnessDecision,
  type Figures,
  comparators,
} from "@evenhand/analysis";
import { type Actor, canonicalJson } from "@evenhand/domain";
import {
  type ComparableDecision,
  type Db,
  type StoredDecision,
  comparableDecisions,
  decisionById,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { decisionReader } from "../fairness/decision-reader.ts";
import { openFor, opennessFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { recordFrom } from "./decision-view.ts";
import { noDecision } from "./problems.ts";

/** Those of a decision, and with whom each can compare themselves. */
export type ComparatorsView = {
  readonly decision: string;
  /** How many other decisions in force of the same policy and disposition were looked at, the newest first. */
  readonly looked: number;
  /** How many more of them are in another currency, and are not compared. */
  readonly otherCurrency: number;
  /** Whether there are older ones that were not looked at. */
  readonly isCut: boolean;
  readonly currency: string;
  /** In the order of the case; those that only the outcome names state no facts and are not compared. */
  readonly parties: readonly PartyComparators[];
  /** How many more parties there are than are compared. */
  readonly leftOut: number;
};

export type PartyComparators = {
  readonly party: string;
  readonly decided: Figures;
  /** Like cases with unlike penalties first, then like cases, then the nearest of the others. */
  readonly comparators: readonly Comparator[];
};

/** So many decisions are looked at, the newest first: somebody waits for the page. */
export const MOST_LOOKED_AT = 2_000;
/** So many parties of one case are compared, and with so many others each. */
const MOST_PARTIES = 10;
const MOST_COMPARATORS = 8;
/** After so many decisions others have their turn; some ten milliseconds. */
const PAGE = 50;

/**
 * For each party of a decision the people in the nearest other decisions in force of the same policy, as JSON text; people
 * under the names that the asker may see. Other decisions on the same case are left out.
 */
export async function readComparators(
  context: ServiceContext,
  { actor, id, pause }: { readonly actor: Actor; readonly id: string; readonly pause: () => Promise<void> },
): Promise<{ readonly body: string } | RefusedAsk> {
  const read = fairnessReader(await context.rulebook());
  const own = await context.store.read((db) => decisionById(db, id));
  if (!own) return refusedAsk(noDecision(id));
  const decision = await context.store.read((db) => read(db, own));
  // Those that only the outcome names come after those that the case lists, and state no facts.
  const listed = decision.parties.slice(0, decision.relevant.parties.length);
  const compared = listed.slice(0, MOST_PARTIES).map(({ party, decided }) => ({
    party,
    decided,
    question: comparators({ decision, party, most: MOST_COMPARATORS }),
  }));
  const show = (other: FairnessDecision): void => {
    for (const { question } of compared) question.see(other);
  };
  const view: ComparatorsView = {
    decision: id,
    ...(await showOthers(context, own, { read, show, pause, currency: decision.currency })),
    currency: decision.currency,
    parties: compared.map(({ question, ...party }) => ({ ...party, comparators: question.answer() })),
    leftOut: listed.length - compared.length,
  };
  return context.store.read(async (db) => ({
    body: await openFor(db, canonicalJson(view), opennessFor(actor)),
  }));
}

type Showing = {
  readonly read: FairnessReader;
  readonly show: (decision: FairnessDecision) => void;
  readonly pause: () => Promise<void>;
  readonly currency: string;
};

/** Shows the other decisions in force of the same policy and disposition, the newest first, as many as are looked at. */
async function showOthers(
  { store }: Pick<ServiceContext, "store">,
  own: StoredDecision,
  { read, show, pause, currency }: Showing,
): Promise<Pick<ComparatorsView, "looked" | "otherCurrency" | "isCut">> {
  const filter = { policyId: own.policy_id, disposition: own.disposition, limit: PAGE };
  let [looked, otherCurrency] = [0, 0];
  let before: number | undefined;
  do {
    const page = before === undefined ? filter : { ...filter, before };
    const { others, next } = await store.read(async (db) => {
      const rows = await comparableDecisions(db, page);
      const found: FairnessDecision[] = [];
      for (const row of rows) if (row.root_id !== own.root_id) found.push(await read(db, row));
      return { others: found, next: rows.length < PAGE ? undefined : rows.at(-1)?.sequence };
    });
    for (const other of others) {
      if (looked + otherCurrency === MOST_LOOKED_AT) return { looked, otherCurrency, isCut: true };
      if (other.currency !== currency) {
        otherCurrency += 1;
        continue;
      }
      show(other);
      looked += 1;
    }
    before = next;
    await pause();
  } while (before !== undefined);
  return { looked, otherCurrency, isCut: false };
}

type FairnessReader = (
  db: Db,
  row: Omit<ComparableDecision, "sequence" | "root_id">,
) => Promise<FairnessDecision>;

/** Reads stored decisions as fairness looks at them, each under the rules that it was taken under. */
function fairnessReader(rules: Rulebook): FairnessReader {
  const read = decisionReader();
  return async (db, row) => {
    // Of the record of a comparable decision its explanation was not carried over.
    const record: BriefRecord = recordFrom(row);
    return read({ row, record, rules: await recordedRules(rules, db, record) });
  };
}
