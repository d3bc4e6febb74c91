import type { ConditionTrace, ExplanationStep } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { rowPlaceOf } from "../read-rule.ts";
import type { ExplanationReader } from "./steps.ts";
import { firstFailed, isForOtherKind, whyFailed } from "./trace-words.ts";

/**
 * The rules of one stage that did not fire, each with the condition that failed and what it saw. Rules that failed for
 * the same reason share a line, rows of one table count as one, and rules for another kind of party are left out.
 */
export function notAppliedLines(
  steps: readonly ExplanationStep[],
  reader: ExplanationReader,
): readonly string[] {
  const failures = failuresOf(steps, reader);
  const lines = new Map<
    string,
    { readonly parties: readonly string[]; readonly reason: string; readonly rules: readonly string[] }
  >();
  for (const { rule, reason, parties } of failures) {
    const key = JSON.stringify([parties, reason]);
    const rules = [...(lines.get(key)?.rules ?? []), rule];
    lines.set(key, { parties, reason, rules: [...new Set(rules)] });
  }
  return [...lines.values()].map(({ rules, parties, reason }) =>
    reader.words.notApplied(rules, reader.words.parties(parties), reason),
  );
}

type Failure = { readonly rule: string; readonly reason: string; readonly parties: readonly string[] };

/** One entry for each rule and reason, with all parties of whom it is so. */
function failuresOf(steps: readonly ExplanationStep[], reader: ExplanationReader): readonly Failure[] {
  const failures = new Map<string, Failure>();
  for (const step of steps) {
    if (step.kind !== "rule" || step.fired === true || !step.conditions || isForOtherKind(step.conditions))
      continue;
    const failure = failureOf(step, step.conditions, steps, reader);
    const key = JSON.stringify([failure.rule, failure.reason]);
    const known = failures.get(key);
    const parties = step.party === undefined ? [] : [step.party];
    failures.set(key, { ...failure, parties: [...new Set([...(known?.parties ?? []), ...parties])] });
  }
  return [...failures.values()];
}

function failureOf(
  step: ExplanationStep,
  conditions: ConditionTrace,
  steps: readonly ExplanationStep[],
  { words, vocabulary }: ExplanationReader,
): Omit<Failure, "parties"> {
  const reason = words.trace.and(whyFailed(conditions, words.trace, vocabulary));
  const label = step.label[vocabulary.language] + citation(step.references, vocabulary);
  const place = rowPlaceOf(step.rule ?? "", vocabulary.policy);
  if (!place) return { rule: label, reason };
  const table = step.rule?.split("#")[0] ?? "";
  const oneFired = steps.some(
    (other) => other.fired === true && other.party === step.party && other.rule?.startsWith(`${table}#`),
  );
  const failed = firstFailed(conditions);
  const asked =
    failed && place.table.inputs.some(({ fact }) => fact === failed.fact)
      ? words.trace.saw(failed, vocabulary)
      : reason;
  return {
    rule:
      words.tableRows(place.table.label[vocabulary.language], oneFired) +
      citation(place.table.references, vocabulary),
    reason: asked,
  };
}
