import type { Language } from "@evenhand/domain";
import { ORDER } from "./merge.ts";
import { type Json, type JsonObject, fieldsOf, itemsOf, stepsOf, textAt } from "./pointer.ts";

/** Fields that people have a word for; others are called as the document calls them. */
export const NAMED_FIELDS = [
  "title",
  "summary",
  "value",
  "label",
  "references",
  "unit",
  "when",
  "event",
  "params",
  "type",
  "values",
  "says",
  "true",
  "false",
  "help",
  "text",
  "case",
  "party",
  "rule",
  "rows",
  "rules",
  "tables",
  "parameters",
  "facts",
  "derived",
  "conditions",
  "examples",
  "guards",
  "gates",
  "notes",
  "effectiveFrom",
  "guards",
  "calendar",
  "appliesBy",
  "currency",
  "timeZone",
  "lossFact",
  "cap",
  "grades",
  "words",
  "en",
  "zh",
] as const;

export type NamedField = (typeof NAMED_FIELDS)[number];

/** How a place is put into words. */
export type PlaceWords = {
  readonly language: Language;
  readonly field: (name: NamedField) => string;
  readonly item: (number: number) => string;
  readonly row: (number: number) => string;
  readonly order: () => string;
};

/**
 * What people call a place of a document: the name of the part that it lies in, and which field of it. Steps into a list
 * are ids, as `merged` gives them, or positions, as a pointer does.
 *
 * @example
 * placeName(document, ["parameters", "closeDays", "value"], words) // "Time allowed to close · value"
 */
export function placeName(document: JsonObject, place: readonly string[], words: PlaceWords): string {
  const names: string[] = [];
  let node: Json | undefined = document;
  let before = "";
  for (const step of place) {
    const parent: Json | undefined = node;
    node = childOf(parent, step);
    const label = labelOf(node, words.language);
    if (label !== undefined && parent !== document) names.splice(0, names.length, label);
    else if (before === "rows" && Array.isArray(parent))
      names.splice(-1, 1, words.row(positionIn(parent, step) + 1));
    else names.push(nameOf(step, parent, words));
    before = step;
  }
  return names.join(" · ");
}

/**
 * The steps to the part of a document that a pointer lies in: a rule, a row of a table, a fact.
 *
 * @example partAt("/rules/3/when/all/0/fact") // ["rules", "3"]
 */
export function partAt(pointer: string): readonly string[] {
  const steps = stepsOf(pointer);
  const [section = ""] = steps;
  return steps.slice(0, DEPTHS.get(section) ?? 2);
}

/** How deep the parts of a section lie, where it is not right below it. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ["facts", 3],
  ["derived", 3],
  ["tables", 4],
]);

function nameOf(step: string, parent: Json | undefined, words: PlaceWords): string {
  if (step === ORDER) return words.order();
  if (Array.isArray(parent)) {
    const position = positionIn(parent, step);
    return Number.isNaN(position) ? step : words.item(position + 1);
  }
  const named = NAMED_FIELDS.find((field) => field === step);
  return named === undefined ? step : words.field(named);
}

/** Where in a list an item stands that is named by its id or its position. */
function positionIn(list: Json, step: string): number {
  const found = itemsOf(list).indexOf(childOf(list, step) ?? null);
  if (found !== -1) return found;
  return /^\d+$/.test(step) ? Number(step) : Number.NaN;
}

function childOf(node: Json | undefined, step: string): Json | undefined {
  if (!Array.isArray(node)) return fieldsOf(node)[step];
  const items = itemsOf(node);
  return items.find((item) => fieldsOf(item)["id"] === step) ?? items[Number(step)];
}

function labelOf(node: Json | undefined, language: Language): string | undefined {
  const label = textAt(node ?? null, `/label/${language}`) || textAt(node ?? null, `/title/${language}`);
  return label === "" ? undefined : label;
}
