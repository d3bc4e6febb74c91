import type { Cell, Condition, FactReference, Literal, RangeCell } from "@evenhand/domain";

/**
 * What a cell asks of its input, as comparisons that must all hold. An empty cell asks nothing.
 *
 * @example
 * cellConditions("lossAmount", { atLeast: 100000, below: 500000 })
 * // [{ fact: "lossAmount", operator: "greaterThanInclusive", value: 100000 },
 * //  { fact: "lossAmount", operator: "lessThan", value: 500000 }]
 */
export function cellConditions(fact: string, cell: Cell): readonly Condition[] {
  if (cell === null) return [];
  if ("is" in cell) return [{ fact, operator: "equal", value: cell.is }];
  if ("oneOf" in cell) return [oneOf(fact, cell.oneOf)];
  if ("unknown" in cell) return [{ fact, operator: "equal", value: null }];
  return rangeConditions(fact, cell);
}

const ENDS = [
  ["atLeast", "greaterThanInclusive"],
  ["above", "greaterThan"],
  ["below", "lessThan"],
  ["atMost", "lessThanInclusive"],
] as const satisfies readonly (readonly [keyof RangeCell, string])[];

function rangeConditions(fact: string, cell: RangeCell): readonly Condition[] {
  return ENDS.flatMap(([end, operator]): readonly Condition[] => {
    const value: number | FactReference | undefined = cell[end];
    return value === undefined ? [] : [{ fact, operator, value }];
  });
}

/** `in` compares with numbers and text only, so truth values are asked for one by one. */
function oneOf(fact: string, values: readonly Literal[]): Condition {
  const listed = values.filter((value) => typeof value !== "boolean");
  if (listed.length === values.length) return { fact, operator: "in", value: listed };
  return { any: values.map((value): Condition => ({ fact, operator: "equal", value })) };
}
