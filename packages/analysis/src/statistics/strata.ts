import { NOT_A_NUMBER, type NotComputable, NOTHING_TO_COMPARE, notComputable } from "./not-computable.ts";

/** The amounts of a group and of the comparable cases, within one stratum. */
export type Stratum = { readonly group: readonly number[]; readonly reference: readonly number[] };

/** The strata that have cases of both groups; or why nothing can be compared. */
export function comparable(strata: readonly Stratum[]): readonly Stratum[] | NotComputable {
  if (!strata.every((stratum) => isEvery(stratum, (value) => Number.isFinite(value)))) return NOT_A_NUMBER;
  const both = strata.filter(({ group, reference }) => group.length > 0 && reference.length > 0);
  if (both.length === 0) return NOTHING_TO_COMPARE;
  if (both.every((stratum) => isEvery(stratum, (value) => value === stratum.group[0]))) {
    return notComputable(
      "within each stratum all amounts are the same, so there is no difference to weigh",
      "每一层内的数额均相同，没有差异可供比较",
    );
  }
  return both;
}

function isEvery({ group, reference }: Stratum, holds: (value: number) => boolean): boolean {
  return group.every(holds) && reference.every(holds);
}
