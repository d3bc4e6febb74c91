import type { Policy, Rule } from "@evenhand/domain";
import { fact, parameter, samplePolicy, sampleTable } from "../table/sample-table.ts";

/** A rule that fines for a loss above a limit, for tests of comparisons. */
export function rule(id: string, parts: Partial<Rule["rule"]> = {}): Rule {
  return {
    id,
    stage: "penalty",
    scope: "party",
    label: { en: `The ${id} rule`, zh: `${id}规则` },
    references: [{ article: "23" }],
    rule: {
      conditions: { all: [{ fact: "loss", operator: "greaterThan", value: { fact: "parameter.limit" } }] },
      event: { type: "fine", params: { amount: { fact: "parameter.fineAmount" } } },
      ...parts,
    },
  };
}

/** A small policy that has one of everything a comparison tells apart. */
export const SAMPLE_VERSION: Policy = samplePolicy({
  facts: {
    case: {
      loss: fact("money", "loss"),
      receivedOn: fact("date", "day of receipt"),
      repliedOn: fact("date", "day of reply"),
      kind: fact("enum", "kind", {
        values: { quality: { en: "quality", zh: "质量" }, late: { en: "late delivery", zh: "延误" } },
      }),
    },
    party: { points: fact("integer", "points", { maximum: { fact: "parameter.mostPoints" } }) },
  },
  derived: {
    case: {
      daysLate: {
        label: { en: "days late", zh: "迟延天数" },
        kind: "days-between",
        from: "receivedOn",
        to: "repliedOn",
        after: { fact: "parameter.replyDays" },
      },
    },
  },
  parameters: {
    bonusCapRate: {
      ...parameter(0.5, "rate"),
      label: { en: "Cap rate", zh: "上限比例" },
      references: [{ article: "21(3)" }],
    },
    conversion: {
      ...parameter(1, "rate"),
      label: { en: "Warning conversion rate", zh: "警告折算率" },
      references: [{ article: "24" }],
    },
    limit: parameter(200_000, "money"),
    fineAmount: parameter(120_000, "money"),
    replyDays: parameter(7, "calendar-days"),
    answerDays: parameter(5, "calendar-days"),
    mostPoints: parameter(40, "count"),
  },
  gates: [
    {
      kind: "heard",
      told: "receivedOn",
      days: { fact: "parameter.answerDays" },
      label: { en: "Heard beforehand", zh: "事先听取申辩" },
      references: [{ article: "8" }],
    },
    {
      kind: "evidence",
      atLeast: 2,
      label: { en: "Evidence is listed", zh: "列明证据" },
      references: [{ article: "9" }],
    },
    {
      kind: "not-punished-before",
      act: "receivedOn",
      label: { en: "Not punished twice", zh: "一事不再罚" },
      references: [{ article: "10" }],
    },
  ],
  conditions: {
    large: { all: [{ fact: "loss", operator: "greaterThanInclusive", value: { fact: "parameter.limit" } }] },
  },
  tables: {
    levels: sampleTable(["loss"], {
      small: [{ atMost: 100_000 }],
      middle: [{ above: 100_000, atMost: { fact: "parameter.limit" } }],
      large: [{ above: { fact: "parameter.limit" } }],
    }),
  },
  rules: [
    rule("first"),
    rule("second", {
      conditions: { all: [{ condition: "large" }] },
      event: { type: "grade", params: { grade: "warning" } },
    }),
    rule("third", {
      conditions: { all: [{ fact: "daysLate", operator: "greaterThan", value: 0 }] },
      event: {
        type: "deduct",
        params: { of: "grade", rates: { warning: { fact: "parameter.conversion" } } },
      },
    }),
  ],
  words: { warning: { en: "warning", zh: "警告" } },
  notes: [
    { text: { en: "A reading.", zh: "一种解释。" }, references: [{ article: "24" }] },
    { text: { en: "Another.", zh: "另一种。" } },
  ],
  grades: ["warning"],
});
