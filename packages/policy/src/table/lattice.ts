import type { Fraction } from "@evenhand/domain";
import { floorFraction } from "@evenhand/domain";

/**
 * The numbers an input can take, counted in ticks: every `1 / perUnit` is one. Money, whole numbers and days have one
 * tick for each unit, decimals and rates one for each millionth. An exact ratio reaches conditions as a whole number of
 * millionths or as the middle between two, so it has a tick for each half millionth.
 */
export type Lattice = { readonly perUnit: bigint };

/** All ticks from `from` to `to`, both included; an end that is left out is open. Nothing where `from` is above `to`. */
export type Interval = { readonly from?: bigint; readonly to?: bigint };

/** An end of a range as it is written: up to there and with it, or only up to there. */
export type Bound = { readonly at: Fraction; readonly included: boolean };

/**
 * The ticks between two bounds. Open and closed ends differ by one tick, so that on whole fen "up to 2,000.00" and
 * "from 2,000.01" meet.
 *
 * @example
 * intervalBetween({ perUnit: 1n }, { from: { at: fraction(2), included: false } }) // { from: 3n }
 */
export function intervalBetween(
  lattice: Lattice,
  { from, to }: { readonly from?: Bound | undefined; readonly to?: Bound | undefined },
): Interval {
  return {
    ...(from && { from: firstTick(lattice, from) }),
    ...(to && { to: lastTick(lattice, to) }),
  };
}

export function isEmpty({ from, to }: Interval): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** What two intervals share; it may be empty. */
export function intersection(left: Interval, right: Interval): Interval {
  const from =
    left.from === undefined || (right.from !== undefined && right.from > left.from) ? right.from : left.from;
  const to = left.to === undefined || (right.to !== undefined && right.to < left.to) ? right.to : left.to;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function contains(outer: Interval, inner: Interval): boolean {
  const startsInside = outer.from === undefined || (inner.from !== undefined && inner.from >= outer.from);
  return startsInside && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
}

/**
 * An interval cut at every end of the given ones, in ascending order, so that each piece lies wholly inside or wholly
 * outside each of them.
 *
 * @example
 * split({ from: 0n }, [{ from: 5n, to: 9n }]) // [{ from: 0n, to: 4n }, { from: 5n, to: 9n }, { from: 10n }]
 */
export function split(whole: Interval, cuts: readonly Interval[]): readonly Interval[] {
  const starts = new Set<bigint>();
  for (const cut of cuts) {
    if (isEmpty(cut)) continue;
    if (cut.from !== undefined) starts.add(cut.from);
    if (cut.to !== undefined) starts.add(cut.to + 1n);
  }
  const inside = [...starts]
    .filter((start) => startsInside(whole, start))
    .toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  return [undefined, ...inside].map((start, index) => {
    const from = start ?? whole.from;
    const next = inside[index];
    const to = next === undefined ? whole.to : next - 1n;
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

function startsInside(whole: Interval, start: bigint): boolean {
  return (whole.from === undefined || start > whole.from) && (whole.to === undefined || start <= whole.to);
}

function firstTick(lattice: Lattice, { at, included }: Bound): bigint {
  const { floor, exact } = tickOf(lattice, at);
  return exact && included ? floor : floor + 1n;
}

function lastTick(lattice: Lattice, { at, included }: Bound): bigint {
  const { floor, exact } = tickOf(lattice, at);
  return exact && !included ? floor - 1n : floor;
}

function tickOf({ perUnit }: Lattice, at: Fraction): { readonly floor: bigint; readonly exact: boolean } {
  const scaled = at.numerator * perUnit;
  return {
    floor: floorFraction({ numerator: scaled, denominator: at.denominator }),
    exact: scaled % at.denominator === 0n,
  };
}
