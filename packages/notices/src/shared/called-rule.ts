import type { ExplanationStep, LocalizedText, Policy } from "@evenhand/domain";

/**
 * What a rule is called in a letter. A row of a table goes by the name of the table: its number there says nothing to
 * whoever reads it, and what chose the row stands among the reasons.
 *
 * @example calledRule({ rule: "grades#two", label: { en: "Grade by duties, row 2", … } }, policy).en // "Grade by duties"
 */
export function calledRule(
  { rule = "", label }: Pick<ExplanationStep, "rule" | "label">,
  { tables }: Policy,
): LocalizedText {
  const [table = "", row] = rule.split("#");
  return (row === undefined ? undefined : tables[table]?.label) ?? label;
}

/** A step whose label, and those of its lines that begin with it, go by what the rule is called. */
export function calledStep(step: ExplanationStep, policy: Policy): ExplanationStep {
  const called = calledRule(step, policy);
  if (called === step.label) return step;
  const renamed = (text: LocalizedText): LocalizedText => ({
    en: text.en.replace(step.label.en, called.en),
    zh: text.zh.replace(step.label.zh, called.zh),
  });
  return {
    ...step,
    label: called,
    ...(step.arithmetic
      ? { arithmetic: step.arithmetic.map((line) => ({ ...line, label: renamed(line.label) })) }
      : {}),
  };
}
