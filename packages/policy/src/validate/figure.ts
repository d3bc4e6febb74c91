import { type CatalogueEntry, type Value, isFactReference, parseDay } from "@evenhand/domain";
import type { Names } from "./names.ts";

/**
 * The number that a value always is: a literal, or a parameter's figure, a day as its epoch day. `undefined` where it
 * depends on the case, or is no number.
 *
 * @example figureOf({ fact: "parameter.closeDays" }, names) // 7
 */
export function figureOf(value: Value, { catalogue }: Names): number | undefined {
  if (isFactReference(value)) return figureOfEntry(catalogue.get(value.fact));
  return typeof value === "number" ? value : undefined;
}

/**
 * The number behind a parameter's entry; `undefined` of any other entry.
 *
 * @example figureOfEntry(catalogue.get("lossAmount")) // undefined
 */
export function figureOfEntry(entry: CatalogueEntry | undefined): number | undefined {
  const figure = entry?.parameter?.value;
  return typeof figure === "string" ? parseDay(figure) : figure;
}
