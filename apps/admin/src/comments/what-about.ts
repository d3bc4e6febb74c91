import type { Language, LocalizedText } from "@evenhand/domain";
import { type Json, type JsonObject, fieldsOf, itemsOf, pointerTo, valueAt } from "../document/pointer.ts";

/** What a comment is about, as a document has it: where it stands and its own name. */
export type WhatAbout = { readonly pointer: string; readonly label: LocalizedText; readonly row?: number };

/**
 * Finds what a comment is about, wherever it stands by now: `parameter/cap`, `rule/close-in-7-days`, `row/fines#r1`.
 * Undefined where the document has nothing of the kind any more.
 */
export function whatAbout(document: JsonObject, about: string): WhatAbout | undefined {
  const slash = about.indexOf("/");
  const [subject, id] = [about.slice(0, slash), about.slice(slash + 1)];
  if (subject === "row") return rowAbout(document, id);
  const pointer = pointerOf(document, subject, id);
  const label = pointer === undefined ? undefined : labelAt(document, pointer);
  return pointer === undefined || label === undefined ? undefined : { pointer, label };
}

function pointerOf(document: JsonObject, subject: string, id: string): string | undefined {
  if (subject === "parameter" || subject === "table") return pointerTo(`${subject}s`, id);
  if (subject !== "rule") return undefined;
  const index = itemsOf(document["rules"] ?? null).findIndex((rule) => fieldsOf(rule)["id"] === id);
  return index < 0 ? undefined : pointerTo("rules", index);
}

function rowAbout(document: JsonObject, id: string): WhatAbout | undefined {
  const [table = "", row] = id.split("#");
  const pointer = pointerTo("tables", table);
  const label = labelAt(document, pointer);
  const rows = itemsOf(valueAt(document, `${pointer}/rows`) ?? null);
  const index = rows.findIndex((one) => fieldsOf(one)["id"] === row);
  return label && index >= 0
    ? { pointer: `${pointer}${pointerTo("rows", index)}`, label, row: index + 1 }
    : undefined;
}

function labelAt(document: JsonObject, pointer: string): LocalizedText | undefined {
  const text = (language: Language): Json | undefined => valueAt(document, `${pointer}/label/${language}`);
  const [en, zh] = [text("en"), text("zh")];
  return typeof en === "string" && typeof zh === "string" ? { en, zh } : undefined;
}
