import type { Language } from "@evenhand/domain";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import type { ServiceContext } from "../context.ts";
import { type Download, type TableFormat, tableDownload } from "../exports/download.ts";
import { runOf } from "../jobs/runs.ts";
import type { RefusedAsk } from "../refused.ts";
import { type ChangeView, MOST_CHANGES, readChanges } from "./read-changes.ts";
import { keptOf } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";

/** A spreadsheet holds a million rows; nobody reads so many, and each stands in memory. */
const MOST_LINES = 100_000;

/** The cases that a simulation found to come out otherwise, as a table: at most the first 100,000. */
export async function exportChanges(
  context: Pick<ServiceContext, "store">,
  ask: {
    readonly id: string;
    readonly format: TableFormat;
    readonly language: Language;
    /** Lets others have their turn. */
    readonly pause: () => Promise<void>;
  },
): Promise<Download | RefusedAsk> {
  const { id, language, pause } = ask;
  const row = await context.store.read((db) => runOf(db, { id, name: SIMULATION }));
  if ("refusal" in row) return row;
  const changes: ChangeView[] = [];
  for await (const change of everyChange(context, id, pause)) {
    changes.push(change);
    if (changes.length >= MOST_LINES) break;
  }
  const currency = keptOf(row)?.simulation.currency ?? "CNY";
  return tableDownload(changesTable(changes, { language, currency }), {
    ...ask,
    name: { en: `${id}-changes`, zh: `模拟变化-${id}` },
  });
}

/** Every change of a simulation, a page at a time. */
export async function* everyChange(
  context: Pick<ServiceContext, "store">,
  id: string,
  pause: () => Promise<void>,
): AsyncGenerator<ChangeView> {
  let cursor: number | undefined = 0;
  while (cursor !== undefined) {
    const page = await readChanges(context, { id, cursor, limit: MOST_CHANGES });
    if ("refusal" in page) return;
    yield* page.changes;
    cursor = page.next === null ? undefined : Number(page.next);
    await pause();
  }
}

/** One line a case: both amounts, why, and by which rules. */
export function changesTable(
  changes: readonly ChangeView[],
  { language, currency }: { readonly language: Language; readonly currency: string },
): Table {
  const joint = language === "zh" ? "、" : ", ";
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
        .map(([fact, values]) => `${fact}=${values.map((value) => value ?? "–").join("|")}`)
        .join(joint),
    })),
  };
}

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
  { id: "by", kind: "text", header: { en: "Why", zh: "原因" } },
  { id: "causes", kind: "text", header: { en: "Rules", zh: "规则" } },
  { id: "parties", kind: "integer", header: { en: "Parties that change", zh: "变化的当事方数" } },
  { id: "groups", kind: "text", header: { en: "Groups", zh: "分组" } },
];
