import type { Gate, GateKind } from "@evenhand/domain";
import * as z from "zod";
import { POLICY_LIMITS } from "./limits.ts";
import { localizedText, someText } from "./text.ts";
import { factReference, references } from "./value.ts";

/** The fields of one kind beside those that all kinds have. */
function kind<const Kind extends GateKind, Fields extends z.ZodRawShape>(named: Kind, fields: Fields) {
  return z.strictObject({
    kind: z.literal(named).describe("What must be so."),
    label: localizedText.describe("What people call it."),
    references: references.describe("Where it comes from."),
    ...fields,
  });
}

const act = (description: string) => someText.describe(description);
const days = (description: string) => factReference.describe(description);

/** What must be so before a decision that costs a person something may be recorded. The set is closed. */
export const gate = z
  .discriminatedUnion("kind", [
    kind("published-before-act", {
      act: act("The case fact (a day or a moment) that says when the act was."),
    }),
    kind("heard", {
      told: act("The fact (a day) that says when the person was told in writing."),
      days: days("A parameter in calendar days: how long there must be to answer."),
    }),
    kind("evidence", {
      atLeast: z
        .int()
        .min(1)
        .max(POLICY_LIMITS.evidence)
        .exactOptional()
        .describe("How many pieces of evidence must be listed. Default: 1."),
    }),
    kind("decider-not-party", {}),
    kind("reasons", {}),
    kind("not-punished-before", {
      act: act("The case fact (a day, a moment or text) that tells one act from another."),
    }),
    kind("within-limitation", {
      act: act("The case fact (a day) that says when the act was."),
      days: days("A parameter in calendar days: how many may lie between the act and the decision."),
    }),
  ])
  .meta({
    id: "Gate",
    description: "A condition for recording a decision that charges somebody or gives a grade.",
  }) satisfies z.ZodType<Gate>;
