import type { Rule } from "@evenhand/domain";
import { testsOf } from "../condition-node.ts";
import { conditionTree } from "../condition-tree.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The fact that a deadline runs from, where its rule asks whether it is known: the reasons have named it by then. */
export function startAskedFor(
  { rule: { conditions, event } }: Rule,
  vocabulary: Vocabulary,
): string | undefined {
  if (event.type !== "due") return undefined;
  const { from } = event.params;
  const asked = testsOf(conditionTree(conditions, vocabulary, "")).some(
    ({ fact, bounds: [{ operator, operand }] }) =>
      fact === from && operator === "notEqual" && operand.kind === "unknown",
  );
  return asked ? from : undefined;
}
