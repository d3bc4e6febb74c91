import {
  BUILT_IN_FACTS,
  GUARD_FACTS,
  type Language,
  type LocalizedText,
  PARAMETER_PREFIX,
  PARAMETER_UNITS,
  type ParameterUnit,
  STANDARD_FACTS,
  wordLabel,
} from "@evenhand/domain";
import { type Json, type JsonObject, fieldsOf, pointerTo, textAt } from "./pointer.ts";

/** What a figure of the document is: a draft may hold anything where one should stand. */
export type FigureAt = {
  readonly id: string;
  readonly pointer: string;
  readonly value: number | string;
  readonly unit: ParameterUnit;
};

const OWN_FACTS: Readonly<Record<string, { readonly label: LocalizedText }>> = {
  ...BUILT_IN_FACTS,
  ...STANDARD_FACTS.case,
  ...STANDARD_FACTS.party,
  ...GUARD_FACTS.case,
  ...GUARD_FACTS.party,
};

/**
 * What a fact or parameter is called; its name where the document does not say.
 *
 * @example factLabel(document, "parameter.closeDays", "en") // "time allowed to close a complaint"
 */
export function factLabel(document: JsonObject, name: string, language: Language): string {
  const places = name.startsWith(PARAMETER_PREFIX)
    ? [pointerTo("parameters", name.slice(PARAMETER_PREFIX.length))]
    : SCOPED.map(([section, scope]) => pointerTo(section, scope, name));
  const own = Object.hasOwn(OWN_FACTS, name) ? OWN_FACTS[name]?.label[language] : undefined;
  const labels = places.map((place) => textAt(document, `${place}/label/${language}`));
  return labels.find((label) => label !== "") ?? own ?? name;
}

/** The type that a declared fact has, if there is such a fact. */
export function factType(document: JsonObject, name: string): string | undefined {
  const types = SCOPED.map(([section, scope]) => textAt(document, `${pointerTo(section, scope, name)}/type`));
  const own = Object.hasOwn(OWN_FACTS, name) ? fieldsOf(OWN_FACTS[name] as Json)["type"] : undefined;
  return types.find((type) => type !== "") ?? (typeof own === "string" ? own : undefined);
}

const SCOPED = [
  ["facts", "case"],
  ["facts", "party"],
  ["derived", "case"],
  ["derived", "party"],
] as const;

/** What a word of outcomes is called: by the document, else by the engine, else the word itself. */
export function labelOfWord(document: JsonObject, word: string, language: Language): string {
  return textAt(document, `${pointerTo("words", word)}/${language}`) || wordLabel(word, {})[language];
}

/** The figure of an id, where the document has one that can be shown. */
export function figureById(document: JsonObject, id: string): FigureAt | undefined {
  const { value, unit } = fieldsOf(fieldsOf(document["parameters"])[id]);
  const known = PARAMETER_UNITS.find((one) => one === unit);
  if (!known || (typeof value !== "number" && typeof value !== "string")) return undefined;
  return { id, pointer: pointerTo("parameters", id), value, unit: known };
}

/** The figure that a value names, where it names one: `{ "fact": "parameter.closeDays" }`. */
export function figureNamed(document: JsonObject, value: Json | undefined): FigureAt | undefined {
  const name = textAt(value ?? null, "/fact");
  if (!name.startsWith(PARAMETER_PREFIX)) return undefined;
  return figureById(document, name.slice(PARAMETER_PREFIX.length));
}
