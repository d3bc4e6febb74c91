import { PARAMETER_PREFIX } from "@evenhand/domain";
import { type Json, type JsonObject, itemsOf, textAt } from "../../../../document/pointer.ts";
import { CELL_WORDS, figureMeasure } from "./cell-text.ts";
import type { Column, Measure } from "./columns.ts";
import { type FigureFault, readTypedFigure } from "./figures.ts";

/** Why what was typed does not fit its cell. */
export type Fault = FigureFault | "notChoice" | "backwards" | "dayRange" | "notTyped" | "empty";

/** What was typed as the document holds it; `value` is `undefined` for a field that is to go. */
export type CellReading = { readonly value: Json | undefined } | { readonly fault: Fault };

/**
 * Reads what was typed or pasted into a cell, in either language: `<1000`, `1,000-5,000`, `1000以上`, `满1000不满5000`,
 * `任意`, `10%`, `是`, a label, or the name of a figure of the policy.
 */
export function readCell(typed: string, column: Column, before: Json | undefined): CellReading {
  const text = compared(typed);
  switch (column.part) {
    case "when":
      return readCondition(text, column.measure);
    case "then":
      return text === "" ? { fault: "empty" } : readValue(text, column.measure);
    case "references":
      return { value: readArticles(text, before) };
  }
}

function readCondition(text: string, measure: Measure): CellReading {
  if (ANY.has(text.toLowerCase())) return { value: null };
  if (UNKNOWN.has(text.toLowerCase())) return { value: { unknown: true } };
  if (measure.kind === "other") return { fault: "notTyped" };
  if (measure.kind !== "figure") return readChoices(text, measure);
  return readRange(text, measure) ?? readSeveral(text, measure);
}

const ANY: ReadonlySet<string> = new Set([
  "",
  "*",
  "-",
  "–",
  "—",
  "不限",
  "任何",
  "全部",
  ...words("any"),
  "all",
]);
const UNKNOWN: ReadonlySet<string> = new Set(["不详", "不明", "?", ...words("unknown")]);

function words(word: "any" | "unknown"): readonly string[] {
  return Object.values(CELL_WORDS[word]);
}

/** What is listed counts first: in a column that takes other words too, `a, b` is still the two of them. */
function readChoices(text: string, measure: Measure): CellReading {
  const listed = measure.kind === "choice" ? { ...measure, isOpen: false } : measure;
  const whole = readValue(text, listed);
  if ("value" in whole) return { value: { is: whole.value ?? null } };
  const parts = text.split(/\s*[、,;|/]\s*| or |或/).filter((part) => part !== "");
  const several = parts.length < 2 ? whole : oneOf(parts.map((part) => readValue(part, listed)));
  if ("value" in several) return several;
  const other = readValue(text, measure);
  return "value" in other ? { value: { is: other.value ?? null } } : several;
}

function readSeveral(text: string, measure: Measure): CellReading {
  const parts = text.split(/\s*[、;|/]\s*| or |或|, /).filter((part) => part !== "");
  const [only = ""] = parts;
  if (parts.length < 2) {
    const single = readValue(only, measure);
    return "value" in single ? { value: { is: single.value ?? null } } : single;
  }
  return oneOf(parts.map((part) => readValue(part, measure)));
}

function oneOf(readings: readonly CellReading[]): CellReading {
  const values: Json[] = [];
  for (const reading of readings) {
    if ("fault" in reading) return reading;
    values.push(reading.value ?? null);
  }
  const isPlain = values.every((value) => typeof value !== "object");
  return isPlain ? { value: { oneOf: [...new Set(values)] } } : { fault: "notFigure" };
}

type End = { readonly operator: string | undefined; readonly value: Json };

/** A range with one end or two; `undefined` where the text is none. */
function readRange(text: string, measure: Measure): CellReading | undefined {
  const single = readEnd(text, measure);
  if (single?.operator !== undefined) return ranged({ [single.operator]: single.value }, measure);
  if (single) return { value: { is: single.value } };
  for (const [left, right] of splits(text)) {
    const lower = readEnd(left, measure);
    const upper = readEnd(right, measure);
    if (!lower || !upper) continue;
    const from = lower.operator ?? "atLeast";
    const to = upper.operator ?? "atMost";
    if (!LOWER.has(from) || LOWER.has(to)) continue;
    return ranged({ [from]: lower.value, [to]: upper.value }, measure);
  }
  return undefined;
}

function ranged(cell: JsonObject, measure: Measure): CellReading {
  const ends = Object.values(cell);
  if (ends.some((end) => typeof end === "string")) return { fault: "dayRange" };
  const [from, to] = ends;
  const isBackwards = typeof from === "number" && typeof to === "number" && !(from < to);
  if (isBackwards) return from === to && isClosed(cell) ? { value: { is: from } } : { fault: "backwards" };
  return measure.kind === "figure" ? { value: cell } : { fault: "notTyped" };
}

function isClosed(cell: JsonObject): boolean {
  return "atLeast" in cell && "atMost" in cell;
}

