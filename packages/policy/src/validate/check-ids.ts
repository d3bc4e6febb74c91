import { parseInstant, parseMonth, quote } from "@evenhand/domain";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import type { Statement } from "./statement.ts";

/**
 * Checks what is known by its id: rules, examples and the rules that examples name, steps and the steps they are part of.
 *
 * @example checkIds(statements, inspection) // "duplicate-id" where two rules have one id
 */
export function checkIds(statements: readonly Statement[], inspection: Inspection): void {
  const rules = inspection.draft.rules.flatMap(({ id, at }) => (id === undefined ? [] : [{ id, at }]));
  reportDuplicates(rules, { en: "rule", zh: "规则" }, inspection);
  const examples = inspection.draft.examples.map(({ at, part }) => ({ id: part.id, at }));
  reportDuplicates(examples, { en: "example", zh: "示例" }, inspection);
  checkExamples(inspection);
  checkSteps(statements, inspection);
}

type Identified = { readonly id: string; readonly at: string };

function reportDuplicates(
  all: readonly Identified[],
  kind: { readonly en: string; readonly zh: string },
  { report }: Inspection,
): void {
  const seen = new Set<string>();
  for (const { id, at } of all) {
    if (seen.has(id)) {
      report.add({
        code: "duplicate-id",
        at: within(at, "id"),
        message: {
          en: `another ${kind.en} is called ${quote(id)} as well`,
          zh: `已有名为${quote(id)}的${kind.zh}`,
        },
      });
    }
    seen.add(id);
  }
}

function checkExamples({ draft, report }: Inspection): void {
  const isEveryRuleReadable =
    draft.rules.every(({ id }) => id !== undefined) && draft.shape.isSound("/tables");
  const rows = draft.tables.flatMap((table) => table.rows.map(({ part }) => `${table.id}#${part.id}`));
  const rules = new Set([...draft.rules.flatMap(({ id }) => id ?? []), ...rows]);
  for (const { at, part } of draft.examples) {
    if (part.evaluatedAt !== undefined && parseInstant(part.evaluatedAt) === undefined) {
      reportNoDate(part.evaluatedAt, within(at, "evaluatedAt"), report);
    }
    for (const [index, { month }] of (part.request.scheduled ?? []).entries()) {
      const place = within(at, "request", "scheduled", index, "month");
      if (parseMonth(month) === undefined) reportNoDate(month, place, report);
    }
    for (const [index, rule] of part.reasons.entries()) {
      if (!isEveryRuleReadable || rules.has(rule)) continue;
      report.add({
        code: "unknown-value",
        at: within(at, "reasons", index),
        message: { en: `${quote(rule)} is not a rule of this policy`, zh: `本制度没有规则${quote(rule)}` },
        ...report.didYouMean(rule, rules),
      });
    }
  }
}

function reportNoDate(text: string, at: string, report: Inspection["report"]): void {
  report.add({
    code: "not-a-date",
    at,
    message: { en: `${quote(text)} is not a month or moment`, zh: `${quote(text)}不是有效的月份或时刻` },
    help: {
      en: "write a month as `YYYY-MM`, a moment as `YYYY-MM-DDTHH:MM:SS+08:00`",
      zh: "月份请写作`YYYY-MM`，时刻请写作`YYYY-MM-DDTHH:MM:SS+08:00`",
    },
  });
}

function checkSteps(statements: readonly Statement[], { draft, report }: Inspection): void {
  const isEveryEventReadable =
    draft.rules.every(({ event }) => event) && draft.tables.every(({ whole }) => whole);
  if (!isEveryEventReadable) return;
  const steps = new Set(statements.flatMap(({ event }) => (event.type === "due" ? [event.params.step] : [])));
  for (const { event, placeOf } of statements) {
    if (event.type !== "due" || event.params.partOf === undefined) continue;
    const { step, partOf } = event.params;
    if (steps.has(partOf) && partOf !== step) continue;
    const others = [...steps].filter((other) => other !== step);
    report.add({
      code: "unknown-value",
      at: placeOf("partOf"),
      message:
        partOf === step
          ? { en: `${quote(step)} cannot be a part of itself`, zh: `${quote(step)}不能是自身的一部分` }
          : {
              en: `no rule sets a deadline for a step ${quote(partOf)}`,
              zh: `没有规则为步骤${quote(partOf)}规定期限`,
            },
      ...report.didYouMean(partOf, others),
    });
  }
}
