import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../document/pointer.ts";
import { shareGroups, sumOf } from "./shares.ts";

function policy(id: string): JsonObject {
  const file = new URL(`../../../../../../../rules/${id}/v1.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as JsonObject;
}

function withShares(...shares: readonly number[]): JsonObject {
  return {
    tables: {
      roles: {
        event: { type: "bear", params: { portion: "share" } },
        outputs: ["share"],
        // oxlint-disable-next-line unicorn/no-thenable -- it is what the field of a row is called
        rows: shares.map((share, index) => ({ id: `row-${index}`, then: [share] })),
      },
    },
  };
}

describe("shares of the loss", () => {
  it("that are claimed under the same conditions stand together, with the rest", () => {
    const [group, ...others] = shareGroups(policy("dealer-complaints"));
    expect(group?.claims.map(({ portion, bearer, fact }) => [portion, bearer, fact])).toEqual([
      ["share", "factory", "factoryShare"],
      ["rest", "dealer", ""],
    ]);
    expect(others).toEqual([]);
    expect(group && sumOf(group)).toEqual({ claimed: 0, left: 1_000_000, heir: "rest", isOpen: true });
  });

  it.each([
    [[0.1, 0.2, 0.7], 1_000_000, 0],
    [[0.333333, 0.333333, 0.333333], 999_999, 1],
    [[0.8, 0.3], 1_100_000, -100_000],
  ] as const)("%j come to %d millionths exactly, and leave %d", (shares, claimed, left) => {
    const [group] = shareGroups(withShares(...shares));
    expect(group && sumOf(group)).toMatchObject({ claimed, left, heir: "company", isOpen: false });
  });

  it("alike or by points come to no sum, and what is no rate is known to nobody", () => {
    expect(shareGroups(policy("fair-attribution")).map(sumOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const [group] = shareGroups(withShares(1.5, -1, 0.12345678));
    expect(group && sumOf(group)?.isOpen).toBe(true);
  });
});
