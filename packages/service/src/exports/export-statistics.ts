import { type Actor, type Disposition, type Language, wordLabel } from "@evenhand/domain";
import { type Vocabulary, valueLabelOf, vocabularyOf } from "@evenhand/policy";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import { type StatisticsFigures, statisticsRows, statisticsTotals } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { settingsOf } from "../people/settings/settings.ts";
import type { RefusedAsk } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Download, type TableFormat, tableDownload } from "./download.ts";
import { dayOfNextMonth, policySpans } from "./months.ts";
import { oneCurrency } from "./one-currency.ts";
import { exportReader } from "./reader.ts";

/** What was decided in a month about one unit under one policy, of one kind and with one outcome. */
export type MonthStatistics = {
  readonly month: string;
  /** The day by which it is due, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly currency: string;
  readonly rows: readonly (StatisticsCounts & {
    /** Null where the case does not tell. */
    readonly unit: string | null;
    readonly policy: string;
    readonly category: string | null;
    readonly disposition: string;
  })[];
  /** Over all decisions, each counted once. */
  readonly totals: StatisticsCounts;
};

export type StatisticsCounts = {
  readonly decisions: number;
  readonly people: number;
  readonly charged: number;
  readonly fineMinor: number;
  readonly bonusMinor: number;
  readonly totalMinor: number;
};

export type StatisticsAsk = { readonly actor: Actor; readonly month: string; readonly currency?: string };

/** The decisions in force that were recorded in a month, counted by unit, policy, kind and outcome. */
export async function monthStatistics(
  context: Pick<ServiceContext, "store" | "rulebook">,
  { actor, month, currency: asked }: StatisticsAsk,
): Promise<MonthStatistics | RefusedAsk> {
  const rules = await context.rulebook();
  const reader = exportReader(actor);
  return context.store.read(async (db) => {
    const spans = await policySpans(db, rules, month);
    const stored = await statisticsRows(db, spans, reader);
    const all = await statisticsTotals(db, spans);
    const one = oneCurrency(rules, { found: all.map(({ currency }) => currency), asked });
    if ("refusal" in one) return one;
    const names = await reader.namesOf(
      db,
      stored.flatMap(({ unit }) => unit ?? []),
    );
    const own = all.find(({ currency }) => currency === one.currency);
    const { announcementDay } = await settingsOf(db);
    return {
      month,
      dueOn: dayOfNextMonth(month, announcementDay),
      currency: one.currency,
      rows: stored
        .filter(({ currency }) => currency === one.currency)
        .map((row) => ({
          unit: row.unit === null ? null : (names.get(row.unit) ?? row.unit),
          policy: row.policy_id,
          category: row.category,
          disposition: row.disposition,
          ...countsOf(row),
        }))
        .toSorted(inOrder),
      totals: own ? countsOf(own) : NOTHING,
    };
  });
}

const NOTHING: StatisticsCounts = {
  decisions: 0,
  people: 0,
  charged: 0,
  fineMinor: 0,
  bonusMinor: 0,
  totalMinor: 0,
};

function countsOf(figures: StatisticsFigures): StatisticsCounts {
  const { decisions, people, charged, fine_minor, bonus_minor, total_minor } = figures;
  return {
    decisions,
    people,
    charged,
    fineMinor: fine_minor,
    bonusMinor: bonus_minor,
    totalMinor: total_minor,
  };
}

type Row = MonthStatistics["rows"][number];

/** Units in order, those without one last. */
function inOrder(one: Row, other: Row): number {
  const key = ({ unit, policy, category, disposition }: Row): string =>
    [unit === null ? "1" : `0${unit}`, policy, category ?? "", disposition].join("\u0000");
  return key(one) < key(other) ? -1 : 1;
}

/** The same as a table that ends with the totals and the day by which it is due. */
export async function exportStatistics(
  context: Pick<ServiceContext, "store" | "rulebook">,
  ask: StatisticsAsk & { readonly language: Language; readonly format: TableFormat },
): Promise<Download | RefusedAsk> {
  const statistics = await monthStatistics(context, ask);
  if ("refusal" in statistics) return statistics;
  const { month } = statistics;
  return tableDownload(tableOf(await context.rulebook(), statistics, ask.language), {
    ...ask,
    name: { en: `statistics-${month}`, zh: `月度统计-${month}` },
  });
}

function tableOf(
  rules: Rulebook,
  { month, dueOn, currency, rows, totals }: MonthStatistics,
  language: Language,
): Table {
  const vocabularies = new Map<string, Vocabulary>();
  const wordsOf = (policy: string): Vocabulary => {
    const known = vocabularies.get(policy) ?? newestWords(rules, policy, language);
    vocabularies.set(policy, known);
    return known;
  };
  return {
    name: { en: `Statistics ${month}`, zh: `${month}月度统计` },
    currency,
    timeZone: "UTC",
    columns: COLUMNS,
    rows: [
      ...rows.map((row) => tableRow(month, row, wordsOf(row.policy))),
      { month, unit: TOTAL[language], ...figures(totals), dueOn },
    ],
  };
}

function newestWords(rules: Rulebook, policy: string, language: Language): Vocabulary {
  const found = rules.version(policy);
  if ("refusal" in found) throw new Error("the policy of a recorded decision is not usable");
  return vocabularyOf(found.version.policy, language);
}

function tableRow(month: string, row: Row, vocabulary: Vocabulary): TableRow {
  const { language, policy } = vocabulary;
  const { category } = row;
  return {
    month,
    unit: row.unit ?? NO_UNIT[language],
    policy: policy.title[language],
    category: category === null ? "" : valueLabelOf("category", category, vocabulary),
    outcome: wordLabel(row.disposition satisfies string as Disposition, policy.words)[language],
    ...figures(row),
  };
}

function figures(counts: StatisticsCounts): TableRow {
  return {
    decisions: counts.decisions,
    people: counts.people,
    charged: counts.charged,
    fine: counts.fineMinor,
    bonus: counts.bonusMinor,
    total: counts.totalMinor,
  };
}

const TOTAL = { en: "Total", zh: "合计" };
const NO_UNIT = { en: "(not stated)", zh: "（未列明）" };

const COLUMNS: readonly TableColumn[] = [
  { id: "month", kind: "month", header: { en: "Month", zh: "月份" } },
  { id: "unit", kind: "text", header: { en: "Unit", zh: "单位" } },
  { id: "policy", kind: "text", header: { en: "Policy", zh: "制度" } },
  { id: "category", kind: "text", header: { en: "Kind", zh: "类别" } },
  { id: "outcome", kind: "text", header: { en: "Outcome", zh: "处理结论" } },
  { id: "decisions", kind: "integer", header: { en: "Decisions", zh: "决定数" } },
  { id: "people", kind: "integer", header: { en: "People named", zh: "涉及人数" } },
  { id: "charged", kind: "integer", header: { en: "People charged", zh: "受扣减人数" } },
  { id: "fine", kind: "money", header: { en: "Fines", zh: "罚款" } },
  { id: "bonus", kind: "money", header: { en: "Bonus deductions", zh: "绩效奖金扣减" } },
  { id: "total", kind: "money", header: { en: "Total", zh: "合计金额" } },
  { id: "dueOn", kind: "date", header: { en: "Due by", zh: "应报送日期" } },
];
