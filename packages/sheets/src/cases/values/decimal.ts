/** A decimal number exactly as it is written. */
export type Decimal = {
  readonly negative: boolean;
  /** All digits, of the whole part and behind the point. */
  readonly digits: string;
  /** How many of them stand behind the point. */
  readonly places: number;
};

const DECIMAL = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
/** No number that anybody means has more digits; the bound keeps the arithmetic short. */
const MOST_DIGITS = 40;

/**
 * The number of a text of plain digits, with or without thousands grouped by commas; `undefined` for any other text.
 *
 * `1,200.50` has the digits `120050` and two places; `1,20` is no number.
 */
export function readDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  if (!match || text.length > MOST_DIGITS) return undefined;
  const fraction = match[3] ?? "";
  return {
    negative: match[1] === "-",
    digits: (match[2] ?? "").replaceAll(",", "") + fraction,
    places: fraction.length,
  };
}

/**
 * The number times a power of ten, where that is a whole and safe number; `undefined` where it is not. No binary fraction
 * is involved.
 *
 * Of `1.2` and 4 it is 12,000; of `0.005` and 2 there is none.
 */
export function timesTens({ negative, digits, places }: Decimal, tens: number): number | undefined {
  const shift = tens - places;
  const magnitude = shift >= 0 ? digits + "0".repeat(shift) : wholePart(digits, -shift);
  if (magnitude === undefined) return undefined;
  const value = Number(magnitude);
  if (!Number.isSafeInteger(value)) return undefined;
  return negative && value !== 0 ? -value : value;
}

/** The digits without the last ones, where those are all zero. */
function wholePart(digits: string, dropped: number): string | undefined {
  const padded = digits.padStart(dropped + 1, "0");
  const cut = padded.length - dropped;
  return /^0*$/.test(padded.slice(cut)) ? padded.slice(0, cut) : undefined;
}
