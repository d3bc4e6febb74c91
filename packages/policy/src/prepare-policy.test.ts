import { contentHash } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { preparePolicy } from "./prepare-policy.ts";
import { fact, samplePolicy, sampleTable } from "./table/sample-table.ts";

const POLICY = samplePolicy({
  facts: { case: { loss: fact("money") }, party: {} },
  tables: {
    second: sampleTable(["loss"], { low: [{ below: 5 }], high: [{ atLeast: 5 }] }),
    first: sampleTable(["loss"], { any: [{ atLeast: 0 }] }),
  },
  rules: [
    {
      id: "own",
      stage: "intake",
      scope: "case",
      label: { en: "own", zh: "自有" },
      references: [],
      rule: {
        conditions: { all: [{ fact: "loss", operator: "equal", value: 0 }] },
        event: { type: "disposition", params: { disposition: "not-upheld" } },
      },
    },
  ],
});

describe("a policy made ready", () => {
  it("has its own rules and then those of its tables, table by table", () => {
    expect(preparePolicy(POLICY).rules.map(({ id }) => id)).toEqual([
      "own",
      "first#any",
      "second#low",
      "second#high",
    ]);
  });

  it("is identified by the hash of its document", () => {
    expect(preparePolicy(POLICY).hash).toBe(contentHash(POLICY));
    expect(preparePolicy({ ...POLICY, version: 2 }).hash).not.toBe(contentHash(POLICY));
  });

  it("is the same whatever the order of keys in the document", () => {
    const reversed = reverseKeys(POLICY) as typeof POLICY;
    expect(Object.keys(reversed)[0]).toBe(Object.keys(POLICY).at(-1));
    expect(preparePolicy(reversed)).toEqual(preparePolicy(POLICY));
    expect(preparePolicy(reversed).rules.map(({ id }) => id)).toEqual(
      preparePolicy(POLICY).rules.map(({ id }) => id),
    );
  });

  it("is frozen to the last leaf and apart from what it was made of", () => {
    const source = structuredClone(POLICY) as { title: { en: string } };
    const version = preparePolicy(source as typeof POLICY);
    source.title.en = "changed";
    expect(version.policy.title.en).toBe("Sample");
    expect(unfrozenIn(version)).toEqual([]);
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reverseKeys(part)]),
  );
}

function unfrozenIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(Object.isFrozen(value) ? [] : [value]), ...Object.values(value).flatMap(unfrozenIn)];
}
