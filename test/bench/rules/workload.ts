import type { FactSlots, RuleSet } from "@evenhand/engine";

/** Rules and the cases they are asked about. */
export type Workload = {
  readonly name: string;
  readonly set: RuleSet;
  readonly cases: readonly FactSlots[];
};

/** Anything that says which rules fire, as indices into the set's rules, ascending. */
export type Firing = {
  readonly name: string;
  readonly fire: (facts: FactSlots) => readonly number[] | Promise<readonly number[]>;
};
