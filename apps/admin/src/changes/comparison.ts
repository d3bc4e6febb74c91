import type { Policy } from "@evenhand/domain";
import type { PolicyChange } from "@evenhand/policy";
import type { PolicyReading } from "../api/answers.ts";

/** Two documents of a policy and what differs between them, in the order of the document. */
export type Comparison = {
  readonly before: Policy;
  readonly after: Policy;
  readonly changes: readonly PolicyChange[];
};

/** Both as sentences. */
export type Readings = { readonly before: PolicyReading; readonly after: PolicyReading };
