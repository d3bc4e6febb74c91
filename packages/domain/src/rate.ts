/** Up to this magnitude a double tells any two decimals of six places apart; beyond it only whole numbers count as exact. */
const LARGEST_WITH_PLACES = 4_000_000_000;

/**
 * Whether the number, read as the decimal it is written as, has at most six places: the precision of rates and decimals.
 * Whole numbers must be safe integers, and numbers with places lie within ±4,000,000,000.
 *
 * `0.000001` and `1.5` have; `1e-7`, `0.1 + 0.2` (0.30000000000000004), `5000000000.5` and `Infinity` have not.
 */
export function hasAtMostSixPlaces(value: number): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value);
  if (!(Math.abs(value) <= LARGEST_WITH_PLACES)) return false;
  // In this range the product is off by less than half a unit, so it names the only candidate of six places;
  // division rounds correctly, so it gives the value back exactly when the value was written as that candidate.
  return Math.round(value * 1e6) / 1e6 === value;
}

/**
 * The decimal as an exact whole number of millionths. Throws a `RangeError` on more than six places and where the
 * millionths would not be a safe integer.
 *
 * `toMillionths(0.003)` is 3,000.
 */
export function toMillionths(decimal: number): number {
  if (!hasAtMostSixPlaces(decimal)) throw new RangeError(`\`${decimal}\` has more than six places`);
  const millionths = Math.round(decimal * 1e6);
  if (!Number.isSafeInteger(millionths))
    throw new RangeError(`\`${decimal}\` is too large to count in millionths`);
  return millionths === 0 ? 0 : millionths;
}

/**
 * The decimal of a whole number of millionths, as JSON writes it. Throws a `RangeError` where it is no safe integer.
 *
 * `fromMillionths(100_000)` is 0.1.
 */
export function fromMillionths(millionths: number): number {
  if (!Number.isSafeInteger(millionths)) throw new RangeError(`\`${millionths}\` is not a safe integer`);
  return millionths === 0 ? 0 : millionths / 1e6;
}
