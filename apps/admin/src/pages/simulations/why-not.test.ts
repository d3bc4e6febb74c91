import { expect, it } from "vitest";
import type { SimulationEstimate } from "./simulation-queries.ts";
import { whyNot } from "./why-not.ts";

const label = { en: "unit", zh: "单位" };
const facts: SimulationEstimate["facts"] = [{ name: "unit", scope: "party", label, values: [] }];

it("leaves nothing to begin where the sides are the same, no case is there, or what is ticked is of no fact", () => {
  const found = (
    estimate: { readonly isSame?: boolean; readonly cases?: number },
    groups: string[] = [],
    narrowedBy: string[] = [],
  ) =>
    whyNot(
      { isSame: false, cases: 1, facts, ...estimate },
      { groups, scope: narrowedBy.map((fact) => ({ fact, values: ["north"] })) },
    );
  expect(found({}, ["unit"], ["unit"])).toBeUndefined();
  expect(found({ isSame: true })).toBe("same");
  expect(found({ cases: 0 })).toBe("noCases");
  expect(found({}, ["unit", "none"])).toBe("unknownGroup");
  expect(found({}, ["unit"], ["unit", "none"])).toBe("unknownScope");
});
