import { type Language, formatMinor } from "@evenhand/domain";

/** In which language an amount is written, and of which currency it is (ISO 4217). */
export type MoneyContext = { readonly language: Language; readonly currency: string };

/**
 * An amount as it stands in a sentence of a document, always with its currency: a document is read by itself.
 *
 * @example moneyInSentence(120_000, { language: "zh", currency: "CNY" }) // "1,200.00元"
 * @example moneyInSentence(120_000, { language: "en", currency: "CNY" }) // "CNY 1,200.00"
 */
export function moneyInSentence(amountMinor: number, { language, currency }: MoneyContext): string {
  const figures = formatMinor(Math.abs(amountMinor), currency);
  const sign = amountMinor < 0 ? "−" : "";
  return language === "zh" && currency === "CNY" ? `${sign}${figures}元` : `${currency} ${sign}${figures}`;
}

/**
 * An amount as it stands in a column whose heading names the currency.
 *
 * @example moneyInColumn(-120_000, "CNY") // "−1,200.00"
 */
export function moneyInColumn(amountMinor: number, currency: string): string {
  return (amountMinor < 0 ? "−" : "") + formatMinor(Math.abs(amountMinor), currency);
}
