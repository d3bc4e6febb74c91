import type { Actor, DecisionRecord, Language, PolicyVersion } from "@evenhand/domain";
import { type AnnouncedDecision, type AnnouncedLine, renderAnnouncement } from "@evenhand/notices";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import type { ServiceContext } from "../context.ts";
import type { RefusedAsk } from "../refused.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { linesOf } from "./citations.ts";
import { decisionsOfMonth } from "./decisions-of-month.ts";
import { type Download, type TableFormat, pageDownload, tableDownload } from "./download.ts";
import { dayAt } from "./months.ts";
import { houseRules, oneCurrency } from "./one-currency.ts";
import { type ExportReader, exportReader, maskedForPage } from "./reader.ts";

/** Where the pages find their style sheets, where that is not the usual place. */
export type PageLinks = { readonly stylesheetUrl?: string; readonly fontUrl?: string };

export type AnnouncementAsk = {
  readonly actor: Actor;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly language: Language;
  readonly format: TableFormat | "html";
  readonly currency?: string;
  readonly links?: PageLinks;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
};

/** Whom the decisions in force that were recorded in a month concern, for what, and with what result. */
export async function exportAnnouncement(
  context: Pick<ServiceContext, "store" | "rulebook" | "now">,
  ask: AnnouncementAsk,
): Promise<Download | RefusedAsk> {
  const rules = await context.rulebook();
  const { month, language } = ask;
  const name = { en: `announcement-${month}`, zh: `处理结果公示-${month}` };
  if (ask.format === "html") {
    const html = renderAnnouncement({
      language,
      month,
      issuedOn: dayAt(context.now(), houseRules(rules).timeZone),
      decisions: await announced(context, rules, ask),
      ...ask.links,
    });
    return pageDownload(html, { language, name });
  }
  const lines = await allLines(context, rules, ask);
  const found = lines.map(({ currency }) => currency);
  const one = oneCurrency(rules, { found, asked: ask.currency });
  if ("refusal" in one) return one;
  const own = lines.filter(({ currency }) => currency === one.currency);
  return tableDownload(tableOf(own, { ...ask, ...one }), { format: ask.format, language, name });
}

type Context = Pick<ServiceContext, "store">;

/** In the order in which the page has them. */
async function allLines(
  context: Context,
  rules: Rulebook,
  { actor, month, language, pause }: AnnouncementAsk,
): Promise<readonly AnnouncedLine[]> {
  const lines: AnnouncedLine[] = [];
  await eachRecord(context, rules, { actor, month, pause }, (record, version) => {
    lines.push(...linesOf(version, record, language));
  });
  return lines.toSorted(
    (one, other) =>
      compare(one.policyId, other.policyId) ||
      compare(one.decidedOn, other.decidedOn) ||
      compare(one.decision, other.decision),
  );
}

async function announced(
  context: Context,
  rules: Rulebook,
  ask: AnnouncementAsk,
): Promise<readonly AnnouncedDecision[]> {
  const { masked } = exportReader(ask.actor);
  const decisions: AnnouncedDecision[] = [];
  await eachRecord(context, rules, ask, (record, version) => {
    const shown = withoutTheRest(record);
    decisions.push({ version, record: masked ? maskedForPage(shown) : shown });
  });
  return decisions;
}

/** What an announcement does not look at, and what makes a record large: a month of them stands in memory at once. */
function withoutTheRest(record: DecisionRecord): DecisionRecord {
  return {
    ...record,
    ledger: { before: { scheduled: [], closedThrough: null, findings: [] }, after: [], entries: [] },
    proposal: record.outcome,
    explanation: record.explanation.filter(({ kind, fired }) => kind === "rule" && fired === true),
    terms: [],
  };
}

async function eachRecord(
  { store }: Context,
  rules: Rulebook,
  { actor, month, pause }: Pick<AnnouncementAsk, "actor" | "month" | "pause">,
  look: (record: DecisionRecord, version: PolicyVersion) => void,
): Promise<void> {
  const reader: ExportReader = exportReader(actor);
  await store.read(async (db) => {
    for await (const records of decisionsOfMonth(db, rules, month)) {
      for (const record of await reader.open(db, records))
        look(record, (await recordedRules(rules, db, record)).version);
      await pause();
    }
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function tableOf(
  lines: readonly AnnouncedLine[],
  { month, language, currency }: Pick<AnnouncementAsk, "month" | "language"> & { readonly currency: string },
): Table {
  const zh = language === "zh";
  const rows = lines.map((line, index): TableRow => ({
    number: index + 1,
    party: line.party,
    unit: line.unit === line.party ? "" : line.unit,
    policy: line.policyTitle[language],
    grounds: line.grounds.join(zh ? "；" : "; "),
    articles: line.citation,
    decision: line.decision,
    decidedOn: line.decidedOn,
    reference: line.reference,
    amount: line.totalMinor,
    grade: line.grade,
    reminder: line.reminder ? YES[language] : "",
    commendation: line.commendation ? YES[language] : "",
  }));
  const amount = lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  return {
    name: { en: `Announcement ${month}`, zh: `${month}处理结果公示` },
    currency,
    timeZone: "UTC",
    columns: COLUMNS,
    rows: [...rows, { party: TOTAL[language], amount }],
  };
}

const YES = { en: "yes", zh: "是" };
const TOTAL = { en: "Total", zh: "合计" };

const COLUMNS: readonly TableColumn[] = [
  { id: "number", kind: "integer", header: { en: "No.", zh: "序号" } },
  { id: "party", kind: "text", header: { en: "Staff number or unit", zh: "工号或单位" } },
  { id: "unit", kind: "text", header: { en: "Unit", zh: "所属单位" } },
  { id: "policy", kind: "text", header: { en: "Policy", zh: "制度" } },
  { id: "grounds", kind: "text", header: { en: "Grounds", zh: "事由" } },
  { id: "articles", kind: "text", header: { en: "Provisions", zh: "依据条款" } },
  { id: "decision", kind: "text", header: { en: "Decision", zh: "决定编号" } },
  { id: "decidedOn", kind: "date", header: { en: "Decided on", zh: "决定日期" } },
  { id: "reference", kind: "text", header: { en: "Case", zh: "案件编号" } },
  { id: "amount", kind: "money", header: { en: "Amount", zh: "金额" } },
  { id: "grade", kind: "text", header: { en: "Grade", zh: "处分" } },
  { id: "reminder", kind: "text", header: { en: "Reminder", zh: "提醒" } },
  { id: "commendation", kind: "text", header: { en: "Commendation", zh: "表扬" } },
];
