import {
  type ArithmeticLine,
  type Fraction,
  type Instalment,
  type PartyKind,
  fraction,
} from "@evenhand/domain";
import type { ReadFacts, ReadParty } from "../request/read-facts.ts";

/** What is being worked out for one party, or for somebody that a party names. */
export type Entry = {
  readonly id: string;
  readonly kind: PartyKind;
  /** Whose facts tell the bonus and the wage; unknown for an instructor who is no party. */
  readonly facts: ReadFacts;
  /** The place of the party whose facts these are, for pointers. */
  readonly factsFrom?: number;
  readonly isParty: boolean;
  role?: string;
  share?: Fraction;
  shareMillionths?: number;
  exemption?: string;
  /** The part of the loss that fell to this party, in minor units. */
  allocatedMinor: number;
  fineMinor: number;
  /** Computed amounts that are not a share of the loss: months of bonus, a grade's conversion. */
  bonusPenaltyMinor: number;
  /** The share of the loss that is deducted. */
  lossMinor: number;
  grade: string | null;
  reminder: boolean;
  commendation: boolean;
  suspended: boolean;
  blocked: boolean;
  schedule: readonly Instalment[];
  notDeductibleMinor: number;
  /** The part of `notDeductibleMinor` that was a share of the loss and falls back on the company. */
  loweredLossMinor: number;
  readonly arithmetic: ArithmeticLine[];
};

/** The entries of an outcome: the parties in case order, then whoever is named, in the order they came in. */
export class Entries {
  readonly #byId = new Map<string, Entry>();

  constructor(parties: readonly ReadParty[]) {
    for (const party of parties)
      this.#byId.set(
        party.id,
        newEntry({
          id: party.id,
          kind: party.kind,
          facts: party.facts,
          factsFrom: party.index,
          isParty: true,
        }),
      );
  }

  get all(): readonly Entry[] {
    return [...this.#byId.values()];
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /** The entry of somebody a party names, made on first mention. */
  named(
    id: string,
    who: { readonly kind: PartyKind; readonly facts?: ReadFacts; readonly factsFrom?: number },
  ): Entry {
    const known = this.#byId.get(id);
    if (known) return known;
    const entry = newEntry({
      id,
      kind: who.kind,
      facts: who.facts ?? new Map(),
      isParty: false,
      ...(who.factsFrom === undefined ? {} : { factsFrom: who.factsFrom }),
    });
    this.#byId.set(id, entry);
    return entry;
  }
}

function newEntry(
  who: Pick<Entry, "id" | "kind" | "facts" | "isParty"> & { readonly factsFrom?: number },
): Entry {
  return {
    ...who,
    allocatedMinor: 0,
    fineMinor: 0,
    bonusPenaltyMinor: 0,
    lossMinor: 0,
    grade: null,
    reminder: false,
    commendation: false,
    suspended: false,
    blocked: false,
    schedule: [],
    notDeductibleMinor: 0,
    loweredLossMinor: 0,
    arithmetic: [],
  };
}

export function totalOf(entry: Entry): number {
  return entry.fineMinor + entry.bonusPenaltyMinor + entry.lossMinor;
}

export const NO_SHARE = fraction(0);
