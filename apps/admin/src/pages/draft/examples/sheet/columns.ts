import type { Scope } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isObject,
  itemsOf,
  pointerTo,
  stepsOf,
  valueAt,
} from "../../../../document/pointer.ts";
import { currencyOf } from "../../../../document/currency.ts";
import { factType } from "../../../../document/document-names.ts";
import { type FactMeasure, factTyped, typedFact } from "../fact-values.ts";

/** A column of a sheet of examples. Its `at` is a pointer into an example, and stands in brackets in its header. */
export type Column = {
  readonly at: string;
  /** How its cells are written: as they stand, by the type of a fact, as lines, or as JSON. */
  readonly form: "text" | "fact" | "lines" | "json";
};

/** What stands in no other column of an example. */
export const REST: Column = { at: "", form: "json" };

const FIRST: readonly Column[] = [
  { at: "/id", form: "text" },
  { at: "/title/zh", form: "text" },
  { at: "/title/en", form: "text" },
  { at: "/evaluatedAt", form: "text" },
  { at: "/request/case/reference", form: "text" },
];
const LAST: readonly Column[] = [{ at: "/reasons", form: "lines" }, { at: "/expect", form: "json" }, REST];

const CASE_FACTS = "/request/case/facts";
const PARTIES = "/request/case/parties";

/** A column for everything that some example of a document states, and for every fact of the case that one could. */
export function columnsOf(document: JsonObject): readonly Column[] {
  const examples = itemsOf(document["examples"]);
  const cases = examples.flatMap((example) => keysAt(example, CASE_FACTS));
  const own = Object.keys(fieldsOf(fieldsOf(document["facts"])["case"]));
  const most = Math.max(0, ...examples.map((example) => itemsOf(valueAt(example, PARTIES)).length));
  const ofParty = (place: number): readonly Column[] => {
    const at = `${PARTIES}/${place}`;
    const facts = new Set(examples.flatMap((example) => keysAt(example, `${at}/facts`)));
    const members = (["id", "kind", "memberOf"] as const).map((member): Column => ({
      at: `${at}/${member}`,
      form: "text",
    }));
    return [...members, ...factColumns(`${at}/facts`, facts)];
  };
  return [
    ...FIRST,
    ...factColumns(CASE_FACTS, new Set([...own, ...cases])),
    ...Array.from({ length: most }, (_, place) => ofParty(place)).flat(),
    ...LAST,
  ];
}

/** The column that a header names, in brackets at its end: `loss [/request/case/facts/lossAmount]`. */
export function columnNamed(header: string): Column | undefined {
  const at = /\[([^[\]]*)\]\s*$/.exec(header)?.[1];
  if (at === undefined) return undefined;
  const known = [...FIRST, ...LAST].find((column) => column.at === at);
  if (known) return known;
  if (factAt(at)) return { at, form: "fact" };
  return /^\/request\/case\/parties\/\d{1,3}\/(?:id|kind|memberOf)$/.test(at)
    ? { at, form: "text" }
    : undefined;
}

/** Of which fact a column is, if it is of one; `party` is the party's place. */
export function factAt(
  at: string,
): { readonly scope: Scope; readonly name: string; readonly party?: number } | undefined {
  const steps = stepsOf(at);
  const name = steps.at(-1) ?? "";
  if (steps.length === 4 && at.startsWith(`${CASE_FACTS}/`)) return { scope: "case", name };
  const isOfParty = steps.length === 6 && /^\/request\/case\/parties\/\d{1,3}\/facts\//.test(at);
  return isOfParty ? { scope: "party", name, party: Number(steps[3]) } : undefined;
}

/** What a cell of a column says of a value; `undefined` where it could not be read back the same. */
export function cellText(document: JsonObject, { form, at }: Column, value: Json): string | undefined {
  if (form === "json") return JSON.stringify(value);
  const text =
    form === "lines" ? itemsOf(value).map(String).join("\n") : typedText(document, { form, at }, value);
  const back = readText(document, { form, at }, text);
  const isSame = back !== undefined && JSON.stringify(back) === JSON.stringify(value);
  return text !== "" && text === text.trim() && isSame ? text : undefined;
}

/** The value that a cell of a column says; `undefined` where it is none for this column. */
export function readText(document: JsonObject, { form, at }: Column, text: string): Json | undefined {
  switch (form) {
    case "text":
      return text;
    case "lines":
      return text.split(/\r?\n/).flatMap((line) => line.trim() || []);
    case "json":
      return parsed(text);
    case "fact":
      return readFact(document, at, text);
  }
}

function typedText(document: JsonObject, { form, at }: Column, value: Json): string {
  if (form === "text") return typeof value === "string" ? value : "";
  return typeof value === "boolean" ? String(value) : typedFact(value, measureAt(document, at));
}

function readFact(document: JsonObject, at: string, text: string): Json | undefined {
  const measure = measureAt(document, at);
  if (measure.type !== "boolean") return factTyped(text, measure);
  return YES_OR_NO[text.trim().toLowerCase()];
}

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  是: true,
  false: false,
  no: false,
  否: false,
};

function measureAt(document: JsonObject, at: string): FactMeasure {
  const name = factAt(at)?.name ?? "";
  // INVARIANT: a type that there is not is written as text.
  return { type: factType(document, name) as FactMeasure["type"], currency: currencyOf(document) };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function factColumns(at: string, names: ReadonlySet<string>): readonly Column[] {
  return [...names].map((name) => ({ at: at + pointerTo(name), form: "fact" }));
}

function keysAt(example: Json, at: string): readonly string[] {
  const facts = valueAt(example, at);
  return isObject(facts) ? Object.keys(facts) : [];
}
