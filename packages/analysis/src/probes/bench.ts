import {
  type Comparison,
  type ExplanationStep,
  type Finding,
  type Outcome,
  type PartyOutcome,
  type ScheduledDeduction,
  formatDay,
  localDay,
} from "@evenhand/domain";
import { type Decided, type LoadedVersion, appliesOn, decide } from "@evenhand/engine";
import { comparisonsOf } from "./boundaries.ts";
import { type ProbedFact, probedFacts } from "./probed-fact.ts";
import type { Slot, Trial } from "./trial.ts";

/** A trial with what it came to. */
export type Tried = {
  readonly trial: Trial;
  readonly outcome: Outcome;
  /** Only what fired: the rest is left out to be quick. */
  readonly explanation: readonly ExplanationStep[];
  readonly concerned: Decided["concerned"];
};

/** Where trials are tried: a version, its facts, and how much was and may still be done. */
export type Bench = {
  readonly loaded: LoadedVersion;
  readonly facts: readonly ProbedFact[];
  /** All that rules and rows of tables compare. */
  readonly comparisons: readonly Comparison[];
  /** What a trial comes to; `undefined` where it is refused, or where no more may be tried. */
  readonly attempt: (trial: Trial, scheduled?: readonly ScheduledDeduction[]) => Tried | undefined;
  /** Allows so many more trials, and forgets what was left. */
  readonly allow: (trials: number) => void;
  /** Whether another trial is allowed; where none is, something is left out. */
  readonly hasRoom: () => boolean;
  readonly counts: () => BenchCounts;
  /** Ids of the rules that fired in any trial. */
  readonly fired: () => ReadonlySet<string>;
};

export type BenchCounts = {
  readonly evaluations: number;
  readonly refused: number;
  /** Whether work was left undone for want of room. */
  readonly isCut: boolean;
};

export function benchOf(loaded: LoadedVersion): Bench {
  let [evaluations, refused, room, isCut] = [0, 0, 0, false];
  const fired = new Set<string>();
  return {
    fired: () => fired,
    loaded,
    facts: probedFacts(loaded),
    comparisons: comparisonsOf(loaded),
    allow: (trials) => void (room = trials),
    hasRoom: () => {
      isCut ||= room <= 0;
      return room > 0;
    },
    counts: () => ({ evaluations, refused, isCut }),
    attempt(trial, scheduled) {
      if (room <= 0) {
        isCut = true;
        return undefined;
      }
      room -= 1;
      evaluations += 1;
      const decided = decide(loaded, trial.request, {
        evaluatedAt: trial.evaluatedAt,
        record: recordOf(loaded, trial),
        isBrief: true,
        scheduled: scheduled ?? [],
      });
      if ("refusal" in decided) {
        refused += 1;
        return undefined;
      }
      const { outcome, explanation } = decided.response;
      for (const { rule } of explanation) if (rule !== undefined) fired.add(rule);
      return { trial, outcome, explanation, concerned: decided.concerned };
    },
  };
}

function recordOf({ version: { policy } }: LoadedVersion, trial: Trial): readonly Finding[] {
  if (trial.onRecord.length === 0) return [];
  const day =
    appliesOn(policy, trial.request, trial.evaluatedAt) ?? localDay(trial.evaluatedAt, policy.timeZone);
  const occurredOn = formatDay(day - 1);
  return trial.onRecord.flatMap(({ party, code, times }) =>
    Array.from({ length: times }, () => ({ party, code, occurredOn })),
  );
}

/** What the outcome says of somebody; whom it does not name, it charges nothing. */
export function entryOf({ outcome }: Tried, id: string): PartyOutcome | undefined {
  return outcome.parties.find(({ party }) => party === id);
}

/** What somebody is charged, assessed and not of a month; minor units. */
export function chargeOf(tried: Tried, id: string): number {
  return entryOf(tried, id)?.totalMinor ?? 0;
}

/**
 * Whose charge a change at this place is held against: of the case, everybody's; of a party, their own and that of those
 * whom parties name. What other parties bear may well move the other way.
 */
export function concernedBy({ party }: Slot, pair: readonly [Tried, Tried]): readonly string[] {
  const ids = [...new Set(pair.flatMap(({ outcome }) => outcome.parties.map((entry) => entry.party)))];
  if (party === undefined) return ids;
  const others = new Set(pair[0].trial.request.case.parties.map(({ id }) => id).filter((id) => id !== party));
  return ids.filter((id) => !others.has(id));
}

/**
 * Whether what two cases cost can be held against each other: where both are decided here, or both end in the same way.
 * What is referred, out of scope, pending or refused costs less for a reason of its own.
 */
export function areComparable([one, other]: readonly [Tried, Tried]): boolean {
  return one.outcome.disposition === other.outcome.disposition || [one, other].every(isDecidedHere);
}

function isDecidedHere({ outcome: { disposition } }: Tried): boolean {
  return disposition === "upheld" || disposition === "not-upheld";
}
