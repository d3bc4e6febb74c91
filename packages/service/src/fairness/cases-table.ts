import type { Language } from "@evenhand/domain";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import type { FairnessCase } from "./fairness-cases.ts";

/** Whom a review counted: one line a person in a case, with what is stated of each fact. */
export function casesTable(
  cases: readonly FairnessCase[],
  given: {
    readonly language: Language;
    readonly currency: string;
    /** Facts that people were told apart by, with their labels. */
    readonly facts: readonly { readonly fact: string; readonly label: TableColumn["header"] }[];
  },
): Table {
  const { language, currency, facts } = given;
  const yes = { en: "yes", zh: "是" }[language];
  return {
    name: { en: "Cases", zh: "案件" },
    currency,
    timeZone: "UTC",
    columns: [
      ...COLUMNS,
      ...facts.map(({ fact, label }) => ({ id: `fact.${fact}`, kind: "text" as const, header: label })),
    ],
    rows: cases
      // A table holds one currency.
      .filter((one) => one.currency === currency)
      .map((one): TableRow => ({
        ...one,
        grade: one.grade ?? "",
        groups: undefined,
        isPenalised: one.isPenalised ? yes : "",
        isDeparture: one.isDeparture ? yes : "",
        ...Object.fromEntries(facts.map(({ fact }) => [`fact.${fact}`, one.groups[fact] ?? ""])),
      })),
  };
}

const COLUMNS: readonly TableColumn[] = [
  { id: "decision", kind: "text", header: { en: "Decision", zh: "决定" } },
  { id: "reference", kind: "text", header: { en: "Case", zh: "案件" } },
  { id: "decidedOn", kind: "date", header: { en: "Decided on", zh: "决定日期" } },
  { id: "version", kind: "integer", header: { en: "Version", zh: "版本" } },
  { id: "party", kind: "text", header: { en: "Person", zh: "人员" } },
  { id: "category", kind: "text", header: { en: "Kind", zh: "类别" } },
  { id: "lossMinor", kind: "money", header: { en: "Loss", zh: "损失" } },
  { id: "proposedMinor", kind: "money", header: { en: "Proposed", zh: "建议金额" } },
  { id: "totalMinor", kind: "money", header: { en: "Decided", zh: "决定金额" } },
  { id: "grade", kind: "text", header: { en: "Grade", zh: "纪律处分" } },
  { id: "isPenalised", kind: "text", header: { en: "Penalised", zh: "受处罚" } },
  { id: "isDeparture", kind: "text", header: { en: "Departs from the proposal", zh: "偏离建议" } },
  { id: "decider", kind: "text", header: { en: "Recorded by", zh: "决定人" } },
];
