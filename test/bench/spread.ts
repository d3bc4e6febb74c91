/** The middle of several measurements, and how far they lie apart. */
export type Spread = { readonly median: number; readonly least: number; readonly most: number };

/**
 * @example spreadOf([3, 1, 2, 10]) // { median: 2.5, least: 1, most: 10 }
 */
export function spreadOf(measured: readonly number[]): Spread {
  const ascending = measured.toSorted((a, b) => a - b);
  const least = ascending[0];
  const most = ascending.at(-1);
  const lower = ascending[Math.floor((ascending.length - 1) / 2)];
  const upper = ascending[Math.floor(ascending.length / 2)];
  if (least === undefined || most === undefined || lower === undefined || upper === undefined) {
    throw new Error("nothing was measured");
  }
  return { median: (lower + upper) / 2, least, most };
}

/** A figure with its spread, as people read it: `1,650 (1,590–1,720)`. */
export function writeSpread({ median, least, most }: Spread): string {
  return `${writeFigure(median)} (${writeFigure(least)}–${writeFigure(most)})`;
}

/** Three digits that count, no more: `1,234,567` is `1,230,000`, and `0.123` stays. */
export function writeFigure(figure: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(figure);
}
