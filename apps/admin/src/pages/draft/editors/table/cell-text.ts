import { type Language, PARAMETER_PREFIX } from "@evenhand/domain";
import { type Json, fieldsOf, isList, itemsOf, textAt } from "../../../../document/pointer.ts";
import type { Choice, Column, Measure, Named } from "./columns.ts";
import { type FigureMeasure, writeFigure } from "./figures.ts";

/** What cells say that is no value, in each language. What is written so can be read back. */
export const CELL_WORDS = {
  any: { en: "any", zh: "任意" },
  unknown: { en: "unknown", zh: "未知" },
  or: { en: ", ", zh: "、" },
} as const;

/** What stands in a cell, as it is shown and as it is edited. Nothing stands in a value that is still to be filled in. */
export function cellText(value: Json | undefined, column: Column, language: Language): string {
  switch (column.part) {
    case "when":
      return conditionText(value, column.measure, language);
    case "then":
      return value === null || value === undefined ? "" : valueText(value, column.measure, language);
    case "references":
      return itemsOf(value)
        .map((reference) => textAt(reference, "/article"))
        .join(CELL_WORDS.or[language]);
  }
}

/** What the figures that a cell only names are now: `5,000`, or `1,000 – 5,000`. Empty where it names none. */
export function figuresBehind(value: Json | undefined, column: Column): string {
  if (column.part === "references" || column.measure.kind !== "figure") return "";
  const { type, currency, named } = column.measure;
  const references = [value, ...Object.values(fieldsOf(value))].map((held) => textAt(held ?? null, "/fact"));
  return [...new Set(references)]
    .flatMap((fact) => named.find((one) => one.fact === fact && fact !== "")?.figure ?? [])
    .map((figure) => writeFigure(figure, { type, currency }))
    .join(" – ");
}

/** Whether a cell holds what this editor can show; anything else is edited as JSON. */
export function isShown(value: Json, part: Column["part"]): boolean {
  if (part === "references") return isList(value);
  if (part === "then") return value === null || isValue(value);
  if (value === null) return true;
  const fields = Object.entries(fieldsOf(value));
  if (fields.length === 0) return false;
  if (fields.length === 1) {
    const [[key, held] = ["", null]] = fields;
    if (key === "unknown") return held === true;
    if (key === "oneOf") return isList(held) && held.length > 0 && held.every((one) => isLiteral(one));
    if (key === "is") return isValue(held);
  }
  return fields.every(([key, held]) => ENDS.has(key) && (typeof held === "number" || isReference(held)));
}

const ENDS: ReadonlySet<string> = new Set(["atLeast", "above", "below", "atMost"]);

function isValue(value: Json): boolean {
  return isLiteral(value) || isReference(value);
}

function isLiteral(value: Json): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function isReference(value: Json): boolean {
  const fields = Object.entries(fieldsOf(value));
  return fields.length === 1 && typeof fieldsOf(value)["fact"] === "string";
}

function conditionText(value: Json | undefined, measure: Measure, language: Language): string {
  if (value === null || value === undefined) return CELL_WORDS.any[language];
  const { is, oneOf, unknown, atLeast, above, below, atMost } = fieldsOf(value);
  if (unknown !== undefined) return CELL_WORDS.unknown[language];
  if (is !== undefined) return valueText(is, measure, language);
  if (oneOf !== undefined)
    return itemsOf(oneOf)
      .map((one) => valueText(one, measure, language))
      .join(CELL_WORDS.or[language]);
  const text = (end: Json): string => valueText(end, measure, language);
  const upper = below === undefined ? atMost && text(atMost) : `<${text(below)}`;
  if (atLeast === undefined && above === undefined) {
    return below === undefined ? `≤ ${text(atMost ?? null)}` : `< ${text(below)}`;
  }
  if (below === undefined && atMost === undefined)
    return above === undefined ? `≥ ${text(atLeast ?? null)}` : `> ${text(above)}`;
  const lower = above === undefined ? text(atLeast ?? null) : `>${text(above)}`;
  return `${lower} – ${String(upper)}`;
}

function valueText(value: Json, measure: Measure, language: Language): string {
  const fact = textAt(value, "/fact");
  if (fact !== "") return nameOf(fact, measure.named, language);
  if (measure.kind === "choice" && (typeof value === "string" || typeof value === "boolean"))
    return labelOf(value, measure.choices, language);
  if (measure.kind === "figure" && (typeof value === "number" || typeof value === "string"))
    return writeFigure(value, figureMeasure(measure));
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function figureMeasure(measure: Extract<Measure, { kind: "figure" }>): FigureMeasure {
  return { type: measure.type, currency: measure.currency };
}

function labelOf(value: string | boolean, choices: readonly Choice[], language: Language): string {
  const label = choices.find((choice) => choice.value === value)?.label[language] ?? String(value);
  const isShared = choices.filter((choice) => choice.label[language] === label).length > 1;
  return isShared ? String(value) : label;
}

/** What is named by its label, or by its own name where another is labelled the same. */
function nameOf(fact: string, named: readonly Named[], language: Language): string {
  const label = named.find((one) => one.fact === fact)?.label[language];
  const isShared = named.filter((one) => one.label[language] === label).length > 1;
  return label === undefined || isShared ? fact.replace(PARAMETER_PREFIX, "") : label;
}
