import { type LedgerBefore, localDay, parseDay, parseMonth } from "@evenhand/domain";
import { type LoadedVersion, appliesOn } from "@evenhand/engine";
import type { CaseChange, ChangedBy } from "./case-change.ts";
import { Chain } from "./chain.ts";
import { type BothDecided, type Comparison, comparisonOf } from "./compare/comparison.ts";
import { type DecidedSide, type UndecidedSide, decideSide } from "./compare/decided-side.ts";
import type { PastCase, SimulationAsk } from "./past-case.ts";
import { peopleIn } from "./people-in.ts";
import { LATEST_MONTHS, type RecordWindow, recordWindowOf } from "./record-window.ts";
import type { SimulationResult } from "./simulation-result.ts";
import type { LastTaken, SimulationState } from "./simulation-state.ts";
import type { Simulation } from "./simulation.ts";
import { Tallies } from "./tallies.ts";
import { type WeighedParty, weighParties } from "./tally/weighed-case.ts";
import { unfitToSimulate } from "./unfit-to-simulate.ts";

/**
 * Begins to simulate a candidate against a baseline over past cases, or goes on where one stopped.
 *
 * ```ts
 * const simulation = startSimulation({ baseline: version2, candidate: draft7, groups: ["unit"] });
 * for await (const one of pastCases) {
 *   const change = simulation.take(one);
 *   if (change) await keep(change);
 * }
 * simulation.result().headline.en
 * // "Version 3 would change 412 of 9,870 decisions (4.2%): 131 higher, 281 lower; net −61,300.00. …"
 * ```
 *
 * @param from what `state()` gave
 * @throws Error where `unfitToSimulate` finds something, or `from` is the state of another simulation
 */
export function startSimulation(ask: SimulationAsk, from?: SimulationState): Simulation {
  const unfit = unfitToSimulate(ask);
  if (unfit) throw new Error(unfit.message.en);
  if (from) assertSame(ask, from);
  return new Running(ask, from);
}

type Both<Side> = { readonly baseline: Side; readonly candidate: Side };

class Running implements Simulation {
  readonly #ask: SimulationAsk;
  readonly #comparison: Comparison;
  readonly #window: RecordWindow;
  readonly #chains: Both<Chain>;
  readonly #tallies: Tallies;
  #last: LastTaken | null;
  #taken: number;
  #from: string | null;

