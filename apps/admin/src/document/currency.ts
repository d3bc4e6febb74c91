import { type JsonObject, textAt } from "./pointer.ts";

/** The currency of a document, ISO 4217; the yuan where it names none that `Intl` can write. */
export function currencyOf(document: JsonObject): string {
  const currency = textAt(document, "/currency");
  return /^[A-Z]{3}$/.test(currency) ? currency : "CNY";
}
