import { type EntryKind, type LocalizedText, formatInstant } from "@evenhand/domain";
import type { StatementInput } from "@evenhand/notices";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";

export const STATEMENT_PARTS = ["entries", "months", "decisions"] as const;
/** `entries`: every line of the ledger; `months`: what each month holds; `decisions`: how each account stands. */
export type StatementPart = (typeof STATEMENT_PARTS)[number];

/** One of the tables of a statement, for a spreadsheet. */
export function statementTable(input: StatementInput, part: StatementPart): Table {
  const { columns, rows, name } = PARTS[part](input);
  return { name, columns, rows, currency: input.currency, timeZone: input.timeZone };
}

type Part = Pick<Table, "columns" | "rows" | "name">;

const PARTS: Readonly<Record<StatementPart, (input: StatementInput) => Part>> = {
  entries: ({ person, entries, accounts, language, timeZone }) => {
    const references = new Map(accounts.map(({ account, reference }) => [account, reference]));
    return {
      name: { en: "Entries", zh: "明细" },
      columns: ENTRY_COLUMNS,
      rows: entries.map((entry): TableRow => ({
        person,
        at: formatInstant(entry.at, timeZone),
        kind: KINDS[entry.kind][language],
        account: entry.account,
        reference: references.get(entry.account) ?? "",
        month: entry.month,
        from: entry.from === undefined ? "" : PLACES[entry.from][language],
        paidBackIn: entry.paidBackIn,
        amount: entry.amountMinor,
      })),
    };
  },
  months: ({ person, months, language }) => ({
    name: { en: "Months", zh: "按月" },
    columns: MONTH_COLUMNS,
    rows: months.map((one): TableRow => ({
      person,
      month: one.month,
      state: (one.closed ? CLOSED : OPEN)[language],
      cap: one.capMinor,
      taken: one.takenMinor,
      planned: one.plannedMinor,
    })),
  }),
  decisions: ({ person, accounts, balance, language }) => ({
    name: { en: "Decisions", zh: "按决定" },
    columns: DECISION_COLUMNS,
    rows: [
      ...accounts.map((one): TableRow => ({
        person,
        account: one.account,
        policy: one.policy[language],
        reference: one.reference,
        decidedOn: one.decidedOn,
        state: STATES[one.state][language],
        ...figuresOf(one.balance),
      })),
      { person: TOTAL[language], ...figuresOf(balance) },
    ],
  }),
};

function figuresOf(balance: StatementInput["balance"]): TableRow {
  return {
    assessed: balance.assessedMinor,
    deducted: balance.deductedMinor,
    scheduled: balance.scheduledMinor,
    // As on the page: what will not be recovered stands by itself, so that everything outstanding is still to come.
    outstanding: balance.outstandingMinor - balance.notRecoverableMinor,
    reversed: balance.reversedMinor,
    waived: balance.waivedMinor,
    notRecoverable: balance.notRecoverableMinor,
  };
}

const KINDS: Readonly<Record<EntryKind, LocalizedText>> = {
  assessed: { en: "Assessed", zh: "认定" },
  scheduled: { en: "Planned", zh: "安排" },
  deducted: { en: "Deducted", zh: "扣减" },
  carried: { en: "Carried over", zh: "结转" },
  reversed: { en: "Reversed", zh: "冲回" },
  waived: { en: "Waived", zh: "减免" },
  settled: { en: "Settled", zh: "结清" },
};

const PLACES: Readonly<Record<"outstanding" | "scheduled" | "deducted", LocalizedText>> = {
  outstanding: { en: "outstanding", zh: "待扣" },
  scheduled: { en: "planned", zh: "已安排" },
  deducted: { en: "deducted", zh: "已扣" },
};

const STATES: Readonly<Record<"open" | "suspended" | "settled", LocalizedText>> = {
  open: { en: "in progress", zh: "执行中" },
  suspended: { en: "objection open, on hold", zh: "申诉中，暂停扣减" },
  settled: { en: "settled", zh: "已结清" },
};

const OPEN = { en: "open", zh: "未结账" };
const CLOSED = { en: "closed", zh: "已结账" };
const TOTAL = { en: "Total", zh: "合计" };

function column(id: string, kind: TableColumn["kind"], en: string, zh: string): TableColumn {
  return { id, kind, header: { en, zh } };
}

const PERSON = column("person", "text", "Staff number", "工号");

const ENTRY_COLUMNS = [
  PERSON,
  column("at", "instant", "Written at", "记账时间"),
  column("kind", "text", "Entry", "类别"),
  column("account", "text", "Decision", "决定编号"),
  column("reference", "text", "Case", "案件编号"),
  column("month", "month", "Payroll month", "工资月份"),
  column("from", "text", "Out of what was", "转出自"),
  column("paidBackIn", "month", "Given back in", "退还月份"),
  column("amount", "money", "Amount", "金额"),
];

const MONTH_COLUMNS = [
  PERSON,
  column("month", "month", "Payroll month", "工资月份"),
  column("state", "text", "Payroll", "工资结账"),
  column("cap", "money", "Limit", "当月上限"),
  column("taken", "money", "Deducted", "已扣"),
  column("planned", "money", "Planned", "已安排"),
];

const DECISION_COLUMNS = [
  PERSON,
  column("account", "text", "Decision", "决定编号"),
  column("policy", "text", "Policy", "制度"),
  column("reference", "text", "Case", "案件编号"),
  column("decidedOn", "date", "Decided on", "决定日期"),
  column("state", "text", "State", "状态"),
  column("assessed", "money", "Assessed", "认定"),
  column("deducted", "money", "Deducted", "已扣"),
  column("scheduled", "money", "Planned", "已安排"),
  column("outstanding", "money", "Outstanding", "待扣"),
  column("reversed", "money", "Reversed", "冲回"),
  column("waived", "money", "Waived", "减免"),
  column("notRecoverable", "money", "Not recoverable", "无法追回"),
];
