import type { StandingState } from "./chain.ts";
import type { RuleTallyState } from "./compare/rule-tally.ts";
import type { SkippedTallyState } from "./compare/skipped-tally.ts";
import type { GroupState } from "./tally/group-tally.ts";
import type { MonthState } from "./tally/month-tally.ts";
import type { PeopleState } from "./tally/people-tally.ts";
import type { TotalsState } from "./tally/totals-tally.ts";
import type { TransitionState } from "./tally/transition-tally.ts";

/** The last case taken; the next one comes after it, by `decidedOn` and then by `id` (both as text). */
export type LastTaken = { readonly decidedOn: string; readonly id: string };

/**
 * Where a simulation stands, as JSON. What is in it is its own affair, save for what a caller needs to go on: the last case
 * taken, after which the next ones are read. It grows with the number of people, not of cases.
 */
export type SimulationState = {
  readonly format: 1;
  /** Hashes of both versions: a state goes on under no other, nor with other groups. */
  readonly baseline: string;
  readonly candidate: string;
  readonly groups: readonly string[];
  readonly last: LastTaken | null;
  /** How many cases were taken, and the day of the first. */
  readonly taken: number;
  readonly from: string | null;
  readonly chains: {
    readonly baseline: readonly StandingState[];
    readonly candidate: readonly StandingState[];
  };
  readonly totals: TotalsState;
  readonly people: PeopleState;
  readonly months: MonthState;
  readonly transitions: TransitionState;
  readonly values: readonly GroupState[];
  readonly rules: RuleTallyState;
  readonly skipped: SkippedTallyState;
};
