import type { DecisionRecord, DeductionTerms, LedgerBefore, LedgerEntry, Policy } from "@evenhand/domain";
import { isPseudonym, tokensIn } from "@evenhand/evidence";
import { type KnownBonus, type PersonLedger, monthsHeld } from "@evenhand/ledger";
import {
  type Db,
  type DecisionToReplay,
  chainsBefore,
  closedThroughBefore,
  entryOf,
  eventsById,
  findingsBefore,
  holdersBefore,
  ledgerSince,
  versionByHash,
} from "@evenhand/store";
import { countedCodes } from "../../decisions/counted-codes.ts";
import { LeastUsed } from "./least-used.ts";

/** Whole ledgers, and the terms of decisions, are kept for so many; others are read again. */
const MOST_LEDGERS = 2_000;
const MOST_TERMS = 20_000;
const MOST_VERSIONS = 200;

type Terms = DecisionRecord["terms"];

/** A person's entries and bonuses up to an event. It grows with every later one that is asked for. */
type Known = {
  upTo: number;
  lastEntry: number;
  lastBonus: number;
  readonly entries: LedgerEntry[];
  readonly bonuses: KnownBonus[];
};

/**
 * Rebuilds ledgers as they stood before decisions, from the entries and bonuses that came with earlier events and the
 * terms of earlier decisions. Asked for one decision after the other in their order, it reads every row once.
 */
export class LedgersBefore {
  readonly #ledgers = new LeastUsed<string, Known>(MOST_LEDGERS);
  readonly #terms = new LeastUsed<string, Terms>(MOST_TERMS);
  readonly #codes = new LeastUsed<string, readonly string[]>(MOST_VERSIONS);

  /** Tells of a record that was read anyway, so that it need not be read again for its terms. */
  learn({ id, terms }: Pick<DecisionRecord, "id" | "terms">): void {
    this.#terms.set(id, terms);
  }

  /**
   * The ledger that a decision must have been computed with.
   *
   * @throws LedgerInvariant where the entries make no ledger
   */
  async of(db: Db, decision: DecisionToReplay, record: DecisionRecord): Promise<LedgerBefore> {
    const { audit_event_id: before, root_id: account } = decision;
    const persons = await personsOf(db, decision, record);
    const known = new Map<string, Known>();
    for (const person of persons) known.set(person, await this.#upTo(db, person, before));
    const terms = await this.#termsOf(db, known, before);
    return {
      scheduled: persons.flatMap((party) => {
        const ledger = ledgerOf(party, { known: known.get(party), terms });
        return monthsHeld(ledger, { without: account }).map((month) => ({ party, ...month }));
      }),
      closedThrough: await closedThroughBefore(db, before),
      findings: await findingsBefore(db, {
        persons,
        codes: await this.#codesOf(db, record),
        before,
        except: record.supersedes ?? null,
      }),
    };
  }

  /** Only what facts of the policy count was read for the decision. */
  async #codesOf(db: Db, { policy: { hash } }: DecisionRecord): Promise<readonly string[]> {
    const known = this.#codes.get(hash);
    if (known) return known;
    const row = await versionByHash(db, hash);
    // Without the document nothing can be decided again anyway, which is told as such.
    const codes = row ? countedCodes(JSON.parse(row.document) as Policy) : [];
    this.#codes.set(hash, codes);
    return codes;
  }

  async #upTo(db: Db, person: string, before: number): Promise<Known> {
    const kept = this.#ledgers.get(person);
    // An earlier event than the last one: what came in between must not be seen.
    const known = kept && kept.upTo <= before ? kept : newKnown();
    const { entries, bonuses } = await ledgerSince(db, { person, before, ...known });
    known.entries.push(...entries.map(entryOf));
    known.bonuses.push(
      ...bonuses.map(({ month, bonus_minor, source }) => ({ month, bonusMinor: bonus_minor, source })),
    );
    known.lastEntry = entries.at(-1)?.id ?? known.lastEntry;
    known.lastBonus = bonuses.at(-1)?.id ?? known.lastBonus;
    known.upTo = before;
    this.#ledgers.set(person, known);
    return known;
  }

  /** Of every account that these people had, the terms that held: those of the newest decision of its chain which has any. */
  async #termsOf(db: Db, known: ReadonlyMap<string, Known>, before: number): Promise<TermsOf> {
    const roots = [...known.values()].flatMap(({ entries }) => entries.map(({ account }) => account));
    const chains = await chainsBefore(db, { roots, before });
    const unknown = chains.filter(({ id }) => this.#terms.get(id) === undefined);
    const read = new Map<string, Terms>();
    const bodies = await eventsById(
      db,
      unknown.map(({ audit_event_id }) => audit_event_id),
    );
    for (const { object_id, body } of bodies) read.set(object_id, termsIn(body));
    for (const [id, terms] of read) this.#terms.set(id, terms);
    return (account, person) => {
      const own = chains.filter(({ root_id }) => root_id === account);
      for (const { id } of own) {
        const terms = (read.get(id) ?? this.#terms.get(id) ?? []).find((one) => one.person === person);
        if (terms) return terms;
      }
      throw new Error(`account ${account} has no terms`);
    };
  }
}

type TermsOf = (account: string, person: string) => DeductionTerms;

function newKnown(): Known {
  return { upTo: 0, lastEntry: 0, lastBonus: 0, entries: [], bonuses: [] };
}

function termsIn(body: string): Terms {
  const { after } = JSON.parse(body) as { readonly after?: { readonly terms?: Terms } };
  return after?.terms ?? [];
}

/** Everybody in the case, and whoever had an account of the decisions that this one goes on from. */
async function personsOf(
  db: Db,
  { id, root_id: account, audit_event_id: before }: DecisionToReplay,
  record: DecisionRecord,
): Promise<readonly string[]> {
  const inCase = tokensIn(JSON.stringify(record.case)).filter(isPseudonym);
  const holders = account === id ? [] : await holdersBefore(db, { account, before });
  return [...new Set([...inCase, ...holders])];
}

/** What months hold is made of entries, terms and bonuses; state and first month of an account have no part in it. */
function ledgerOf(
  person: string,
  { known, terms }: { readonly known: Known | undefined; readonly terms: TermsOf },
): PersonLedger {
  const { entries, bonuses } = known ?? newKnown();
  const accounts = [...new Set(entries.map(({ account }) => account))];
  return {
    accounts: accounts.map((account) => ({
      account,
      startsIn: "",
      currency: "",
      terms: terms(account, person),
      state: "open",
    })),
    entries,
    bonuses,
    ceilings: [],
    closedThrough: null,
    leftIn: null,
  };
}
