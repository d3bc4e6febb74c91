import { describe, expect, it } from "vitest";
import { sampleDecision, sampleParty } from "./sample-decision.ts";
import { USUALLY_SAME, lossBandOf, stratumOf } from "./stratum.ts";

describe("lossBandOf", () => {
  it.each([
    [0, 0],
    [1, 1],
    [99, 80],
    [100, 100],
    [124, 100],
    [125, 125],
    [310_000, 250_000],
    [315_000, 315_000],
    [999_999_999, 800_000_000],
  ])("of %d begins at %d", (lossMinor, from) => {
    expect(lossBandOf(lossMinor)).toBe(from);
  });
});

describe("stratumOf", () => {
  it("is the same for losses of one band, and another for another kind, version or band, or no loss", () => {
    const of = (more: Parameters<typeof sampleDecision>[0]): string =>
      stratumOf(sampleDecision(more), sampleParty(0), USUALLY_SAME);
    const base = of({ lossMinor: 101_000 });
    expect(of({ lossMinor: 124_999 })).toBe(base);
    const others = [
      of({ lossMinor: 125_000 }),
      of({ lossMinor: null }),
      of({ lossMinor: 101_000, category: "transport-damage" }),
      of({ lossMinor: 101_000, policy: { id: "sample", version: 2, hash: "1".repeat(64) } }),
    ];
    expect(new Set([base, ...others]).size).toBe(5);
  });

  it("holds nothing the same but the version and what is asked for, facts of the person before those of the case", () => {
    const of = (rank: string, more: Parameters<typeof sampleDecision>[0]): string =>
      stratumOf(sampleDecision({ facts: { shift: "night" }, ...more }), sampleParty(0, { facts: { rank } }), {
        category: false,
        lossBand: false,
        facts: ["rank", "shift"],
      });
    const base = of("staff", {});
    expect(of("staff", { category: "transport-damage", lossMinor: 9_000_000 })).toBe(base);
    expect(new Set([base, of("lead", {}), of("staff", { facts: { shift: "day" } })]).size).toBe(3);
  });
});
