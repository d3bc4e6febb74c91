import type { ConditionTrace, ExplanationStep } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { rowPlaceOf } from "../read-rule.ts";
import type { ExplanationReader } from "./steps.ts";
import { firstFailed, isForOtherKind, whyFailed } from "./trace-words.ts";

/**
 * The rules of one stage that did not fire, each on a line of its own with the condition that failed and what it
 * saw. Parties of whom it failed for the same reason share the line, rows of one table count as one rule, and rules for
 * another kind of party are left out.
 */
export function notAppliedLines(
  steps: readonly ExplanationStep[],
  reader: ExplanationReader,
): readonly string[] {
  return failuresOf(steps, reader).map(({ rule, parties, reason }) =>
    reader.words.notApplied(rule, reader.words.parties(parties), reason),
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
