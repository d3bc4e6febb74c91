import { bytesHash, formatDay } from "@evenhand/domain";
import { type Table, type TableColumn, type TableRow, writeCsv } from "@evenhand/sheets";
import { type SampleCase, type SampleParty, sampleCases } from "./sample-cases.ts";
import { SAMPLE_LISTS } from "./sample-policy.ts";

export type SampleFile = {
  /** The day that its cases lead up to, in days since 1970-01-01. */
  readonly day: number;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, as hexadecimal digits. */
  readonly fileHash: string;
  /** Below the header. */
  readonly rows: number;
};

/**
 * The made-up cases as the table that a company would keep of them, a row for each party, with Chinese headers: they are
 * taken in like any other file. `today` is in days since 1970-01-01; the same day always gives the same bytes.
 */
export function sampleFile(today: number): SampleFile {
  const rows = sampleCases(today).flatMap((one) => one.parties.map((party) => rowOf(one, party)));
  const table: Table = {
    name: { en: "Cases", zh: "案件" },
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    columns: COLUMNS,
    rows,
  };
  const bytes = writeCsv(table, "zh");
  return { day: today, bytes, fileHash: bytesHash(bytes), rows: rows.length };
}

function column(id: string, kind: TableColumn["kind"], zh: string, en: string): TableColumn {
  return { id, kind, header: { en, zh } };
}

const COLUMNS: readonly TableColumn[] = [
  column("reference", "text", "案件编号", "case number"),
  column("occurredOn", "date", "发生日", "day it happened"),
  column("reportedOn", "date", "上报日", "day it was reported"),
  column("decidedOn", "date", "处理决定日", "day of the decision"),
  column("matter", "text", "事由", "matter"),
  column("site", "text", "厂区", "site"),
  column("lossAmount", "money", "损失金额（元）", "loss"),
  column("customerCaused", "text", "由客户造成", "the customer caused it"),
  column("party", "text", "工号", "staff number"),
  column("department", "text", "所在部门", "department"),
  column("rank", "text", "职级", "rank"),
  column("causedIt", "text", "系本人造成", "caused it"),
  column("intent", "text", "主观情节", "how it came about"),
  column("timesInYear", "integer", "此前12个月内次数", "times in the 12 months before"),
  column("instructedBy", "text", "下达指令者", "who gave the instruction"),
  column("monthlyBonus", "money", "全月奖金（元）", "full month's bonus"),
  column("monthlyWage", "money", "monthlyWage", "monthlyWage"),
  column("minimumWage", "money", "minimumWage", "minimumWage"),
];

/** The minimum wage of Suzhou and Kunshan in 2024, taken for both years for simplicity, in fen. */
const MINIMUM_WAGE = 249_000;

function rowOf(one: SampleCase, { person, ...party }: SampleParty): TableRow {
  return {
    reference: one.reference,
    occurredOn: formatDay(one.occurredOn),
    reportedOn: formatDay(one.reportedOn),
    decidedOn: one.decidedOn === null ? null : formatDay(one.decidedOn),
    matter: SAMPLE_LISTS.matter[one.matter].zh,
    // Where the first of them works is where it happened.
    site: SAMPLE_LISTS.site[one.parties[0]?.person.site ?? person.site].zh,
    lossAmount: one.lossAmount,
    customerCaused: yesOrNo(one.customerCaused),
    party: person.staffNumber,
    department: SAMPLE_LISTS.department[person.department].zh,
    rank: party.rank === null ? null : SAMPLE_LISTS.rank[party.rank].zh,
    causedIt: yesOrNo(party.causedIt),
    intent: SAMPLE_LISTS.intent[party.intent].zh,
    timesInYear: party.timesInYear,
    instructedBy: party.instructedBy,
    monthlyBonus: person.bonus,
    monthlyWage: person.wage,
    minimumWage: MINIMUM_WAGE,
  };
}

function yesOrNo(holds: boolean): string {
  return holds ? "是" : "否";
}
