import {
  type DeductionTerms,
  type Instalment,
  type PartyKind,
  WAGE_FACTS,
  type WageFact,
} from "@evenhand/domain";
import { CaseRefused, problem, quoteId } from "../problems.ts";
import type { ReadFacts, ReadParty } from "../request/read-facts.ts";

/** What is being worked out for one party, or for somebody that a party names. */
export type Entry = {
  readonly id: string;
  readonly kind: PartyKind;
  /** What is known of their pay, in minor units: from their own facts, else from those of a party that names them. */
  readonly pay: Map<WageFact, number>;
  readonly isParty: boolean;
  role?: string;
  shareMillionths?: number;
  exemption?: string;
  /** The part of the loss that fell to this party, in minor units. */
  allocatedMinor: number;
  fineMinor: number;
  /** Computed amounts that are not a share of the loss: months of bonus, a grade's conversion. */
  bonusPenaltyMinor: number;
  /** The share of the loss that is deducted. */
  lossMinor: number;
  /** Every amount charged, in the order of the rules, minor units. */
  readonly amounts: number[];
  grade: string | null;
  reminder: boolean;
  commendation: boolean;
  suspended: boolean;
  /** What this party would bear was traced to somebody or something that it names. */
  tracedElsewhere: boolean;
  blocked: boolean;
  schedule: readonly Instalment[];
  notDeductibleMinor: number;
  /** The part of the share of the loss that a guard took off or a departure let off, and that falls back on the company. */
  loweredLossMinor: number;
  /** Of a person whom the outcome charges or would have charged. */
  terms?: DeductionTerms;
  /** Somebody decided otherwise than the rules propose. */
  departed: boolean;
};

/** The entries of an outcome: the parties in case order, then whoever is named, in the order they came in. */
export class Entries {
  readonly #byId = new Map<string, Entry>();

  constructor(parties: readonly ReadParty[]) {
    for (const { id, kind, facts } of parties)
      this.#byId.set(id, newEntry({ id, kind, isParty: true, pay: payOf(facts) }));
  }

  get all(): readonly Entry[] {
    return [...this.#byId.values()];
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /** The entry of somebody a party names, made on first mention. */
  named(id: string, kind: PartyKind): Entry {
    const known = this.#byId.get(id);
    if (known && !known.isParty && known.kind !== kind) throw new CaseRefused([namedTwice(id)]);
    if (known) return known;
    const entry = newEntry({ id, kind, isParty: false, pay: new Map() });
    this.#byId.set(id, entry);
    return entry;
  }
}

/** Whether somebody is a person decides whether pay is touched, so it must not hang on who names them first. */
function namedTwice(id: string): CaseRefused["problems"][number] {
  return problem({
    code: "conflicting-facts",
    at: "/case/parties",
    en: `${quoteId(id)} is named as a person in one place and as something else in another`,
    zh: `${quoteId(id)}在一处指个人，在另一处指其他单位`,
    help: { en: "give them ids of their own", zh: "请分别使用不同的编号" },
  });
}

/** The facts about pay that are known. */
export function payOf(facts: ReadFacts): Map<WageFact, number> {
  return new Map(
    WAGE_FACTS.flatMap((name) => {
      const value = facts.get(name);
      return typeof value === "number" ? [[name, value] as const] : [];
    }),
  );
}

function newEntry(who: Pick<Entry, "id" | "kind" | "isParty" | "pay">): Entry {
  return {
    ...who,
    allocatedMinor: 0,
    fineMinor: 0,
    bonusPenaltyMinor: 0,
    lossMinor: 0,
    amounts: [],
    grade: null,
    reminder: false,
    commendation: false,
    suspended: false,
    tracedElsewhere: false,
    blocked: false,
    schedule: [],
    notDeductibleMinor: 0,
    loweredLossMinor: 0,
    departed: false,
  };
}

export function totalOf(entry: Entry): number {
  return entry.fineMinor + entry.bonusPenaltyMinor + entry.lossMinor;
}
