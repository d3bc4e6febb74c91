import { type Language, PARAMETER_PREFIX, type Policy } from "@evenhand/domain";
import { gateId } from "./readers-of.ts";
import { listed, named } from "./sides.ts";
import type { Side } from "./sides.ts";
import { type Vocabulary, labelOf } from "../reading/vocabulary.ts";

/** So many readers are named; a parameter that half a policy reads would fill a page. */
const MOST_NAMED = 8;

/**
 * What a change reaches, as the end of a sentence; nothing where it reaches nothing.
 *
 * @example reachText(["close-in-7-days", "cap"], side, "en") // "; reaches rule “Close within 7 days” and the monthly cap"
 */
export function reachText(reaches: readonly string[], side: Side, language: Language): string {
  if (reaches.length === 0) return "";
  const names = reaches.map((id) => partName(id, side[language]));
  const others = names.length - MOST_NAMED;
  const told =
    others > 0
      ? [...names.slice(0, MOST_NAMED), language === "zh" ? `另外${others}处` : `${others} more`]
      : names;
  return language === "zh" ? `，涉及${listed(told, "zh")}` : `; reaches ${listed(told, "en")}`;
}

/**
 * What people call a part of a policy that is known by its id, as sentences use it: a rule, a row as `<table>#<row>`, a
 * table, a gate as `gate:<kind>`, `cap`, `conflict`, a parameter or a fact. What the policy does not know goes by its id.
 *
 * @example partName("fine-tiers#large", vocabulary) // "row 3 of “Fine tiers”"
 */
export function partName(id: string, vocabulary: Vocabulary): string {
  const { policy, language } = vocabulary;
  if (id === "cap") return language === "zh" ? "每月扣减上限" : "the monthly cap";
  if (id === "conflict") return language === "zh" ? "回避规定" : "the rule on conflicts of interest";
  const gate = policy.gates?.find((candidate) => gateId(candidate) === id);
  if (gate) return `${language === "zh" ? "前提" : "gate "}${named(gate.label[language], language)}`;
  const rule = policy.rules.find((candidate) => candidate.id === id);
  if (rule) return `${language === "zh" ? "规则" : "rule "}${named(rule.label[language], language)}`;
  const table = Object.hasOwn(policy.tables, id) ? policy.tables[id] : undefined;
  if (table) return `${language === "zh" ? "表" : "table "}${named(table.label[language], language)}`;
  const kind = id.startsWith(PARAMETER_PREFIX) ? { en: "figure ", zh: "参数" } : { en: "fact ", zh: "事实" };
  const row = rowName(id, policy, language);
  if (row !== undefined) return row;
  const label = labelOf(id, vocabulary);
  return label === id ? id : `${kind[language]}${named(label, language)}`;
}

function rowName(id: string, policy: Policy, language: Language): string | undefined {
  const [tableId = "", rowId] = id.split("#");
  const table = Object.hasOwn(policy.tables, tableId) ? policy.tables[tableId] : undefined;
  const index = table?.rows.findIndex((row) => row.id === rowId) ?? -1;
  return table && index >= 0 ? rowTitle(table.label[language], index, language) : undefined;
}

/** @example rowTitle("Fine tiers", 2, "en") // "row 3 of “Fine tiers”" */
export function rowTitle(tableLabel: string, index: number, language: Language): string {
  return language === "zh"
    ? `表${named(tableLabel, "zh")}第${index + 1}行`
    : `row ${index + 1} of ${named(tableLabel, "en")}`;
}
