import type { Table } from "./table.ts";

/** A payroll list as it is given out: every kind of column, and texts that a spreadsheet would like to run. */
export const SAMPLE_TABLE: Table = {
  name: { en: "Deductions", zh: "工资扣减" },
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  columns: [
    { id: "person", header: { en: "Staff number", zh: "工号" }, kind: "text" },
    { id: "month", header: { en: "Month", zh: "月份" }, kind: "month" },
    { id: "amount", header: { en: "Amount", zh: "金额" }, kind: "money" },
    { id: "cases", header: { en: "Cases", zh: "案件数" }, kind: "integer" },
    { id: "decidedOn", header: { en: "Decided on", zh: "决定日" }, kind: "date" },
    { id: "recordedAt", header: { en: "Recorded at", zh: "记录时刻" }, kind: "instant" },
    { id: "note", header: { en: "Note", zh: "备注" }, kind: "text" },
  ],
  rows: [
    {
      person: "00123",
      month: "2026-07",
      amount: 120_001,
      cases: 2,
      decidedOn: "2026-07-06",
      recordedAt: "2026-07-06T01:30:00Z",
      note: "客户反映“色差”，已退货",
    },
    { person: "P2", month: "2026-07", amount: -5, note: "=1+1" },
    { person: "P3", amount: 1_234_567_890_123_456, decidedOn: "1900-01-01", note: null },
  ],
};
