import type { Interval, Lattice } from "./lattice.ts";

type Known = { readonly lattice: Lattice; readonly named: ReadonlySet<bigint> };

/**
 * A tick of an interval that people would take as its example: an end that the table itself names where the other side
 * is open, otherwise the roundest one.
 *
 * @example
 * numberIn({ from: 100_001n, to: 499_999n }, { lattice: { perUnit: 1n }, named: new Set() }) // 200000n: 2,000.00
 */
export function numberIn({ from, to }: Interval, { lattice, named }: Known): bigint {
  if (from === undefined && to === undefined) return 0n;
  if (from === undefined) {
    const last = to ?? 0n;
    return named.has(last) ? last : -roundest(-last, reach(last, lattice) - last);
  }
  if (to === undefined) return named.has(from) ? from : roundest(from, from + reach(from, lattice));
  return roundest(from, to);
}

/** How far an open side is looked along for a round number. */
function reach(tick: bigint, { perUnit }: Lattice): bigint {
  const size = tick < 0n ? -tick : tick;
  return size > perUnit ? size : perUnit;
}

const LARGEST_POWER = 10n ** 18n;

/** The smallest multiple of the largest power of ten that has one between the ends. */
function roundest(from: bigint, to: bigint): bigint {
  for (let power = LARGEST_POWER; power > 1n; power /= 10n) {
    const multiple = ceilingOf(from, power) * power;
    if (multiple <= to) return multiple;
  }
  return from;
}

function ceilingOf(tick: bigint, power: bigint): bigint {
  const quotient = tick / power;
  return tick > 0n && quotient * power !== tick ? quotient + 1n : quotient;
}
