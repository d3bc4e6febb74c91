import type { GroupResult } from "@evenhand/analysis";
import type { Language } from "@evenhand/domain";
import { type StyleLinks, renderReport } from "@evenhand/notices";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import { type ChangeFilter, simulationChanges } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Download, type TableFormat, pageDownload, tableDownload } from "../exports/download.ts";
import { runOf } from "../jobs/runs.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import {
  type ChangeView,
  type ChangesAsked,
  MOST_CHANGES,
  changeFilter,
  changeIn,
  viewOf,
} from "./read-changes.ts";
import { keptOf, viewOfSimulation } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";
import { simulationReport } from "./simulation-report.ts";
import { isTold } from "./told-groups.ts";

/** A spreadsheet holds a million rows; nobody reads so many, and each stands in memory. */
const MOST_LINES = 100_000;

/** What a simulation found so far, as a document to be printed. Refused before it found anything. */
export async function exportReport(
  { store, rulebook }: Pick<ServiceContext, "store" | "rulebook">,
  { id, language, links }: { readonly id: string; readonly language: Language; readonly links?: StyleLinks },
): Promise<Download | RefusedAsk> {
  const view = await store.read(async (db) => {
    const row = await runOf(db, { id, name: SIMULATION });
    return "refusal" in row ? row : viewOfSimulation(db, row);
  });
  if ("refusal" in view) return view;
  const found = view.result?.simulation;
  if (!found) return refusedAsk(NOTHING_FOUND);
  const policy = (await rulebook()).policy(view.policy);
  const title = "refusal" in policy ? { en: view.policy, zh: view.policy } : policy.policy.title;
  const html = renderReport({ ...simulationReport(view, { found, title, language }), ...links });
  return pageDownload(html, { language, name: { en: `simulation-${id}`, zh: `模拟报告-${id}` } });
}

const NOTHING_FOUND: SentProblem = {
  code: "wrong-state",
  at: "",
  message: {
    en: "the simulation has found nothing yet, so there is nothing to print",
    zh: "该模拟尚无结果，没有可供打印的内容",
  },
};

/** The cases that a simulation found to come out otherwise, as far as they are asked for, as a table: at most the first 100,000. */
export async function exportChanges(
  context: Pick<ServiceContext, "store">,
  ask: {
    readonly id: string;
    readonly format: TableFormat;
    readonly language: Language;
    readonly asked?: Omit<ChangesAsked, "order" | "cursor" | "limit">;
    /** Lets others have their turn. */
    readonly pause: () => Promise<void>;
  },
): Promise<Download | RefusedAsk> {
  const { id, language, asked = {}, pause } = ask;
  const row = await context.store.read((db) => runOf(db, { id, name: SIMULATION }));
  if ("refusal" in row) return row;
  const found = keptOf(row)?.simulation;
  const groups = found?.groups ?? [];
  const filter = changeFilter(asked, { job: id, groups });
  if ("refusal" in filter) return filter;
  const changes: ChangeView[] = [];
  for await (const change of everyChange(context, filter, pause)) {
    changes.push(change);
    if (changes.length >= MOST_LINES) break;
  }
  const currency = found?.currency ?? "CNY";
  const isPart = Object.keys(asked).length > 0;
  return tableDownload(changesTable(changes, { language, currency, groups }), {
    ...ask,
    name: {
      en: `${id}-changes${isPart ? "-filtered" : ""}`,
      zh: `模拟变化-${id}${isPart ? "-筛选" : ""}`,
    },
  });
}

/** Every change that fits, a page at a time. */
async function* everyChange(
  { store }: Pick<ServiceContext, "store">,
  filter: ChangeFilter,
  pause: () => Promise<void>,
): AsyncGenerator<ChangeView> {
  let after: number | undefined = 0;
  while (after !== undefined) {
    const from: number = after;
    const rows = await store.read((db) =>
      simulationChanges(db, { ...filter, after: from, limit: MOST_CHANGES }),
    );
    for (const row of rows) yield viewOf(changeIn(row), row.position);
    after = rows.length < MOST_CHANGES ? undefined : rows.at(-1)?.position;
    await pause();
  }
}

/** One line a case: both amounts, why, and by which rules. */
export function changesTable(
  changes: readonly ChangeView[],
  {
    language,
    currency,
    groups,
  }: {
    readonly language: Language;
    readonly currency: string;
    /** What was counted by group: withheld values are not told. */
    readonly groups: readonly GroupResult[];
  },
): Table {
  const joint = language === "zh" ? "、" : ", ";
  const labels = new Map(groups.map((group) => [group.fact, group]));
  const valueText = (fact: string, value: string | null): string => {
    if (!isTold(groups, { fact, value })) return WITHHELD[language];
    const found = labels.get(fact)?.values.find((one) => one.value === value);
    return found?.label[language] ?? value ?? "–";
  };
  return {
    name: { en: "Changes", zh: "变化" },
    currency,
    timeZone: "UTC",
    columns: COLUMNS,
    rows: changes.map((change): TableRow => ({
      case: change.id,
      decidedOn: change.decidedOn,
      baseline: change.baselineMinor,
      candidate: change.candidateMinor,
      difference: change.differenceMinor,
      by: BY[change.by][language],
      causes: change.causes.map(({ rule, label }) => `${label[language]} (${rule})`).join(joint),
      parties: change.parties.length,
      groups: Object.entries(change.groups)
        .map(([fact, values]) => {
          const said = new Set(values.map((value) => valueText(fact, value)));
          return `${labels.get(fact)?.label[language] ?? fact}${GIVES[language]}${[...said].join(" / ")}`;
        })
        .join(joint),
    })),
  };
}

const WITHHELD = { en: "not shown", zh: "不显示" } as const;
const GIVES = { en: ": ", zh: "：" } as const;

const BY = {
  rule: { en: "by the rule", zh: "因规则" },
  "earlier-month": { en: "by an earlier month", zh: "因此前月份" },
} as const;

const COLUMNS: readonly TableColumn[] = [
  { id: "case", kind: "text", header: { en: "Case", zh: "案件" } },
  { id: "decidedOn", kind: "date", header: { en: "Decided on", zh: "决定日期" } },
  { id: "baseline", kind: "money", header: { en: "Before", zh: "原金额" } },
  { id: "candidate", kind: "money", header: { en: "After", zh: "新金额" } },
  { id: "difference", kind: "money", header: { en: "Difference", zh: "差额" } },
  { id: "by", kind: "text", header: { en: "Changed by", zh: "变化起因" } },
  { id: "causes", kind: "text", header: { en: "Cause", zh: "原因" } },
  { id: "parties", kind: "integer", header: { en: "Parties that change", zh: "变化的当事方数" } },
  { id: "groups", kind: "text", header: { en: "Groups", zh: "分组" } },
];