  constructor(ask: SimulationAsk, state: SimulationState | undefined) {
    this.#ask = ask;
    this.#comparison = comparisonOf(ask);
    this.#window = recordWindowOf(ask);
    const { codes } = this.#window;
    this.#chains = {
      baseline: new Chain(codes, state?.chains.baseline),
      candidate: new Chain(codes, state?.chains.candidate),
    };
    this.#tallies = new Tallies(ask, state);
    this.#last = state?.last ?? null;
    this.#taken = state?.taken ?? 0;
    this.#from = state?.from ?? null;
  }

  take(one: PastCase): CaseChange | undefined {
    assertAfter(this.#last, one);
    const month = monthOf(one.decidedOn);
    this.#closeBefore(month, one.decidedOn);
    this.#last = { decidedOn: one.decidedOn, id: one.id };
    this.#from ??= one.decidedOn;
    this.#taken += 1;
    if (this.#isTooLate(one)) return undefined;
    const people = peopleIn(this.#ask, one.case);
    const upon = {
      baseline: this.#chains.baseline.before(people, month),
      candidate: this.#chains.candidate.before(people, month),
    };
    const both = {
      baseline: decideUpon(this.#ask.baseline, one, upon.baseline),
      candidate: decideUpon(this.#ask.candidate, one, upon.candidate),
    };
    if (!areDecided(both)) {
      this.#tallies.skip(one.id, both);
      return undefined;
    }
    this.#ask.onDecided?.(one, both);
    const parties = weighParties(both);
    const change = this.#changeOf(one, { both, parties, upon });
    this.#tallies.add({ one, both, parties, change });
    this.#chains.baseline.add(both.baseline);
    this.#chains.candidate.add(both.candidate);
    return change;
  }

  state(): SimulationState {
    const { baseline, candidate } = this.#chains;
    return {
      format: 1,
      baseline: this.#ask.baseline.version.hash,
      candidate: this.#ask.candidate.version.hash,
      groups: this.#ask.groups,
      last: this.#last,
      taken: this.#taken,
      from: this.#from,
      chains: { baseline: baseline.state(), candidate: candidate.state() },
      ...this.#tallies.state(),
    };
  }

  result(): SimulationResult {
    const [from, last] = [this.#from, this.#last];
    return this.#tallies.result({
      taken: this.#taken,
      window: from !== null && last !== null ? { from, to: last.decidedOn } : null,
      chains: this.#chains,
      labels: this.#comparison.labels,
      asksRecord: this.#window.codes.size > 0,
    });
  }

  /** Months before the one that a case is decided in are over: they are told, and let go of with findings of no more use. */
  #closeBefore(month: number, decidedOn: string): void {
    if (this.#last && monthOf(this.#last.decidedOn) === month) return;
    this.#tallies.closeMonths(this.#chains, month);
    const day = this.#window.keptFrom(decidedOn);
    this.#chains.baseline.forget({ month, day });
    this.#chains.candidate.forget({ month, day });
  }

  #isTooLate(one: PastCase): boolean {
    const isKept = (side: LoadedVersion): boolean => this.#window.isKept(dayOfCase(side, one), one.decidedOn);
    if (isKept(this.#ask.baseline) && isKept(this.#ask.candidate)) return false;
    this.#tallies.skipLate(one.id, LATEST_MONTHS);
    return true;
  }

  #changeOf(one: PastCase, { both, parties, upon }: Weighing): CaseChange | undefined {
    const difference = this.#comparison.differenceOf(both);
    if (!difference) return undefined;
    return {
      id: one.id,
      decidedOn: one.decidedOn,
      appliesOn: one.appliesOn,
      by: this.#changedBy(one, both.baseline, upon),
      ...difference,
      baselineMinor: both.baseline.totalMinor,
      candidateMinor: both.candidate.totalMinor,
      parties: parties.flatMap(({ isOther, ...party }) =>
        isOther || party.from !== party.to ? [party] : [],
      ),
      groups: this.#tallies.groupsOf({ one, parties }),
      sides: upon,
    };
  }

  /** By the rule, where the candidate differs also upon what the baseline decided upon. */
  #changedBy(one: PastCase, baseline: DecidedSide, upon: Both<LedgerBefore>): ChangedBy {
    if (JSON.stringify(upon.baseline) === JSON.stringify(upon.candidate)) return "rule";
    const alone = decideUpon(this.#ask.candidate, one, upon.baseline);
    return "problem" in alone || alone.fingerprint !== baseline.fingerprint ? "rule" : "earlier-month";
  }
}

type Weighing = {
  readonly both: BothDecided;
  readonly parties: readonly WeighedParty[];
  readonly upon: Both<LedgerBefore>;
};

function decideUpon(
  loaded: LoadedVersion,
  { case: asked, evaluatedAt }: PastCase,
  { scheduled, closedThrough, findings }: LedgerBefore,
): DecidedSide | UndecidedSide {
  return decideSide(loaded, { case: asked }, { evaluatedAt, scheduled, closedThrough, record: findings });
}

function areDecided(both: Both<DecidedSide | UndecidedSide>): both is BothDecided {
  return !("problem" in both.baseline) && !("problem" in both.candidate);
}

/** The day that a version counts back from, as an epoch day. */
function dayOfCase({ version: { policy } }: LoadedVersion, { case: asked, evaluatedAt }: PastCase): number {
  return appliesOn(policy, { case: asked }, evaluatedAt) ?? localDay(evaluatedAt, policy.timeZone);
}

/** INVARIANT: cases come in the order in which they were decided, so that what each stands upon was decided before it. */
function assertAfter(last: LastTaken | null, { id, decidedOn }: PastCase): void {
  if (parseDay(decidedOn) === undefined)
    throw new Error(
      `case ${id} was decided on \`${decidedOn}\`, which is no day that exists (\`YYYY-MM-DD\`)`,
    );
  if (!last || last.decidedOn < decidedOn || (last.decidedOn === decidedOn && last.id < id)) return;
  throw new Error(
    `case ${id} (${decidedOn}) came after case ${last.id} (${last.decidedOn}): cases are given ordered by \`decidedOn\`, then \`id\`, each once`,
  );
}

function assertSame({ baseline, candidate, groups }: SimulationAsk, from: SimulationState): void {
  const isSame =
    from.baseline === baseline.version.hash &&
    from.candidate === candidate.version.hash &&
    JSON.stringify(from.groups) === JSON.stringify(groups);
  if (!isSame)
    throw new Error(
      "the state is that of a simulation of other versions or other groups; begin anew, or give the versions it began with",
    );
}

function monthOf(day: string): number {
  const month = parseMonth(day.slice(0, 7));
  if (month === undefined) throw new Error(`\`${day}\` lies in no month`);
  return month;
}
