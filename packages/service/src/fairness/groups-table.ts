import { type GroupDisparity, type Review, isComputed } from "@evenhand/analysis";
import type { Language } from "@evenhand/domain";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import { pText, rateText, ratioText } from "./figure-texts.ts";

/** Every group of every attribute beside those it is compared with: one line a group. */
export function groupsTable({ disparities, currency }: Review, language: Language): Table {
  return {
    name: { en: "Groups", zh: "各组" },
    currency,
    timeZone: "UTC",
    columns: COLUMNS,
    rows: disparities.attributes.flatMap(({ attribute, groups, reason }) => {
      const { label, reference } = attribute;
      const own = {
        fact: label[language],
        reference:
          reference === undefined
            ? OTHERS[language]
            : (attribute.values?.[reference]?.[language] ?? reference),
      };
      if (groups.length === 0) return [{ ...own, note: reason ? reason.notComputable[language] : undefined }];
      return groups.map((group) => ({ ...own, ...groupRow(group, language) }));
    }),
  };
}

const OTHERS = { en: "all others", zh: "其他各组" };

function groupRow(group: GroupDisparity, language: Language): TableRow {
  const label = group.label[language];
  if (group.shown === "n < 10") return { group: label, note: group.shown };
  const { n, people, rate, amount, rateP, amountP, titles } = group;
  const { stratified } = rate;
  const typical = isComputed(amount) && isComputed(amount.typical) ? amount.typical : null;
  const interval = typical && isComputed(typical.interval) ? typical.interval : null;
  const whole = (minor: number | undefined): number | undefined =>
    minor === undefined ? undefined : Math.round(minor);
  return {
    group: label,
    n,
    people,
    rate: rateText(rate.group),
    referenceRate: rateText(rate.reference),
    ...(isComputed(stratified)
      ? {
          comparable: stratified.inGroup,
          penaltyRatio: ratioText(stratified.penaltyRatio),
          noPenaltyRatio: ratioText(stratified.noPenaltyRatio),
        }
      : {}),
    rateP: pText(rateP),
    typical: whole(typical?.estimate),
    lower: whole(interval?.lower),
    upper: whole(interval?.upper),
    amountP: pText(amountP),
    note: titles.map((title) => title[language]).join(" "),
  };
}

const COLUMNS: readonly TableColumn[] = [
  { id: "fact", kind: "text", header: { en: "Grouped by", zh: "分组事实" } },
  { id: "group", kind: "text", header: { en: "Group", zh: "组" } },
  { id: "reference", kind: "text", header: { en: "Beside", zh: "参照组" } },
  { id: "n", kind: "integer", header: { en: "n", zh: "人次" } },
  { id: "people", kind: "integer", header: { en: "People", zh: "人数" } },
  { id: "rate", kind: "text", header: { en: "Penalised", zh: "受处罚比率" } },
  {
    id: "referenceRate",
    kind: "text",
    header: { en: "Penalised in the reference group", zh: "参照组受处罚比率" },
  },
  { id: "comparable", kind: "integer", header: { en: "n in comparable cases", zh: "可比案件中的人次" } },
  { id: "penaltyRatio", kind: "text", header: { en: "Ratio penalised", zh: "受处罚比率之比" } },
  { id: "noPenaltyRatio", kind: "text", header: { en: "Ratio not penalised", zh: "未受处罚比率之比" } },
  { id: "rateP", kind: "text", header: { en: "p of the rates, adjusted", zh: "比率的p值（已校正）" } },
  { id: "typical", kind: "money", header: { en: "Typical difference", zh: "典型差额" } },
  { id: "lower", kind: "money", header: { en: "Interval from", zh: "区间下限" } },
  { id: "upper", kind: "money", header: { en: "Interval to", zh: "区间上限" } },
  { id: "amountP", kind: "text", header: { en: "p of the amounts, adjusted", zh: "金额的p值（已校正）" } },
  { id: "note", kind: "text", header: { en: "In words", zh: "说明" } },
];
