import { fraction } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { intervalBetween, split } from "./lattice.ts";
import { numberIn } from "./number-in.ts";

const WHOLE = { perUnit: 1n };
const MILLIONTHS = { perUnit: 1_000_000n };
const HALF_MILLIONTHS = { perUnit: 2_000_000n };

describe("ends of ranges on a lattice", () => {
  it("differ by one tick between open and closed", () => {
    const two = fraction(2);
    expect(intervalBetween(WHOLE, { from: { at: two, included: true } })).toEqual({ from: 2n });
    expect(intervalBetween(WHOLE, { from: { at: two, included: false } })).toEqual({ from: 3n });
    expect(intervalBetween(WHOLE, { to: { at: two, included: false } })).toEqual({ to: 1n });
    expect(intervalBetween(MILLIONTHS, { to: { at: two, included: false } })).toEqual({ to: 1_999_999n });
  });

  it("between two ticks take the tick inside, whichever way they are written", () => {
    const half = fraction(-5, 2);
    for (const included of [true, false]) {
      expect(intervalBetween(WHOLE, { from: { at: half, included } })).toEqual({ from: -2n });
      expect(intervalBetween(WHOLE, { to: { at: half, included } })).toEqual({ to: -3n });
    }
  });

  it("leave an exact ratio room between two millionths", () => {
    const above = intervalBetween(HALF_MILLIONTHS, {
      from: { at: fraction(3, 100), included: false },
      to: { at: fraction(30_001, 1_000_000), included: false },
    });
    expect(above).toEqual({ from: 60_001n, to: 60_001n });
  });
});

describe("cutting an interval", () => {
  it("makes pieces that meet and leave nothing out", () => {
    expect(split({ from: 0n }, [{ from: 5n, to: 9n }, { to: 6n }])).toEqual([
      { from: 0n, to: 4n },
      { from: 5n, to: 6n },
      { from: 7n, to: 9n },
      { from: 10n },
    ]);
  });

  it("takes no notice of what lies outside or holds nothing", () => {
    expect(split({ from: 0n, to: 9n }, [{ from: 20n }, { to: -1n }, { from: 4n, to: 3n }])).toEqual([
      { from: 0n, to: 9n },
    ]);
  });
});

describe("an example number", () => {
  const example = (from: bigint | undefined, to: bigint | undefined, named: readonly bigint[] = []) =>
    numberIn(
      { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      { lattice: WHOLE, named: new Set(named) },
    );

  it("is the roundest between two ends", () => {
    expect(example(100_001n, 499_999n)).toBe(200_000n);
    expect(example(-7n, 12n)).toBe(0n);
    expect(example(41n, 43n)).toBe(41n);
  });

  it("is the table's own figure where the other side is open", () => {
    expect(example(123n, undefined, [123n])).toBe(123n);
    expect(example(123n, undefined)).toBe(200n);
    expect(example(undefined, -123n)).toBe(-200n);
  });
});
