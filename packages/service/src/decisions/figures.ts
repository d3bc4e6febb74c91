import type { DecisionRecord, Departure, Outcome } from "@evenhand/domain";

/** What is decided for one party: amounts in minor units, and a grade or none. */
export type Figures = Required<Omit<Departure, "party">>;

/** Of whom nothing is said. */
export const NOTHING: Figures = { fineMinor: 0, bonusMinor: 0, grade: null };

/**
 * What a decision that takes the place of another says of everybody: the figures by party as the record names them, and
 * nothing of whoever is not among them.
 */
export type Settled = {
  readonly figures: ReadonlyMap<string, Figures>;
  /** Whose figures were asked for; of all others they are what was decided before. */
  readonly asked: ReadonlySet<string>;
};

/** What a record decides for each of its parties. */
export function figuresIn({ outcome }: Pick<DecisionRecord, "outcome">): ReadonlyMap<string, Figures> {
  return new Map(
    outcome.parties.map(({ party, fineMinor, bonusMinor, grade }) => [
      party,
      { fineMinor, bonusMinor, grade },
    ]),
  );
}

export function isSame(one: Figures, other: Figures): boolean {
  return (
    one.fineMinor === other.fineMinor && one.bonusMinor === other.bonusMinor && one.grade === other.grade
  );
}

/**
 * How what is settled departs from a proposal, those whose figures were asked for first. The proposal need not be the one
 * of the decision before, since the ledger and what is on record have moved on; what was decided for others stays all the
 * same.
 */
export function departuresFrom(proposal: Outcome, { figures, asked }: Settled): readonly Departure[] {
  const departures = [...figuresIn({ outcome: proposal })].flatMap(
    ([party, proposed]): readonly Departure[] => {
      const settled = figures.get(party) ?? NOTHING;
      return isSame(settled, proposed) ? [] : [{ party, ...settled }];
    },
  );
  return departures.toSorted((one, other) => Number(asked.has(other.party)) - Number(asked.has(one.party)));
}
