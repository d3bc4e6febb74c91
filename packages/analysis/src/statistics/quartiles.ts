import { NOT_A_NUMBER, type NotComputable, notComputable } from "./not-computable.ts";

/** Five figures that a distribution is described by, and from where on a value lies far off. */
export type Quartiles = {
  readonly n: number;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
  /** Tukey's fences, one and a half times the distance of the quartiles below and above them. */
  readonly fences: { readonly below: number; readonly above: number };
};

/**
 * Quartiles by linear interpolation between ordered values, R's type 7: R. J. Hyndman and Y. Fan, “Sample quantiles in
 * statistical packages”, The American Statistician 50 (1996), 361–365. Fences: J. W. Tukey, Exploratory Data Analysis (1977), ch. 2.
 *
 * @example quartilesOf([1, 2, 3, 4]) // lower 1.75, median 2.5, upper 3.25, fences −0.5 and 5.5
 */
export function quartilesOf(values: readonly number[]): Quartiles | NotComputable {
  if (values.length === 0) return notComputable("there are no values", "没有数据");
  if (!values.every((value) => Number.isFinite(value))) return NOT_A_NUMBER;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? 0;
    return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? 0) - below);
  };
  const [lower, upper] = [at(0.25), at(0.75)];
  const reach = 1.5 * (upper - lower);
  return {
    n: sorted.length,
    least: at(0),
    lower,
    median: at(0.5),
    upper,
    most: at(1),
    fences: { below: lower - reach, above: upper + reach },
  };
}
