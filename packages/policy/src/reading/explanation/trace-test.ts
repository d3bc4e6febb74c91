import { type ConditionTrace, type Literal, PARAMETER_PREFIX } from "@evenhand/domain";
import type { Operand, Test } from "../condition-tree.ts";

/** One comparison as a decision saw it. */
export type ComparisonTrace = Extract<ConditionTrace, { readonly kind: "comparison" }>;

/** The comparison as a test that both grammars can read; explanations stand in no document, so it has no places. */
export function testOf({ fact, operator, expected, expectedFrom }: ComparisonTrace): Test {
  return { fact, subjectPointer: "", bounds: [{ operator, operand: operandOf(expected, expectedFrom), pointer: "" }] };
}

function operandOf(expected: ComparisonTrace["expected"], from: string | undefined): Operand {
  const pointer = "";
  if (from !== undefined && !from.startsWith(PARAMETER_PREFIX)) return { kind: "reference", name: from, pointer };
  if (expected === null) return { kind: "unknown", pointer };
  if (typeof expected === "object") return { kind: "list", members: expected.map((value) => ({ value, pointer })), pointer };
  return { kind: "literal", value: expected, pointer };
}

/** Whether the comparison asks for the order of two values: only then the value it saw says less than the bound. */
export function asksForOrder({ operator }: ComparisonTrace): boolean {
  return operator === "lessThan" || operator === "lessThanInclusive" || operator === "greaterThan" || operator === "greaterThanInclusive";
}

/** Whether the comparison asks only whether the fact is known. */
export function asksWhetherKnown({ expected, expectedFrom }: ComparisonTrace): boolean {
  return expected === null && expectedFrom === undefined;
}

/** The literal that a comparison saw, where it is one. */
export function sawLiteral({ saw }: ComparisonTrace): Literal | undefined {
  return saw === null || typeof saw === "object" ? undefined : saw;
}
