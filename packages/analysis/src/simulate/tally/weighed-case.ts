import type { PartyKind, PartyOutcome } from "@evenhand/domain";
import type { CaseChange } from "../case-change.ts";
import type { BothDecided } from "../compare/comparison.ts";
import type { PastCase } from "../past-case.ts";
import { classOf } from "../outcome-class.ts";

/** One party as both sides decide about it; minor units. */
export type WeighedParty = {
  readonly party: string;
  readonly kind: PartyKind;
  readonly baselineMinor: number;
  readonly candidateMinor: number;
  /** Ids of `OutcomeClass`. */
  readonly from: string;
  readonly to: string;
  /** Whether anything that is said of it differs. */
  readonly isOther: boolean;
};

/** A case that both sides decided, as tallies take it. */
export type WeighedCase = {
  readonly one: PastCase;
  readonly both: BothDecided;
  /** In the order of the candidate's outcome, then those whom only the baseline's names. */
  readonly parties: readonly WeighedParty[];
  readonly change: CaseChange | undefined;
};

/** Holds what both sides say of each party against each other. */
export function weighParties({ baseline, candidate }: BothDecided): readonly WeighedParty[] {
  const before = new Map(baseline.outcome.parties.map((party) => [party.party, party]));
  const after = new Map(candidate.outcome.parties.map((party) => [party.party, party]));
  const kinds = new Map(
    [...baseline.concerned, ...candidate.concerned].map(({ party, kind }) => [party, kind]),
  );
  return [...new Set([...after.keys(), ...before.keys()])].map((party) => {
    const [was, is] = [before.get(party), after.get(party)];
    return {
      party,
      kind: kinds.get(party) ?? "person",
      baselineMinor: was?.totalMinor ?? 0,
      candidateMinor: is?.totalMinor ?? 0,
      from: classOf(baseline.outcome.disposition, was),
      to: classOf(candidate.outcome.disposition, is),
      isOther: isOther(was, is),
    };
  });
}

/** Whether somebody belongs to the company and is not the company itself: of others nothing is decided that costs them. */
export function isInside({ kind }: Pick<WeighedParty, "kind">): boolean {
  return kind === "person" || kind === "team" || kind === "department";
}

function isOther(was: PartyOutcome | undefined, is: PartyOutcome | undefined): boolean {
  return was !== is && JSON.stringify(was) !== JSON.stringify(is);
}
