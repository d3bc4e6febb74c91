import { type Departure, canonicalJson } from "@evenhand/domain";
import type { FairnessDecision, Figures } from "./decision.ts";
import { compareText } from "./compare-text.ts";
import type { FairnessQuestion } from "./question.ts";
import type { RelevantFacts } from "./relevant-facts.ts";

/** What a case came to for each party, in the order of the case, without who they are. */
export type LikeOutcome = {
  readonly disposition: FairnessDecision["disposition"];
  readonly parties: readonly (Figures & {
    readonly role: string | null;
    readonly exemption: string | null;
  })[];
};

/** A decision by which like cases came to differ, or one of those it differs from. */
export type LikeDecision = {
  readonly id: string;
  readonly reference: string;
  readonly decidedOn: string;
  readonly decider: string | null;
  /** The figures that were decided in place of the proposed ones; none where it stayed with the proposal. */
  readonly departures: readonly Departure[];
  /** The commitment to the reason that was given. */
  readonly reason: string | null;
  /** The appeal that it answers. */
  readonly appeal: string | null;
};

/** Like cases that were decided unlike. */
export type UnlikeOutcomes = {
  readonly likeness: string;
  readonly policy: FairnessDecision["policy"];
  readonly facts: RelevantFacts;
  readonly decisions: number;
  /** The most frequent first; each with its decisions, those that depart from the proposal first, at most 50. */
  readonly outcomes: readonly {
    readonly outcome: LikeOutcome;
    readonly count: number;
    readonly decisions: readonly LikeDecision[];
  }[];
};

export type LikeCases = {
  readonly decisions: number;
  /** Groups of like cases with two decisions or more; the others have nothing to be compared with. */
  readonly groups: number;
  /** Decisions in those groups. */
  readonly compared: number;
  /** The largest first, then by likeness, so that the same decisions give the same answer in whatever order they came. */
  readonly unlike: readonly UnlikeOutcomes[];
};

const MOST_DECISIONS_SHOWN = 50;

type Group = {
  readonly policy: FairnessDecision["policy"];
  /** By the text of the outcome. */
  readonly outcomes: Map<string, { readonly outcome: LikeOutcome; readonly decisions: LikeDecision[] }>;
  /** Kept once there is something to report. */
  facts?: RelevantFacts;
};

/**
 * Were like cases treated alike? Decisions with the same relevant facts under the same version are like cases, for which the
 * rules propose the same; more than one outcome among them is a finding, with who departed and why. What stands in which
 * month is no part of an outcome, since it depends on what somebody owes already.
 */
export function likeCases(): FairnessQuestion<LikeCases> {
  const groups = new Map<string, Group>();
  let decisions = 0;
  return {
    see: (decision) => {
      decisions++;
      const group: Group = groups.get(decision.likeness) ?? { policy: decision.policy, outcomes: new Map() };
      groups.set(decision.likeness, group);
      const outcome = outcomeOf(decision);
      const text = canonicalJson(outcome);
      const alike = group.outcomes.get(text) ?? { outcome, decisions: [] };
      group.outcomes.set(text, alike);
      alike.decisions.push(shown(decision));
      if (group.outcomes.size > 1) group.facts ??= decision.relevant;
    },
    answer: () => {
      const several = [...groups].filter(([, group]) => sizeOf(group) > 1);
      return {
        decisions,
        groups: several.length,
        compared: several.reduce((sum, [, group]) => sum + sizeOf(group), 0),
        unlike: several
          .flatMap(([likeness, group]) => (group.facts ? [unlikeOf(likeness, group, group.facts)] : []))
          .toSorted((a, b) => b.decisions - a.decisions || compareText(a.likeness, b.likeness)),
      };
    },
  };
}

function outcomeOf({ disposition, parties }: FairnessDecision): LikeOutcome {
  return {
    disposition,
    parties: parties.map(({ decided, role, exemption }) => ({ ...decided, role, exemption })),
  };
}

function shown(decision: FairnessDecision): LikeDecision {
  const { id, reference, decidedOn, decider, departures, reason, appeal } = decision;
  return { id, reference, decidedOn, decider, departures, reason, appeal };
}

function sizeOf({ outcomes }: Group): number {
  return [...outcomes.values()].reduce((sum, { decisions }) => sum + decisions.length, 0);
}

function unlikeOf(likeness: string, group: Group, facts: RelevantFacts): UnlikeOutcomes {
  return {
    likeness,
    policy: group.policy,
    facts,
    decisions: sizeOf(group),
    outcomes: [...group.outcomes]
      .toSorted(([a, one], [b, other]) => other.decisions.length - one.decisions.length || compareText(a, b))
      .map(([, { outcome, decisions }]) => ({
        outcome,
        count: decisions.length,
        decisions: decisions
          .toSorted((a, b) => isDeparture(b) - isDeparture(a) || compareText(a.id, b.id))
          .slice(0, MOST_DECISIONS_SHOWN),
      })),
  };
}

function isDeparture({ departures }: LikeDecision): number {
  return departures.length > 0 ? 1 : 0;
}
