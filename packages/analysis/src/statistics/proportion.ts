import { EMPTY_GROUP, type NotComputable, notComputable } from "./not-computable.ts";

/** How many of how many: whole numbers, `0 <= count <= of`. */
export type Proportion = { readonly count: number; readonly of: number };

/** The same count in a group and in those it is compared with: a table of two by two. */
export type TwoGroups = { readonly group: Proportion; readonly reference: Proportion };

/** Those of whom it is not so, such as the share that is not penalised. `complement({ count: 30, of: 500 })` is 470 of 500. */
export function complement({ count, of }: Proportion): Proportion {
  return { count: of - count, of };
}

/** The same table of those of whom it is not so. */
export function complementOf({ group, reference }: TwoGroups): TwoGroups {
  return { group: complement(group), reference: complement(reference) };
}

/** Why nothing can be computed from this; undefined where it can. An empty group is a group here, not a mistake. */
export function proportionProblem({ count, of }: Proportion): NotComputable | undefined {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(of) || count < 0 || of < 0) {
    return notComputable("counts must be whole numbers and not below zero", "计数必须是不小于零的整数");
  }
  if (count > of) {
    return notComputable("the count is larger than the number that it is counted out of", "计数大于其总数");
  }
  return undefined;
}

/** The same of two groups, neither of which may be empty. */
export function twoGroupsProblem({ group, reference }: TwoGroups): NotComputable | undefined {
  return (
    proportionProblem(group) ??
    proportionProblem(reference) ??
    (group.of === 0 || reference.of === 0 ? EMPTY_GROUP : undefined)
  );
}
