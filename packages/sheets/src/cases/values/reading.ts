import { type FactValue, type LocalizedText, quote } from "@evenhand/domain";
import type { Complaint } from "../../problem.ts";
import { type SheetCell, shownText } from "../../read/sheet.ts";

/** What a cell says, or why it cannot be taken to say anything. */
export type Read<Value extends FactValue = FactValue> =
  | { readonly value: Value }
  | { readonly complaint: Complaint };

/** The cell, in backticks as it shows. */
export function seenIn(cell: SheetCell): string {
  return quote(shownText(cell).trim());
}

/** The cell is not of the kind that is wanted. */
export function notA(
  cell: SheetCell,
  wanted: LocalizedText,
  help?: LocalizedText,
): { readonly complaint: Complaint } {
  return {
    complaint: {
      code: "wrong-type",
      en: `${seenIn(cell)} is not ${wanted.en}`,
      zh: `${seenIn(cell)}不是${wanted.zh}`,
      help,
    },
  };
}

/** The cell could mean more than one thing, so it is taken to mean nothing. */
export function unclear(
  cell: SheetCell,
  code: "not-a-date" | "wrong-type",
  why: LocalizedText,
  help: LocalizedText,
): { readonly complaint: Complaint } {
  return { complaint: { code, en: `${seenIn(cell)} ${why.en}`, zh: `${seenIn(cell)}${why.zh}`, help } };
}

/** The value is understood, and not one that may stand here. */
export function outOfRange(
  cell: SheetCell,
  why: LocalizedText,
  help?: LocalizedText,
): { readonly complaint: Complaint } {
  return {
    complaint: {
      code: "out-of-range",
      en: `${seenIn(cell)} ${why.en}`,
      zh: `${seenIn(cell)}${why.zh}`,
      help,
    },
  };
}
