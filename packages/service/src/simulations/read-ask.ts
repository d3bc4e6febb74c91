import { MOST_GROUP_FACTS } from "@evenhand/analysis";
import type { ScopeFilter } from "../cases/scope.ts";
import { choiceField, openFields, textField, textsField, wholeField } from "../input/read-fields.ts";
import { scopeField, windowFields } from "../input/read-scope.ts";
import { MOST_VERSION, type VersionOrDraftAsked, readVersionOrDraft } from "../policies/version-or-draft.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** What somebody asks to have simulated. */
export type SimulationSent = {
  readonly policy: string;
  readonly baseline: number | "in-force";
  readonly candidate: VersionOrDraftAsked;
  readonly from?: string;
  readonly until?: string;
  readonly scope: readonly ScopeFilter[];
  readonly groups: readonly string[];
};

/** Reads the body of an ask, and says everything that is wrong with its form. */
export function readAsk(body: unknown): SimulationSent | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, {
    required: ["policy", "candidate"],
    optional: ["baseline", "from", "until", "scope", "groups"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const isNumber = typeof fields.values["baseline"] === "number";
  const baseline = isNumber
    ? wholeField(fields, "baseline", { least: 1, most: MOST_VERSION })
    : (choiceField(fields, "baseline", ["in-force"]) ?? "in-force");
  const candidate = readVersionOrDraft(fields.values["candidate"], { field: "candidate", problems });
  const window = windowFields(fields);
  const scope = scopeField(fields);
  const groups = textsField(fields, "groups", MOST_GROUP_FACTS);
  if (problems.length > 0 || policy === undefined || baseline === undefined || !candidate)
    return refusedAsk(...problems);
  return {
    policy,
    baseline,
    candidate,
    ...window,
    scope: scope ?? [],
    groups: groups ?? [],
  };
}
