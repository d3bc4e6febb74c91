import { formatMonth, parseMonth } from "@evenhand/domain";
import type { Chain } from "../chain.ts";
import type { MonthDifference } from "../simulation-result.ts";

type Month = { -readonly [Key in Exclude<keyof MonthDifference, "month">]: MonthDifference[Key] };
type Chains = { readonly baseline: Chain; readonly candidate: Chain };

/** Month, baseline and candidate in minor units, people higher, people lower. */
export type MonthState = readonly (readonly [string, number, number, number, number])[];

/** What each payroll month takes on either side. A month is final once no case can be decided in it any more. */
export class MonthTally {
  readonly #closed: Map<number, Month>;

  constructor(state: MonthState = []) {
    this.#closed = new Map(
      state.map(([month, baselineMinor, candidateMinor, peopleHigher, peopleLower]) => [
        parseMonth(month) ?? 0,
        { baselineMinor, candidateMinor, peopleHigher, peopleLower },
      ]),
    );
  }

  /** Takes the months before `month` off the chains' hands. */
  close(chains: Chains, month: number): void {
    for (const [at, found] of monthsOf(chains, month)) this.#closed.set(at, found);
  }

  state(): MonthState {
    return Array.from(this.#closed, ([at, month]) => [
      formatMonth(at),
      month.baselineMinor,
      month.candidateMinor,
      month.peopleHigher,
      month.peopleLower,
    ]);
  }

  /** Months that are not over count as they stand. */
  result(chains: Chains): readonly MonthDifference[] {
    return [...this.#closed, ...monthsOf(chains)]
      .filter(([, { peopleHigher, peopleLower }]) => peopleHigher + peopleLower > 0)
      .toSorted(([left], [right]) => left - right)
      .map(([at, month]) => ({ month: formatMonth(at), ...month }));
  }
}

function monthsOf({ baseline, candidate }: Chains, before = Infinity): ReadonlyMap<number, Month> {
  const months = new Map<number, Month>();
  const byPerson = new Map<number, Map<string, number>>();
  const monthAt = (at: number): Month => {
    const known = months.get(at);
    if (known) return known;
    const month = { baselineMinor: 0, candidateMinor: 0, peopleHigher: 0, peopleLower: 0 };
    months.set(at, month);
    byPerson.set(at, new Map());
    return month;
  };
  for (const { person, month, amountMinor } of baseline.held(before)) {
    monthAt(month).baselineMinor += amountMinor;
    byPerson.get(month)?.set(person, -amountMinor);
  }
  for (const { person, month, amountMinor } of candidate.held(before)) {
    monthAt(month).candidateMinor += amountMinor;
    const people = byPerson.get(month);
    people?.set(person, (people.get(person) ?? 0) + amountMinor);
  }
  for (const [at, people] of byPerson)
    for (const byMinor of people.values()) {
      if (byMinor > 0) monthAt(at).peopleHigher += 1;
      if (byMinor < 0) monthAt(at).peopleLower += 1;
    }
  return months;
}
