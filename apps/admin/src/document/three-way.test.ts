/* oxlint-disable unicorn/no-thenable -- a row of a table has a part of this name */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "./pointer.ts";
import { type Choice, merged } from "./three-way.ts";

const BASE = {
  version: 2,
  effectiveFrom: "2026-07-01",
  parameters: { cap: { value: 0.15, label: "cap" }, days: { value: 7 } },
  rules: [
    { id: "first", priority: 1 },
    { id: "second", priority: 2 },
  ],
  tables: { fines: { rows: [{ id: "r1", when: [{ below: 10 }, null], then: [600] }] } },
} as const satisfies JsonObject;

function set(document: JsonObject, change: (copy: Loose) => void): JsonObject {
  const copy = structuredClone(document) as unknown as Loose;
  change(copy);
  return copy as unknown as JsonObject;
}
type Loose = {
  version: number;
  effectiveFrom: string;
  title?: string;
  parameters: Record<string, { value: number; label?: string }>;
  rules: { id: string; priority?: number }[];
  tables: { fines: { rows: { id: string; when: unknown[]; then: number[] }[] } };
};

function figure(document: Loose, id: string): { value: number } {
  const found = document.parameters[id];
  if (!found) throw new Error(`there is no figure ${id}`);
  return found;
}

function row(document: Loose): { when: unknown[]; then: number[] } {
  const [first] = document.tables.fines.rows;
  if (!first) throw new Error("there is no row");
  return first;
}

function both(mine: (copy: Loose) => void, theirs: (copy: Loose) => void, choice: Choice = "mine") {
  return merged({ base: BASE, mine: set(BASE, mine), theirs: set(BASE, theirs) }, () => choice);
}

describe("two documents made of one", () => {
  it("come together where each changed something else, to the cell of a row", () => {
    const { document, conflicts } = both(
      (mine) => {
        figure(mine, "cap").value = 0.2;
        row(mine).then[0] = 800;
        mine.rules.push({ id: "third" });
      },
      (theirs) => {
        figure(theirs, "days").value = 9;
        row(theirs).when[0] = { below: 20 };
        theirs.rules.shift();
      },
    );
    expect(conflicts).toEqual([]);
    expect(document).toEqual({
      ...BASE,
      parameters: { cap: { value: 0.2, label: "cap" }, days: { value: 9 } },
      rules: [{ id: "second", priority: 2 }, { id: "third" }],
      tables: { fines: { rows: [{ id: "r1", when: [{ below: 20 }, null], then: [800] }] } },
    });
  });

  it.each([
    ["mine", 0.2],
    ["theirs", 0.18],
  ] as const)("are in conflict where both changed the same, and %s is chosen: %s", (choice, value) => {
    const { document, conflicts } = both(
      (mine) => (figure(mine, "cap").value = 0.2),
      (theirs) => (figure(theirs, "cap").value = 0.18),
      choice,
    );
    expect(conflicts).toEqual([{ at: "/parameters/cap/value", base: 0.15, mine: 0.2, theirs: 0.18 }]);
    expect(document).toEqual(set(BASE, (all) => (figure(all, "cap").value = value)));
  });

  it("are in conflict where one took away what the other changed", () => {
    const { document, conflicts } = both(
      (mine) => mine.rules.shift(),
      (theirs) => theirs.rules.splice(0, 1, { id: "first", priority: 9 }),
    );
    expect(conflicts.map(({ at }) => at)).toEqual(["/rules/first"]);
    expect(document["rules"]).toEqual([{ id: "second", priority: 2 }]);
  });

  it("agree where both made the same of it, and keep my number and day", () => {
    const { document, conflicts } = both(
      (mine) => Object.assign(mine, { version: 4, title: "new" }),
      (theirs) => Object.assign(theirs, { version: 3, effectiveFrom: "2027-01-01", title: "new" }),
    );
    expect(conflicts).toEqual([]);
    expect(document).toMatchObject({ version: 4, effectiveFrom: "2026-07-01", title: "new" });
  });

  it("keep the order that one of them gave, with what the other added behind what it follows", () => {
    const { document } = both(
      (mine) => mine.rules.splice(1, 0, { id: "between" }),
      (theirs) => theirs.rules.reverse(),
    );
    const ids = (document["rules"] as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(["second", "first", "between"]);
  });

  it("are theirs where I changed nothing, and mine where they did not", () => {
    const edited = set(BASE, (all) => {
      all.rules.reverse();
      all.parameters["more"] = { value: 1 };
      delete all.parameters["days"];
    });
    const never = () => {
      throw new Error("there is no conflict");
    };
    expect(merged({ base: BASE, mine: BASE, theirs: edited }, never).document).toEqual(edited);
    expect(merged({ base: BASE, mine: edited, theirs: BASE }, never).document).toEqual(edited);
  });
});
