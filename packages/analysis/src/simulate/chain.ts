import {
  type DeductionTerms,
  type LedgerBefore,
  type Finding,
  type Instalment,
  formatMonth,
  parseMonth,
} from "@evenhand/domain";
import { ceilingOf } from "@evenhand/ledger";
import type { DecidedSide } from "./compare/decided-side.ts";

/** What one payroll month holds of a person in minor units, and the tightest terms of what stands in it. */
type Held = Pick<DeductionTerms, "capRate" | "mostInMonthMinor"> & { readonly amountMinor: number };

type Standing = {
  /** By month, since year 0. */
  readonly months: Map<number, Held>;
  /** The bonus that the last case stated that charged them, minor units: by it a ceiling is told, as in the ledger. */
  bonusMinor: number;
  findings: readonly Finding[];
};

/** A person, their bonus, months as [month, held, cap rate, most in a month], and findings as [code, day]. */
export type StandingState = readonly [
  person: string,
  bonusMinor: number,
  months: readonly (readonly [string, number, number, number | null])[],
  findings: readonly (readonly [string, string])[],
];

/**
 * What stands against each person on one side of a simulation, since its own earlier cases: instalments in months that are
 * not over, and findings that a version may still count. Bonuses are what the cases say, so that each month takes what was
 * planned in it and nothing is carried when it closes.
 *
 * INVARIANT: cases are added in the order in which they were decided, so that the last bonus stated is the one that the
 * ledger would plan every open month with.
 */
export class Chain {
  readonly #standing: Map<string, Standing>;
  readonly #codes: ReadonlySet<string>;

  /** @param codes of the findings that either version counts; no others are kept */
  constructor(codes: ReadonlySet<string>, state: readonly StandingState[] = []) {
    this.#codes = codes;
    this.#standing = new Map(state.map((one) => [one[0], standingOf(one)]));
  }

  /** What a case of these people is decided upon that is decided in `month`: every month before it is over. */
  before(people: readonly string[], month: number): LedgerBefore {
    const standing = people.flatMap((person) => {
      const found = this.#standing.get(person);
      return found ? [{ person, ...found }] : [];
    });
    return {
      scheduled: standing.flatMap(({ person, months, bonusMinor }) =>
        [...months]
          .filter(([at]) => at >= month)
          .toSorted(([left], [right]) => left - right)
          .map(([at, held]) => ({
            party: person,
            month: formatMonth(at),
            amountMinor: held.amountMinor,
            atMostMinor: ceilingOf(held, bonusMinor),
          })),
      ),
      closedThrough: formatMonth(month - 1),
      findings: standing.flatMap(({ findings }) => findings),
    };
  }

  /** Plans what a case charges, and puts on record what it found. */
  add({ outcome, terms, findings, concerned }: DecidedSide): void {
    const bonuses = new Map(concerned.map(({ party, monthlyBonusMinor }) => [party, monthlyBonusMinor]));
    const parties = new Map(outcome.parties.map((party) => [party.party, party]));
    for (const { person, ...own } of terms) {
      const party = parties.get(person);
      // Nothing is opened in the ledger for whoever owes nothing, so that nothing is learned of their bonus either.
      if (!party || party.totalMinor === 0) continue;
      const standing = this.#of(person);
      standing.bonusMinor = bonuses.get(person) ?? standing.bonusMinor;
      for (const instalment of party.schedule) addInstalment(standing.months, instalment, own);
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
    return Array.from(this.#standing, ([person, { bonusMinor, months, findings }]) => [
      person,
      bonusMinor,
      Array.from(months, ([at, held]) => [
        formatMonth(at),
        held.amountMinor,
        held.capRate,
        held.mostInMonthMinor,
      ]),
      findings.map(({ code, occurredOn }) => [code, occurredOn]),
    ]);
  }

  #of(person: string): Standing {
    const known = this.#standing.get(person);
    if (known) return known;
    const standing: Standing = { months: new Map(), bonusMinor: 0, findings: [] };
    this.#standing.set(person, standing);
    return standing;
  }
}

function standingOf([person, bonusMinor, months, findings]: StandingState): Standing {
  return {
    bonusMinor,
    months: new Map(
      months.map(([month, amountMinor, capRate, mostInMonthMinor]) => [
        monthOf(month),
        { amountMinor, capRate, mostInMonthMinor },
      ]),
    ),
    findings: findings.map(([code, occurredOn]) => ({ party: person, code, occurredOn })),
  };
}

/** The lowest ceiling of several is the one of the lowest rate and of the lowest limit. */
function addInstalment(
  months: Map<number, Held>,
  { month, amountMinor }: Instalment,
  own: Pick<DeductionTerms, "capRate" | "mostInMonthMinor">,
): void {
  const held = months.get(monthOf(month));
  const most = Math.min(held?.mostInMonthMinor ?? Infinity, own.mostInMonthMinor ?? Infinity);
  months.set(monthOf(month), {
    amountMinor: (held?.amountMinor ?? 0) + amountMinor,
    capRate: Math.min(held?.capRate ?? own.capRate, own.capRate),
    mostInMonthMinor: most === Infinity ? null : most,
  });
}

function monthOf(text: string): number {
  const month = parseMonth(text);
  if (month === undefined) throw new Error(`INVARIANT: \`${text}\` is a payroll month`);
  return month;
}
