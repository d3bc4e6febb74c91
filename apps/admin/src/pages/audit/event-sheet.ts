import type { Language, LocalizedText } from "@evenhand/domain";
import { type Table, writeCsv } from "@evenhand/sheets";
import type { AuditEventView } from "../../api/answers.ts";

/** The columns of the table, by what stands in them. */
export const SHEET_COLUMNS = [
  "id",
  "at",
  "actor",
  "action",
  "what",
  "kind",
  "object",
  "before",
  "after",
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Events as CSV: to the letter as the log has them, with the words for what was done beside the name of it. */
export function eventSheet(
  events: readonly AuditEventView[],
  given: {
    readonly language: Language;
    readonly headers: Readonly<Record<SheetColumn, string>>;
    readonly wordsOf: (action: string) => string;
  },
): Uint8Array {
  const table: Table = {
    name: both("events"),
    columns: SHEET_COLUMNS.map((id) => ({
      id,
      header: both(given.headers[id]),
      kind: id === "id" ? ("integer" as const) : ("text" as const),
    })),
    rows: events.map((event) => ({
      id: event.id,
      at: event.at,
      actor: `${event.actor.kind}:${event.actor.id}`,
      action: event.action,
      what: given.wordsOf(event.action),
      kind: event.object.kind,
      object: event.object.id,
      before: jsonOf(event.before),
      after: jsonOf(event.after),
    })),
    currency: "CNY",
    timeZone: "UTC",
  };
  return writeCsv(table, given.language);
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function both(text: string): LocalizedText {
  return { en: text, zh: text };
}
