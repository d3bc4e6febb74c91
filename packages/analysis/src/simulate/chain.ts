import { type Finding, type LedgerBefore, formatMonth, parseMonth } from "@evenhand/domain";
import { ceilingOf } from "@evenhand/ledger";
import type { DecidedSide } from "./compare/decided-side.ts";

/** What one payroll month (months since year 0) holds of a person, and the lowest ceiling of what stands in it; minor units. */
type Held = { readonly amountMinor: number; readonly atMostMinor: number };
type Standing = { readonly months: Map<number, Held>; findings: readonly Finding[] };

/** A person with months as [month, held, at most] and findings as [code, day]. */
export type StandingState = readonly [
  person: string,
  months: readonly (readonly [string, number, number])[],
  findings: readonly (readonly [string, string])[],
];

/**
 * What stands against each person on one side of a simulation, since its own earlier cases: instalments in months that are
 * not over, and findings that a version may still count. Bonuses are what the cases say, so that each month takes what was
 * planned in it and nothing is carried when it closes.
 */
export class Chain {
  readonly #standing: Map<string, Standing>;
  readonly #codes: ReadonlySet<string>;

  /** @param codes of the findings that either version counts; no others are kept */
  constructor(codes: ReadonlySet<string>, state: readonly StandingState[] = []) {
    this.#codes = codes;
    this.#standing = new Map(
      state.map(([person, months, findings]) => [
        person,
        {
          months: new Map(
            months.map(([month, amountMinor, atMostMinor]) => [monthOf(month), { amountMinor, atMostMinor }]),
          ),
          findings: findings.map(([code, occurredOn]) => ({ party: person, code, occurredOn })),
        },
      ]),
    );
  }

  /** What a case of these people is decided upon that is decided in `month`: every month before it is over. */
  before(people: readonly string[], month: number): LedgerBefore {
    const standing = people.flatMap((person) => {
      const found = this.#standing.get(person);
      return found ? [{ person, ...found }] : [];
    });
    return {
      scheduled: standing.flatMap(({ person, months }) =>
        [...months]
          .filter(([at]) => at >= month)
          .toSorted(([left], [right]) => left - right)
          .map(([at, held]) => ({ party: person, month: formatMonth(at), ...held })),
      ),
      closedThrough: formatMonth(month - 1),
      findings: standing.flatMap(({ findings }) => findings),
    };
  }

  /** Plans what a case charges, and puts on record what it found. */
  add({ outcome, terms, findings, concerned }: DecidedSide): void {
    const bonuses = new Map(concerned.map(({ party, monthlyBonusMinor }) => [party, monthlyBonusMinor ?? 0]));
    const schedules = new Map(outcome.parties.map(({ party, schedule }) => [party, schedule]));
    for (const { person, ...own } of terms) {
      const schedule = schedules.get(person) ?? [];
      if (schedule.length === 0) continue;
      const ceiling = ceilingOf(own, bonuses.get(person) ?? 0);
      const { months } = this.#of(person);
      for (const { month, amountMinor } of schedule) {
        const held = months.get(monthOf(month)) ?? { amountMinor: 0, atMostMinor: ceiling };
        months.set(monthOf(month), {
          amountMinor: held.amountMinor + amountMinor,
          atMostMinor: Math.min(held.atMostMinor, ceiling),
        });
      }
    }
    for (const finding of findings) {
      if (!this.#codes.has(finding.code)) continue;
      const standing = this.#of(finding.party);
      standing.findings = [...standing.findings, finding];
    }
  }

  /** What each person's month holds, for months before `before`, or all. */
  *held(before = Infinity): Iterable<{
    readonly person: string;
    readonly month: number;
    readonly amountMinor: number;
  }> {
    for (const [person, { months }] of this.#standing)
      for (const [month, { amountMinor }] of months) if (month < before) yield { person, month, amountMinor };
  }

  /** Lets go of months before `month` and of findings before `day` (`YYYY-MM-DD`), and of whoever has nothing else. */
  forget({ month, day }: { readonly month: number; readonly day: string }): void {
    for (const [person, standing] of this.#standing) {
      for (const at of standing.months.keys()) if (at < month) standing.months.delete(at);
      // Days written as `YYYY-MM-DD` order as text.
      standing.findings = standing.findings.filter(({ occurredOn }) => occurredOn >= day);
      if (standing.months.size === 0 && standing.findings.length === 0) this.#standing.delete(person);
    }
  }

  state(): readonly StandingState[] {
    return Array.from(this.#standing, ([person, { months, findings }]) => [
      person,
      Array.from(months, ([at, { amountMinor, atMostMinor }]) => [formatMonth(at), amountMinor, atMostMinor]),
      findings.map(({ code, occurredOn }) => [code, occurredOn]),
    ]);
  }

  #of(person: string): Standing {
    const known = this.#standing.get(person);
    if (known) return known;
    const standing: Standing = { months: new Map(), findings: [] };
    this.#standing.set(person, standing);
    return standing;
  }
}

function monthOf(text: string): number {
  const month = parseMonth(text);
  if (month === undefined) throw new Error(`INVARIANT: \`${text}\` is a payroll month`);
  return month;
}
