import { type Departure, canonicalJson } from "@evenhand/domain";
import { compareText } from "./compare-text.ts";
import type { FairnessDecision, Figures } from "./decision.ts";
import { type Foremost, addTo, foremostOf } from "./foremost.ts";
import { interner } from "./interner.ts";
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

/** Those that depart come first. */
const SHOWN: Foremost<LikeDecision> = {
  most: 50,
  order: (a, b) => isDeparture(b) - isDeparture(a) || compareText(a.id, b.id),
};

/** Nearly every group is of a single decision, so that each is kept in as little as there can be of it. */
type Group = {
  readonly policy: FairnessDecision["policy"];
  /** The outcome that came first. */
  readonly first: Alike;
  /** What there is to report, once there is anything: the facts, and the other outcomes by their texts. */
  unlike: { readonly facts: RelevantFacts; readonly others: Map<string, Alike> } | null;
};

/** The decisions with one outcome. */
type Alike = {
  /** The outcome as `packed` makes a text of it. */
  readonly packed: string;
  count: number;
  readonly decisions: LikeDecision[];
};

/**
 * Were like cases treated alike? Decisions with the same relevant facts under the same version are like cases, for which the
 * rules propose the same; more than one outcome among them is a finding, with who departed and why. What stands in which
 * month is no part of an outcome, since it depends on what somebody owes already.
 */
export function likeCases(): FairnessQuestion<LikeCases> {
  const groups = new Map<string, Group>();
  const policies = new Map<string, FairnessDecision["policy"]>();
  const same = interner();
  let decisions = 0;
  return {
    see: (decision) => {
      decisions++;
      const policy = policies.get(decision.policy.hash) ?? decision.policy;
      policies.set(policy.hash, policy);
      const one = { text: packed(decision), decision: shown(decision, same) };
      const group = groups.get(decision.likeness);
      if (group) addOne(group, one, decision.relevant);
      else groups.set(decision.likeness, { policy, first: alikeOf(one), unlike: null });
    },
    answer: () => {
      const several = [...groups].filter(([, group]) => sizeOf(group) > 1);
      return {
        decisions,
        groups: several.length,
        compared: several.reduce((sum, [, group]) => sum + sizeOf(group), 0),
        unlike: several
          .flatMap(([likeness, group]) => unlikeOf(likeness, group))
          .toSorted((a, b) => b.decisions - a.decisions || compareText(a.likeness, b.likeness)),
      };
    },
  };
}

type One = { readonly text: string; readonly decision: LikeDecision };

function alikeOf({ text, decision }: One): Alike {
  return { packed: text, count: 1, decisions: [decision] };
}

function addOne(group: Group, one: One, facts: RelevantFacts): void {
  const alike = group.first.packed === one.text ? group.first : group.unlike?.others.get(one.text);
  if (alike) {
    alike.count++;
    addTo(alike.decisions, one.decision, SHOWN);
    return;
  }
  group.unlike ??= { facts, others: new Map() };
  group.unlike.others.set(one.text, alikeOf(one));
}

type PackedParty = readonly [
  fineMinor: number,
  bonusMinor: number,
  totalMinor: number,
  grade: string | null,
  role: string | null,
  exemption: string | null,
];
type Packed = readonly [disposition: LikeOutcome["disposition"], ...parties: PackedParty[]];

/** An outcome as a short text; the same outcome gives the same. */
function packed({ disposition, parties }: FairnessDecision): string {
  const outcome: Packed = [
    disposition,
    ...parties.map(({ decided, role, exemption }): PackedParty => {
      const { fineMinor, bonusMinor, totalMinor, grade } = decided;
      return [fineMinor, bonusMinor, totalMinor, grade, role, exemption];
    }),
  ];
  return JSON.stringify(outcome);
}

/** INVARIANT: it is given what `packed` gave. */
function unpacked(text: string): LikeOutcome {
  const [disposition, ...parties] = JSON.parse(text) as Packed;
  return {
    disposition,
    parties: parties.map(([fineMinor, bonusMinor, totalMinor, grade, role, exemption]) => ({
      fineMinor,
      bonusMinor,
      totalMinor,
      grade,
      role,
      exemption,
    })),
  };
}

function shown(decision: FairnessDecision, same: ReturnType<typeof interner>): LikeDecision {
  const { id, reference, decidedOn, decider, departures, reason, appeal } = decision;
  return {
    id,
    reference,
    decidedOn: same(decidedOn),
    decider: same(decider),
    departures: departures.length === 0 ? NO_DEPARTURES : departures,
    reason,
    appeal,
  };
}

const NO_DEPARTURES: LikeDecision["departures"] = [];

function outcomesOf({ first, unlike }: Group): readonly Alike[] {
  return unlike ? [first, ...unlike.others.values()] : [first];
}

function sizeOf(group: Group): number {
  return outcomesOf(group).reduce((sum, { count }) => sum + count, 0);
}

/** None where all came to the same. */
function unlikeOf(likeness: string, group: Group): readonly UnlikeOutcomes[] {
  if (!group.unlike) return [];
  const outcomes = outcomesOf(group)
    .map(({ packed: text, count, decisions }) => ({ outcome: unpacked(text), count, decisions }))
    .toSorted((a, b) => b.count - a.count || compareText(canonicalJson(a.outcome), canonicalJson(b.outcome)))
    .map(({ decisions, ...alike }) => ({ ...alike, decisions: foremostOf(decisions, SHOWN) }));
  const { facts } = group.unlike;
  return [{ likeness, policy: group.policy, facts, decisions: sizeOf(group), outcomes }];
}

function isDeparture({ departures }: LikeDecision): number {
  return departures.length > 0 ? 1 : 0;
}
