import type { Language } from "@evenhand/domain";
import { type StyleLinks, renderReport } from "@evenhand/notices";
import { labelOf, vocabularyOf, wordOf } from "@evenhand/policy";
import type { Table } from "@evenhand/sheets";
import type { ServiceContext } from "../context.ts";
import { type Download, type TableFormat, pageDownload, tableDownload } from "../exports/download.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { casesTable } from "./cases-table.ts";
import type { FairnessCase } from "./fairness-cases.ts";
import { fairnessReport } from "./fairness-report.ts";
import { groupsTable } from "./groups-table.ts";
import { MOST_FAIRNESS_CASES, readFairnessCases } from "./read-fairness-cases.ts";
import { type FairnessView, viewOfFairness } from "./read-fairness.ts";

/** What of a fairness review is given out as a table. */
export const FAIRNESS_TABLES = ["groups", "cases"] as const;

export type FairnessExportAsk = {
  readonly id: string;
  readonly format: TableFormat | "html";
  /** Of a table: the groups beside one another, or everybody counted. */
  readonly table: (typeof FAIRNESS_TABLES)[number];
  readonly language: Language;
  readonly links?: StyleLinks;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
};

type Context = Pick<ServiceContext, "store" | "rulebook">;
type Done = FairnessView & { readonly result: NonNullable<FairnessView["result"]> };

/** A fairness review that is done, as a table or as a document to be printed. */
export async function exportFairness(
  context: Context,
  ask: FairnessExportAsk,
): Promise<Download | RefusedAsk> {
  const { id, format, language } = ask;
  const view = await viewOfFairness(context, { id });
  if ("refusal" in view) return view;
  const { result } = view;
  if (!result) return refusedAsk(NOT_DONE);
  const done: Done = { ...view, result };
  if (format === "html") {
    const html = renderReport({ ...(await reportOf(context, done, language)), ...ask.links });
    return pageDownload(html, { language, name: { en: `fairness-${id}`, zh: `公平性分析-${id}` } });
  }
  const table =
    ask.table === "groups" ? groupsTable(result.review, language) : await cases(context, done, ask);
  return tableDownload(table, {
    format,
    language,
    name: { en: `fairness-${ask.table}-${id}`, zh: `公平性分析-${NAMES[ask.table]}-${id}` },
  });
}

const NAMES = { groups: "各组", cases: "案件" } as const;

async function reportOf(
  { rulebook }: Context,
  view: Done,
  language: Language,
): Promise<ReturnType<typeof fairnessReport>> {
  const found = (await rulebook()).version(view.policy);
  if ("refusal" in found) throw new Error(`policy ${view.policy} is not usable any more`);
  const { policy } = found.version;
  const vocabulary = vocabularyOf(policy, language);
  const called = {
    fact: (name: string) => labelOf(name, vocabulary),
    step: (name: string) => wordOf(name, vocabulary),
  };
  return fairnessReport(view, { title: policy.title, language, called });
}

/** A spreadsheet holds a million rows; nobody reads so many, and each stands in memory. */
const MOST_LINES = 100_000;

async function cases(
  context: Context,
  { id, result }: Done,
  { language, pause }: FairnessExportAsk,
): Promise<Table> {
  const found: FairnessCase[] = [];
  for (let cursor: number | undefined = 0; cursor !== undefined && found.length < MOST_LINES;) {
    const page = await readFairnessCases(context, { id, cursor, limit: MOST_FAIRNESS_CASES });
    if ("refusal" in page) break;
    found.push(...page.cases);
    cursor = page.next === null ? undefined : Number(page.next);
    await pause();
  }
  const { currency, disparities, crossed } = result.review;
  const attributes = [
    ...disparities.attributes.map(({ attribute }) => attribute),
    ...(crossed ? [crossed.rows.attribute, crossed.columns.attribute] : []),
  ];
  const facts = [...new Map(attributes.map(({ fact, label }) => [fact, { fact, label }])).values()];
  return casesTable(found.slice(0, MOST_LINES), { language, currency, facts });
}

const NOT_DONE: SentProblem = {
  code: "wrong-state",
  at: "",
  message: {
    en: "the fairness review has not come to its end, so there is nothing to give out",
    zh: "该公平性分析尚未完成，没有可供导出的内容",
  },
};
