import type { FactValue } from "@evenhand/domain";
import { compareText } from "./compare-text.ts";
import type { FairnessDecision, FairnessParty, Figures } from "./decision.ts";
import type { FairnessQuestion } from "./question.ts";

/** Somebody in another case, and how near that case comes. */
export type Comparator = {
  readonly id: string;
  readonly reference: string;
  readonly policy: FairnessDecision["policy"];
  readonly decidedOn: string;
  readonly party: string;
  /** 0 where all facts are the same, 1 where none is. */
  readonly distance: number;
  /** The facts that differ, the farthest apart first. */
  readonly differing: readonly {
    readonly fact: string;
    readonly own: FactValue;
    readonly theirs: FactValue;
    readonly distance: number;
  }[];
  readonly proposed: Figures;
  readonly decided: Figures;
  /**
   * - `unlike`: a like case with an unlike penalty: another grade, or amounts further apart than any of the facts
   * - `like`: a like case with a penalty to match
   * - `near`: no like case, but among the nearest
   */
  readonly standing: "unlike" | "like" | "near";
};

export type ComparatorOptions = {
  /** The decision that is looked at, and whose part in it. */
  readonly decision: FairnessDecision;
  readonly party: string;
  /** How many are wanted; 20 unless another number is given. */
  readonly most?: number;
};

/** Up to this distance cases are called like: of ten facts one may differ altogether, or all a little. */
const LIKE_WITHIN = 0.1;

const STANDINGS = ["unlike", "like", "near"] as const;

/**
 * With whom can somebody compare themselves? The people in other decisions of the same policy, under whichever version, whose
 * facts are nearest, like cases with unlike penalties first. The distance is the mean over all relevant facts of the case and
 * of the person that either of the two states (Gower's coefficient): of numbers |a − b| ÷ the larger of |a| and |b|, of sets the share of
 * members that only one of them has, of anything else 0 where they are the same and 1 where they are not, and 1 where only one of them states it.
 * Numbers stand against their own size and not, as in Gower, against the range of all cases, so that a single enormous
 * case does not make all others look alike. Every fact weighs the same.
 * Source: J. C. Gower, “A general coefficient of similarity and some of its properties”, Biometrics 27 (1971), 857–871.
 *
 * Decisions in another currency are passed over, since amounts in two currencies cannot be held against each other.
 * Who somebody is plays no part, as in `RelevantFacts`; parties that only an outcome names state no facts and are not compared.
 */
export function comparators({
  decision,
  party,
  most = 20,
}: ComparatorOptions): FairnessQuestion<readonly Comparator[]> {
  const own = factsOf(decision, party);
  const ownParty = decision.parties.find((one) => one.party === party);
  let nearest: readonly Comparator[] = [];
  return {
    see: (other) => {
      if (!own || !ownParty || other.id === decision.id || other.policy.id !== decision.policy.id) return;
      if (other.disposition !== decision.disposition || other.currency !== decision.currency) return;
      const found = other.parties.flatMap((theirs) => {
        const facts = theirs.kind === ownParty.kind ? factsOf(other, theirs.party) : undefined;
        return facts ? [comparatorOf({ own, facts, ownParty, theirs, other })] : [];
      });
      nearest = [...nearest, ...found].toSorted(byStanding).slice(0, most);
    },
    answer: () => nearest,
  };
}

type Facts = ReadonlyMap<string, FactValue>;

/** What a case and one of its parties state, as far as rules read it; undefined where the case does not list the party. */
function factsOf({ relevant, parties }: FairnessDecision, party: string): Facts | undefined {
  const stated = relevant.parties[parties.findIndex((one) => one.party === party)];
  return stated && new Map([...Object.entries(relevant.case), ...Object.entries(stated)]);
}

function comparatorOf(of: {
  readonly own: Facts;
  readonly facts: Facts;
  readonly ownParty: FairnessParty;
  readonly theirs: FairnessParty;
  readonly other: FairnessDecision;
}): Comparator {
  const names = [...new Set([...of.own.keys(), ...of.facts.keys()])];
  const differing = names
    .map((fact) => {
      const [own, theirs] = [of.own.get(fact) ?? null, of.facts.get(fact) ?? null];
      return { fact, own, theirs, distance: distanceOf(own, theirs) };
    })
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => b.distance - a.distance || compareText(a.fact, b.fact));
  const distance = differing.reduce((sum, one) => sum + one.distance, 0) / Math.max(1, names.length);
  const { id, reference, policy, decidedOn } = of.other;
  const isUnlike = arePenaltiesApart(of.ownParty.decided, of.theirs.decided, differing[0]?.distance ?? 0);
  return {
    id,
    reference,
    policy,
    decidedOn,
    party: of.theirs.party,
    distance,
    differing,
    proposed: of.theirs.proposed,
    decided: of.theirs.decided,
    standing: distance > LIKE_WITHIN ? "near" : isUnlike ? "unlike" : "like",
  };
}

function distanceOf(own: FactValue, theirs: FactValue): number {
  if (typeof own === "number" && typeof theirs === "number") {
    return own === theirs
      ? 0
      : Math.min(1, Math.abs(own - theirs) / Math.max(Math.abs(own), Math.abs(theirs)));
  }
  if (isSet(own) && isSet(theirs)) {
    const all = new Set([...own, ...theirs]);
    const shared = own.filter((member) => theirs.includes(member)).length;
    return all.size === 0 ? 0 : 1 - shared / all.size;
  }
  return own === theirs ? 0 : 1;
}

function isSet(value: FactValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether two penalties are of another grade, or their amounts are further apart than the facts are at most. */
function arePenaltiesApart(own: Figures, theirs: Figures, farthestFact: number): boolean {
  // The last minor unit of a loss falls to whoever comes first in the case.
  const slack = 1 / Math.max(1, own.totalMinor, theirs.totalMinor);
  return own.grade !== theirs.grade || distanceOf(own.totalMinor, theirs.totalMinor) > farthestFact + slack;
}

function byStanding(a: Comparator, b: Comparator): number {
  return (
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    a.distance - b.distance ||
    compareText(a.id, b.id) ||
    compareText(a.party, b.party)
  );
}
