import type { Language, LocalizedText } from "@evenhand/domain";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import type { ServiceContext } from "../context.ts";
import type { RefusedAsk } from "../refused.ts";
import { type Download, type TableFormat, tableDownload } from "./download.ts";
import { oneCurrency } from "./one-currency.ts";
import { type PayrollAsk, type PayrollExportLine, payrollMonth } from "./payroll-month.ts";

export const PAYROLL_LINES = ["decisions", "people"] as const;

export type PayrollExportAsk = PayrollAsk & {
  readonly format: TableFormat;
  /** A line for each decision of a person, or one for each person; default `decisions`. */
  readonly lines?: (typeof PAYROLL_LINES)[number];
  readonly currency?: string;
};

/**
 * What payroll takes and gives back in a month, as a table that ends with the totals. An open month shows what is
 * planned, a closed one what was taken.
 *
 * @example
 * await exportPayroll(context, { actor, month: "2026-07", format: "csv", language: "zh", pause })
 * // { fileName: "工资扣减-2026-07.csv", mediaType: "text/csv; …", bytes, … }
 */
export async function exportPayroll(
  context: Pick<ServiceContext, "store" | "rulebook">,
  ask: PayrollExportAsk,
): Promise<Download | RefusedAsk> {
  const { month, lines: all } = await payrollMonth(context, ask);
  const found = all.map(({ currency }) => currency);
  const one = oneCurrency(await context.rulebook(), { found, asked: ask.currency });
  if ("refusal" in one) return one;
  const lines = all.filter(({ currency }) => currency === one.currency);
  const perPerson = ask.lines === "people";
  const table: Table = {
    name: { en: `Payroll ${month}`, zh: `${month}工资扣减` },
    currency: one.currency,
    timeZone: "UTC",
    columns: perPerson ? PERSON_COLUMNS : DECISION_COLUMNS,
    rows: [
      ...(perPerson
        ? perPersonRows(lines, ask.language)
        : lines.map((line) => decisionRow(line, ask.language))
      ).map((row) => ({ month, ...row })),
      { person: TOTAL[ask.language], ...sums(lines) },
    ],
  };
  const name = perPerson ? PERSON_NAME : DECISION_NAME;
  return tableDownload(table, { ...ask, name: { en: `${name.en}-${month}`, zh: `${name.zh}-${month}` } });
}

const DECISION_NAME = { en: "payroll", zh: "工资扣减" };
const PERSON_NAME = { en: "payroll-people", zh: "工资扣减（按人）" };
const RESTATED: LocalizedText = {
  en: "bonus restated after the month was closed: the limit is by the restated bonus; what was taken too much is given back in a later month",
  zh: "本月结账后奖金已更正：上限按更正后的奖金计算，多扣的部分在以后月份退还",
};
const TOTAL: LocalizedText = { en: "Total", zh: "合计" };

function column(id: string, kind: TableColumn["kind"], en: string, zh: string): TableColumn {
  return { id, kind, header: { en, zh } };
}

const WHO = [
  column("month", "month", "Payroll month", "工资月份"),
  column("person", "text", "Staff number", "工号"),
];

const AMOUNTS = [
  column("planned", "money", "Planned, to be taken", "计划扣减"),
  column("taken", "money", "Taken", "已扣减"),
  column("givenBack", "money", "Given back", "退还"),
  column("net", "money", "Net", "净额"),
  column("cap", "money", "Limit of the month", "当月上限"),
  column("toCome", "money", "Still to be taken later", "以后待扣"),
  column("notRecoverable", "money", "Not recoverable", "无法追回"),
  column("note", "text", "Note", "备注"),
];

const DECISION_COLUMNS = [
  ...WHO,
  column("decision", "text", "Decision", "决定编号"),
  column("reference", "text", "Case", "案件编号"),
  column("policy", "text", "Policy", "制度"),
  column("version", "integer", "Version", "版本"),
  column("articles", "text", "Provisions", "依据条款"),
  ...AMOUNTS,
];

const PERSON_COLUMNS = [...WHO, column("decisions", "integer", "Decisions", "决定数"), ...AMOUNTS];

function noteOf({ isRestated }: PayrollExportLine, language: Language): TableRow {
  return isRestated ? { note: RESTATED[language] } : {};
}

function decisionRow(line: PayrollExportLine, language: Language): TableRow {
  return {
    person: line.person,
    decision: line.decision,
    reference: line.reference,
    policy: line.policyTitle,
    version: line.policyVersion,
    articles: line.articles,
    ...sums([line]),
    cap: line.capMinor,
    ...noteOf(line, language),
  };
}

function perPersonRows(lines: readonly PayrollExportLine[], language: Language): readonly TableRow[] {
  return [...Map.groupBy(lines, ({ person }) => person)].map(([person, own]) => ({
    person,
    decisions: own.length,
    ...sums(own),
    // It is one limit over all decisions of the person.
    cap: own[0]?.capMinor ?? null,
    ...(own[0] ? noteOf(own[0], language) : {}),
  }));
}

function sums(lines: readonly PayrollExportLine[]): TableRow {
  const sum = (amountOf: (line: PayrollExportLine) => number): number =>
    lines.reduce((total, line) => total + amountOf(line), 0);
  return {
    planned: sum(({ plannedMinor }) => plannedMinor),
    taken: sum(({ takenMinor }) => takenMinor),
    givenBack: sum(({ givenBackMinor }) => givenBackMinor),
    net: sum(({ netMinor }) => netMinor),
    toCome: sum(({ toComeMinor }) => toComeMinor),
    notRecoverable: sum(({ notRecoverableMinor }) => notRecoverableMinor),
  };
}
