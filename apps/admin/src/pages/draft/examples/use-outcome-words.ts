import { millionthsAsPercentage } from "@evenhand/policy";
import { formatDay, formatMoment, formatMoney, formatMonth } from "../../../format/format.ts";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isList,
  isObject,
  pointerTo,
  valueAt,
} from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { useDocumentWords } from "../use-document-words.ts";

/** The members of an outcome that have a word. */
const MEMBERS = [
  "disposition",
  "ground",
  "category",
  "severity",
  "caseNumber",
  "parties",
  "party",
  "role",
  "shareMillionths",
  "exemption",
  "fineMinor",
  "bonusMinor",
  "totalMinor",
  "grade",
  "reminder",
  "commendation",
  "schedule",
  "month",
  "outstandingMinor",
  "suspended",
  "notDeductibleMinor",
  "bearers",
  "bearer",
  "amountMinor",
  "deadlines",
  "step",
  "dueOn",
  "dueAt",
  "provisional",
  "authority",
  "level",
  "excluded",
  "compensation",
  "to",
  "measures",
  "kind",
  "quantity",
  "warnings",
] as const;

/** What an item of a list is known by, in this order. */
const KNOWN_BY = ["party", "bearer", "step", "month", "to", "kind"] as const;

/** How what comes out of a case is put into words. */
export function useOutcomeWords(session: () => DraftSession) {
  const { t, language } = useWords();
  const words = useDocumentWords(session);
  const memberName = (name: string): string => {
    const known = MEMBERS.find((one) => one === name);
    return known === undefined ? name : t(`examples.outcome.${known}`);
  };
  const text = (name: string, value: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language());
    if (/^\d{4}-\d{2}$/.test(value)) return formatMonth(value, language());
    return name === "dueAt" ? formatMoment(value, language()) : words.word(value);
  };
  const number = (name: string, value: number): string => {
    if (name.endsWith("Minor")) return formatMoney(value, words.currency(), language());
    return name === "shareMillionths" ? millionthsAsPercentage(value) : String(value);
  };
  const list = (name: string, items: readonly Json[]): string =>
    items.length === 0 ? t("examples.absent") : items.map((item) => valueText(name, item)).join("; ");
  const object = (fields: JsonObject): string =>
    Object.entries(fields)
      .map(([name, value]) => `${memberName(name)} ${valueText(name, value)}`)
      .join(", ");
  const valueText = (name: string, value: Json | undefined): string => {
    // What is never null in an outcome is yet to be settled by whoever writes the example.
    if (value === null && (name.endsWith("Minor") || name === "disposition")) return t("examples.unsettled");
    if (value === undefined || value === null) return t("examples.absent");
    if (typeof value === "boolean") return t(value ? "examples.editor.yes" : "examples.editor.no");
    if (typeof value === "number") return number(name, value);
    if (typeof value === "string") return text(name, value);
    return isList(value) ? list(name, value) : isObject(value) ? object(value) : "";
  };
  const itemName = (within: Json, path: readonly (string | number)[]): string => {
    const item = fieldsOf(valueAt(within, pointerTo(...path)));
    const by = KNOWN_BY.find((name) => typeof item[name] === "string");
    return by === undefined ? String(Number(path.at(-1)) + 1) : valueText(by, item[by]);
  };
  return {
    /** A value by the member of the outcome that it is of. */
    value: (path: readonly (string | number)[], value: Json | undefined): string =>
      valueText(String(path.findLast((step) => typeof step === "string") ?? ""), value),
    /** What a place in an outcome is called: “P1 · total”. `within` is an outcome, or a part of one, that has the place. */
    place: (path: readonly (string | number)[], within: Json): string =>
      path
        .flatMap((step, index) => {
          // A list is named by the item of it that is meant.
          if (typeof path[index + 1] === "number")
            return step === "parties" ? [] : [memberName(String(step))];
          return [typeof step === "number" ? itemName(within, path.slice(0, index + 1)) : memberName(step)];
        })
        .join(" · "),
  };
}
