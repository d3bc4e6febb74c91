import { type ConditionTrace, PARAMETER_PREFIX } from "@evenhand/domain";
import type { Operand, Test } from "../condition-node.ts";

/** One comparison as a decision saw it. */
export type ComparisonTrace = Extract<ConditionTrace, { readonly kind: "comparison" }>;

/** The comparison as a test that both grammars can read; explanations stand in no document, so it has no places. */
export function testOf({ fact, operator, expected, expectedFrom }: ComparisonTrace): Test {
  return {
    fact,
    subjectPointer: "",
    bounds: [{ operator, operand: operandOf(expected, expectedFrom), pointer: "" }],
  };
}

function operandOf(expected: ComparisonTrace["expected"], from: string | undefined): Operand {
  const pointer = "";
  if (from !== undefined && !from.startsWith(PARAMETER_PREFIX))
    return { kind: "reference", name: from, pointer };
  if (expected === null) return { kind: "unknown", pointer };
  if (typeof expected === "object")
    return { kind: "list", members: expected.map((value) => ({ value, pointer })), pointer };
  return { kind: "literal", value: expected, pointer };
}

/** Whether the comparison asks for the order of two values: only then the value it saw says less than the bound. */
export function asksForOrder({ operator }: ComparisonTrace): boolean {
  return (
    operator === "lessThan" ||
    operator === "lessThanInclusive" ||
    operator === "greaterThan" ||
    operator === "greaterThanInclusive"
  );
}

/** "Above 0" of what is counted says nothing that the count itself does not. */
export function asksForAny({ operator, expected }: ComparisonTrace): boolean {
  return operator === "greaterThan" && expected === 0;
}

/** Whether the comparison asks only whether the fact is known. */
export function asksWhetherKnown({ expected, expectedFrom }: ComparisonTrace): boolean {
  return expected === null && expectedFrom === undefined;
}
