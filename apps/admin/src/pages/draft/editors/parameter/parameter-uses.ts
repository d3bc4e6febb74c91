import { PARAMETER_PREFIX } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isObject,
  itemsOf,
  pointerTo,
} from "../../../../document/pointer.ts";

/** Where a figure is read: the pointers to every text that names it, in the order of the document. */
export function usesOf(document: JsonObject, id: string): readonly string[] {
  return textsEqualTo(document, PARAMETER_PREFIX + id, []);
}

/** A document in which a figure has another name, everywhere it is used; it keeps its place among the figures. */
export function withRenamed(document: JsonObject, from: string, to: string): JsonObject {
  const renamed = mapTexts(document, (text) =>
    text === PARAMETER_PREFIX + from ? PARAMETER_PREFIX + to : text,
  );
  const entries = Object.entries(fieldsOf(fieldsOf(renamed)["parameters"]));
  return {
    ...fieldsOf(renamed),
    parameters: Object.fromEntries(entries.map(([id, figure]) => [id === from ? to : id, figure])),
  };
}

function textsEqualTo(node: Json, text: string, path: readonly (string | number)[]): readonly string[] {
  if (node === text) return [pointerTo(...path)];
  const children = isObject(node) ? Object.entries(node) : [...itemsOf(node).entries()];
  return children.flatMap(([step, child]) => textsEqualTo(child, text, [...path, step]));
}

function mapTexts(node: Json, change: (text: string) => string): Json {
  if (typeof node === "string") return change(node);
  if (isObject(node))
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, mapTexts(child, change)]));
  return Array.isArray(node) ? itemsOf(node).map((child) => mapTexts(child, change)) : node;
}