const LOWER: ReadonlySet<string> = new Set(["atLeast", "above"]);

/** Where a text may fall into two ends: at a dash or a word between them, or before a word that begins an end. */
function* splits(text: string): Iterable<readonly [string, string]> {
  for (const { index, 0: between } of text.matchAll(/\s*(?:[–—~～至到,&]|-|且| to (?:below )?| and )\s*/g)) {
    const keeps = between.endsWith("below ") ? "below " : "";
    yield [text.slice(0, index), keeps + text.slice(index + between.length)];
  }
  for (const { index } of text.matchAll(/(?:不满|不足|低于|小于|少于|不超过|不高于|不大于|<|≤)/g))
    yield [text.slice(0, index).replace(/,$/, ""), text.slice(index)];
}

const BEFORE: readonly (readonly [string, RegExp])[] = [
  ["atMost", /^(?:≤|<=|不超过|不高于|不大于|不多于|至多|最多|up to |at most )/i],
  ["atLeast", /^(?:≥|>=|不低于|不少于|不小于|至少|最少|满|from |at least )/i],
  ["below", /^(?:<|不满|不足|未满|低于|小于|少于|below |under |less than )/i],
  ["above", /^(?:>|超过|高于|大于|多于|above |over |more than )/i],
];

/** In Chinese law 以上 and 以下 take in the figure itself, and so do "or more" and "or less". */
const BEHIND: readonly (readonly [string, RegExp])[] = [
  ["atLeast", /\s*(?:\(含\))?(?:及以上|及其以上|以上|起|or more|and above|\+)$/i],
  ["atMost", /\s*(?:\(含\))?(?:及以下|及其以下|以下|以内|or less|and below)$/i],
];

function readEnd(text: string, measure: Measure): End | undefined {
  for (const [operator, mark] of BEFORE) {
    const rest = text.replace(mark, "");
    if (rest !== text) return endOf(rest, operator, measure);
  }
  const plain = endOf(text, undefined, measure);
  if (plain) return plain;
  for (const [operator, mark] of BEHIND) {
    const rest = text.replace(mark, "");
    if (rest !== text) return endOf(rest, operator, measure);
  }
  return undefined;
}

function endOf(text: string, operator: string | undefined, measure: Measure): End | undefined {
  const reading = readValue(text.trim(), measure);
  return "value" in reading ? { operator, value: reading.value ?? null } : undefined;
}

/** One value: a figure, a choice by its label or its own name, or a figure of the policy by its name. */
function readValue(text: string, measure: Measure): CellReading {
  const fact = namedBy(text, measure);
  if (fact !== undefined) return { value: { fact } };
  switch (measure.kind) {
    case "figure":
      return readTypedFigure(text, figureMeasure(measure));
    case "choice":
      return readChoice(text, measure);
    case "text":
      return { value: text };
    case "other":
      return { fault: "notTyped" };
  }
}

function namedBy(text: string, { named }: Measure): string | undefined {
  const wanted = plain(text);
  const labelled = named.filter(({ label }) => [label.en, label.zh].some((one) => plain(one) === wanted));
  const [only, ...others] = labelled;
  if (only && others.length === 0) return only.fact;
  const bare = text.replace(/^=\s*/, "");
  return named.find(({ fact }) => fact === bare || fact === PARAMETER_PREFIX + bare)?.fact;
}

function readChoice(text: string, { choices, isOpen }: Extract<Measure, { kind: "choice" }>): CellReading {
  const wanted = plain(text);
  const isBoolean = choices.every(({ value }) => typeof value === "boolean");
  if (isBoolean && YES.has(wanted)) return { value: true };
  if (isBoolean && NO.has(wanted)) return { value: false };
  const found =
    choices.find(({ value }) => value === text) ??
    choices.find(({ value }) => typeof value === "string" && compared(value) === text) ??
    choices.find(({ label }) => [label.en, label.zh].some((one) => plain(one) === wanted));
  if (found) return { value: found.value };
  return isOpen && text !== "" ? { value: text } : { fault: "notChoice" };
}

const YES: ReadonlySet<string> = new Set(["yes", "y", "true", "是", "对", "有", "√", "✓", "✔", "1"]);
const NO: ReadonlySet<string> = new Set(["no", "n", "false", "否", "不是", "错", "无", "×", "✗", "0"]);

/** As texts are compared, full-width signs being those of half the width. */
function compared(text: string): string {
  return text.normalize("NFKC").trim().replaceAll(/\s+/g, " ");
}

function plain(text: string): string {
  return compared(text).toLowerCase();
}

/** The articles of a row; one that was there already stays as it is written, with what else it says, such as its source. */
function readArticles(text: string, before: Json | undefined): Json | undefined {
  const articles = text.split(/\s*[,、;]\s*/).filter((article) => article !== "");
  if (articles.length === 0) return undefined;
  const known = new Map(
    itemsOf(before).map((reference) => [compared(textAt(reference, "/article")), reference]),
  );
  return articles.map((article) => known.get(article) ?? { article });
}
