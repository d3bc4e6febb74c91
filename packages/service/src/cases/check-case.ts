import type { Case, EvaluateRequest, Problem, RefusalCode, Warning } from "@evenhand/domain";
import { decide } from "@evenhand/engine";
import { appliesOnOf } from "../decisions/applies-on.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CaseToStore } from "./store-case.ts";
import { unstorable } from "./unstorable.ts";

/** Where what is wrong with a case is told; pointers are those of a request, `/case/facts/lossAmount`. */
export type CaseRefused = { readonly refusal: { readonly problems: readonly Problem<RefusalCode>[] } };

/** A case that can be kept, with what an evaluation would warn of. */
export type CaseChecked = CaseToStore & { readonly warnings: readonly Warning[] };

/**
 * Whether a case can be kept, and decided under the version in force on its day. It is decided for that, since only so is
 * everything found that an evaluation would be refused for; of the outcome only the warnings are looked at.
 */
export function checkCase(
  rules: Rulebook,
  { policy: id, case: given, at }: { readonly policy: string; readonly case: Case; readonly at: number },
): CaseChecked | CaseRefused {
  const unfit = unstorable(given);
  if (unfit.length > 0) return { refusal: { problems: unfit } };
  const request: EvaluateRequest = { case: given };
  const selected = rules.select(id, request, at);
  if ("refusal" in selected) return selected;
  const { loaded, version } = selected.version;
  const tried = decide(loaded, request, { evaluatedAt: at, versionReason: selected.reason });
  if ("refusal" in tried) return tried;
  const appliesOn = appliesOnOf(version.policy, request, at);
  return { policy: version.policy, case: given, appliesOn, warnings: tried.response.outcome.warnings };
}
