import type { CatalogueEntry, Policy, RootCondition, Rule } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { otherValues, thresholdsOf } from "./thresholds.ts";

function entry(given: Partial<CatalogueEntry> & Pick<CatalogueEntry, "name" | "type">): CatalogueEntry {
  const label = { en: given.name, zh: given.name };
  return { scope: "case", label, source: "declared", knownFrom: "intake", ...given };
}

function linesOf(conditions: RootCondition, catalogue: readonly CatalogueEntry[] = []) {
  const found = thresholdsOf({
    policy: {
      parameters: { small: { value: 100_000 }, grace: { value: 2 } },
      conditions: { big: { all: [{ fact: "loss", operator: "greaterThan", value: 500_000 }] } },
    } as unknown as Policy,
    rules: [{ rule: { conditions } } as unknown as Rule],
    catalogue: new Map(catalogue.map((one) => [one.name, one])),
    stated: (fact) => ({ promisedOn: "2026-07-01", deliveredOn: "2026-07-05" })[fact] ?? null,
  });
  return Object.fromEntries([...found].map(([fact, lines]) => [fact, [...lines]]));
}

describe("the lines of a version", () => {
  it("are what its rules compare facts with: figures, parameters, named conditions", () => {
    expect(
      linesOf({
        any: [
          { not: { fact: "loss", operator: "lessThan", value: { fact: "parameter.small" } } },
          { condition: "big" },
          { fact: "isOwn", operator: "equal", value: true },
        ],
      }),
    ).toEqual({ loss: [100_000, 500_000], isOwn: [] });
  });

  it("are of two facts that are compared each what the case states of the other", () => {
    expect(
      linesOf({ all: [{ fact: "deliveredOn", operator: "greaterThan", value: { fact: "promisedOn" } }] }),
    ).toEqual({ deliveredOn: ["2026-07-01"], promisedOn: ["2026-07-05"] });
  });

  it("of a span between two days fall on the later of them, its grace included", () => {
    const late = entry({
      name: "daysLate",
      type: "calendar-days",
      source: "derived",
      derivation: {
        kind: "days-between",
        from: "promisedOn",
        to: "deliveredOn",
        after: { fact: "parameter.grace" },
        label: { en: "", zh: "" },
      },
    });
    expect(linesOf({ all: [{ fact: "daysLate", operator: "greaterThan", value: 3 }] }, [late])).toEqual({
      daysLate: [3],
      deliveredOn: ["2026-07-06"],
    });
  });
});

describe("other values of a fact", () => {
  const values = (
    one: CatalogueEntry,
    value: Parameters<typeof otherValues>[1]["value"],
    ...lines: (string | number)[]
  ) => otherValues(one, { value, thresholds: new Set(lines) });

  it("lie on a line and the least step to either side of it, never below what there can be", () => {
    expect(values(entry({ name: "loss", type: "money" }), 5, 0, 100)).toEqual([0, 1, 99, 100, 101]);
    expect(values(entry({ name: "rate", type: "rate" }), 0.5, 1)).toEqual([0.999999, 1]);
  });

  it("are days over the end of a month too", () => {
    expect(values(entry({ name: "on", type: "date" }), "2026-06-30", "2026-06-30")).toEqual([
      "2026-06-29",
      "2026-07-01",
    ]);
  });

  it("are every other choice, and a set with one member more or less", () => {
    const listed = {
      values: { a: { en: "a", zh: "a" }, b: { en: "b", zh: "b" } },
      label: { en: "", zh: "" },
    };
    expect(
      values(entry({ name: "kind", type: "enum", declaration: { ...listed, type: "enum" } }), "a"),
    ).toEqual(["b"]);
    expect(
      values(entry({ name: "faults", type: "set", declaration: { ...listed, type: "set" } }), ["a"]),
    ).toEqual([[], ["a", "b"]]);
    expect(values(entry({ name: "own", type: "boolean" }), false)).toEqual([true]);
  });

  it("are none of what is free text, a person, or not known", () => {
    expect(values(entry({ name: "note", type: "text" }), "x", "y")).toEqual([]);
    expect(values(entry({ name: "loss", type: "money" }), null, 100)).toEqual([]);
  });
});
