import type { LocalizedText } from "./text.ts";
import type { Fraction } from "./fraction.ts";
import {
  addFractions,
  compareFractions,
  floorFraction,
  fraction,
  multiplyFractions,
  ZERO,
} from "./fraction.ts";

/**
 * The largest amount that a case, a policy or a schedule may state, in minor units: 10,000,000,000.00 yuan.
 * A total over a request adds one amount of each party or of each planned deduction; either takes at least four of the at
 * most 10,000 values of a request, so no total passes 2,500 × 10^12, well inside the safe integers (9 × 10^15).
 */
export const MAX_AMOUNT_MINOR = 1_000_000_000_000;

/**
 * The whole minor units nearest to an exact amount, a half upwards: the one place of half-up rounding, used once at the
 * end of a formula. Below zero, where no amount of ours is, a half goes up as well. Throws a `RangeError` beyond the
 * safe integers.
 *
 * 150.5 → 151; 150.499… → 150; −0.5 → 0.
 */
export function roundHalfUp(f: Fraction): number {
  return toSafeInteger(
    floorFraction({ numerator: 2n * f.numerator + f.denominator, denominator: 2n * f.denominator }),
  );
}

/**
 * The whole minor units not above an exact amount, as the monthly cap wants them. Throws a `RangeError` beyond the safe
 * integers.
 *
 * Half of 1,500.01 in fen: `floorOf(fraction(150_001, 2))` is 75,000.
 */
export function floorOf(f: Fraction): number {
  return toSafeInteger(floorFraction(f));
}

/**
 * Divides a total by weights: each part gets the whole minor units of its exact share, and those left over go one each
 * to the largest remainders, of equal ones to the earlier. Parts stand in the order of their weights. Throws a
 * `RangeError` on a total that is no amount, on a weight below zero, and where no weight is above zero.
 *
 * INVARIANT: the parts add up to the total, and each lies less than one minor unit from its exact share.
 *
 * `allocate(100, [ONE, ONE, ONE])` is `[34, 33, 33]`.
 */
export function allocate(totalMinor: number, weights: readonly Fraction[]): number[] {
  if (!Number.isSafeInteger(totalMinor) || totalMinor < 0) {
    throw new RangeError(`\`${totalMinor}\` is not an amount that can be divided`);
  }
  if (weights.some((weight) => compareFractions(weight, ZERO) < 0))
    throw new RangeError("a weight is below zero");
  const sum = weights.reduce(addFractions, ZERO);
  if (compareFractions(sum, ZERO) === 0) throw new RangeError("no weight is above zero");

  const perWeight = fraction(BigInt(totalMinor) * sum.denominator, sum.numerator);
  const shares = weights.map((weight, index) => {
    const exact = multiplyFractions(weight, perWeight);
    const whole = floorFraction(exact);
    return {
      index,
      whole: Number(whole),
      remainder: fraction(exact.numerator - whole * exact.denominator, exact.denominator),
    };
  });
  const parts = shares.map((share) => share.whole);
  const leftOver = totalMinor - parts.reduce((a, b) => a + b, 0);
  const byRemainder = shares.toSorted(
    (a, b) => compareFractions(b.remainder, a.remainder) || a.index - b.index,
  );
  for (const { index, whole } of byRemainder.slice(0, leftOver)) parts[index] = whole + 1;
  return parts;
}

/**
 * An amount as people write it in figures, without the name of the currency: thousands grouped by commas, which is how
 * both languages of the product write them, and the currency's own number of decimals. Throws a `RangeError` on anything
 * but a safe integer, and on what is no code of a currency.
 *
 * `formatMinor(1_200_000, "CNY")` is `12,000.00`; `formatMinor(12_000, "JPY")` is `12,000`.
 */
export function formatMinor(amountMinor: number, currency: string): string {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`\`${amountMinor}\` is not a whole amount`);
  const places = minorUnitPlaces(currency);
  const digits = String(Math.abs(amountMinor)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = amountMinor < 0 ? "-" : "";
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

const placesByCurrency = new Map<string, number>();

function minorUnitPlaces(currency: string): number {
  const known = placesByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  placesByCurrency.set(currency, places);
  return places;
}

function toSafeInteger(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError(`\`${value}\` is beyond the safe integers`);
  return result;
}

/**
 * An amount as it stands in a sentence of each language: the currency is named where it is not the yuan, which goes
 * without saying in English and is written out in Chinese.
 *
 * @example amountText(120_000, "CNY") // { en: "1,200.00", zh: "1,200.00元" }
 * @example amountText(4_000, "JPY") // { en: "JPY 4,000", zh: "JPY 4,000" }
 */
export function amountText(amountMinor: number, currency: string): LocalizedText {
  const digits = formatMinor(amountMinor, currency);
  if (currency !== "CNY") return { en: `${currency} ${digits}`, zh: `${currency} ${digits}` };
  return { en: digits, zh: `${digits}元` };
}
