import {
  type Json,
  type JsonObject,
  isObject,
  itemsOf,
  pointerTo,
  textAt,
  withValueAt,
} from "../../../document/pointer.ts";

/** One example of a draft and its place among them. */
export type ExampleIn = {
  readonly index: number;
  readonly pointer: string;
  readonly id: string;
  /** What it is called in a language; its id, or its place, where it has no title. */
  readonly name: (language: "en" | "zh") => string;
};

export function examplesIn(document: JsonObject): readonly ExampleIn[] {
  return itemsOf(document["examples"]).map((example, index) => {
    const id = textAt(example, "/id", String(index + 1));
    return {
      index,
      pointer: pointerTo("examples", index),
      id,
      name: (language) => textAt(example, `/title/${language}`) || id,
    };
  });
}

/** What a new example begins as, besides its id. */
export type NewExample = {
  readonly title: Readonly<Record<"en" | "zh", string>>;
  readonly request: JsonObject;
  readonly evaluatedAt?: string;
  readonly expect: JsonObject;
  readonly reasons: readonly string[];
};

/** The document with a further example at its end, under an id that no other one has. */
export function withExample(document: JsonObject, id: string, example: NewExample): JsonObject {
  const examples = itemsOf(document["examples"]);
  const added: Json = { id: freeId(document, id), ...example };
  // INVARIANT: a value put into an object leaves an object.
  return withValueAt(document, "/examples", [...examples, added]) as JsonObject;
}

/** The document with a copy of an example behind it, where there is such an example. */
export function withCopy(document: JsonObject, index: number): JsonObject {
  const examples = itemsOf(document["examples"]);
  const original = examples[index];
  if (!isObject(original)) return document;
  const copy = { ...original, id: freeId(document, textAt(original, "/id", "example")) };
  return withValueAt(document, "/examples", examples.toSpliced(index + 1, 0, copy)) as JsonObject;
}

/** The id, or the first of `id-2`, `id-3`, … that no example has. */
export function freeId(document: JsonObject, id: string): string {
  const taken = new Set(examplesIn(document).map((example) => example.id));
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
