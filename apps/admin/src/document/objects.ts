import type { LocalizedText } from "@evenhand/domain";
import { type Json, type JsonObject, fieldsOf, itemsOf, pointerTo, textAt } from "./pointer.ts";

/** A part of a document that people look for by its name. */
export type NamedObject = {
  readonly pointer: string;
  readonly id: string;
  readonly name: LocalizedText;
  /** Its name in both languages, its id, and the articles that it cites. */
  readonly also: readonly string[];
};

/** The sections of a policy whose parts have names; in the order of the format. */
const SECTIONS = [
  "parameters",
  "conditions",
  "tables",
  "rules",
  "gates",
  "words",
  "notes",
  "examples",
] as const;

/** Every part of a document that has a name or an id, whatever else is wrong with it. */
export function objectsOf(document: JsonObject): readonly NamedObject[] {
  const facts = fieldsOf(document["facts"]);
  return [
    ...SECTIONS.flatMap((section) => partsOf([section], document[section])),
    ...Object.keys(facts).flatMap((scope) => partsOf(["facts", scope], facts[scope])),
  ];
}

function partsOf(steps: readonly string[], section: Json | undefined): readonly NamedObject[] {
  if (Array.isArray(section))
    return itemsOf(section).flatMap((part, index) =>
      objectAt(pointerTo(...steps, index), textAt(part, "/id"), part),
    );
  return Object.entries(fieldsOf(section)).flatMap(([id, part]) =>
    objectAt(pointerTo(...steps, id), id, part),
  );
}

function objectAt(pointer: string, id: string, part: Json): readonly NamedObject[] {
  // A word is its own label.
  const named = (language: "en" | "zh"): string =>
    textAt(part, `/label/${language}`) || textAt(part, `/${language}`) || id;
  if (named("en") === "") return [];
  const articles = itemsOf(fieldsOf(part)["references"]).map((reference) => textAt(reference, "/article"));
  return [
    {
      pointer,
      id,
      name: { en: named("en"), zh: named("zh") },
      also: [named("en"), named("zh"), id, ...articles].filter((text) => text !== ""),
    },
  ];
}
