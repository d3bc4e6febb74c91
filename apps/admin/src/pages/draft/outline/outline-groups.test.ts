import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Json, type JsonObject, pointerTo, valueAt } from "../../../document/pointer.ts";
import { NEW_CONDITION } from "../editors/rule/condition-edits.ts";
import { withNewRule } from "../editors/rule/rule-edits.ts";
import { withNewPart } from "./new-part.ts";
import { GROUPS, outlineGroups } from "./outline-groups.ts";
import { partFinder, problemsByPart } from "./part-problems.ts";

const POLICIES = [
  "after-sales-crisis",
  "branch-complaints",
  "complaint-fines",
  "dealer-complaints",
  "delivery-compensation",
  "fair-attribution",
  "first-contact",
  "manufacturer-complaints",
  "order-incident",
  "property-complaints",
];

function policy(id: string): JsonObject {
  const file = new URL(`../../../../../../rules/${id}/v1.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as JsonObject;
}

function placesOf(node: Json, path: readonly (string | number)[] = []): readonly string[] {
  const isLeaf = typeof node !== "object" || node === null;
  return isLeaf
    ? [pointerTo(...path)]
    : Object.entries(node as JsonObject).flatMap(([step, child]) => placesOf(child, [...path, step]));
}

describe("the outline of a document", () => {
  it.each(POLICIES)("leads to everything in %s, and needs no `other` for it", (id) => {
    const groups = outlineGroups(policy(id));
    const find = partFinder(groups);
    expect(placesOf(policy(id)).filter((place) => !find(place))).toEqual([]);
    expect(groups.other).toEqual([]);
  });

  it("calls a named condition by the policy's word for it, where it has one", () => {
    const upheld = { en: "upheld complaint", zh: "投诉成立" };
    const conditions = { upheld: NEW_CONDITION, other: NEW_CONDITION };
    const groups = outlineGroups({ conditions, words: { upheld } });
    expect(groups.conditions.map(({ label, otherwise }) => label ?? otherwise)).toEqual([upheld, "other"]);
  });

  it("leads to what no policy has: unknown fields, rules of no stage, sections of another form", () => {
    const document: JsonObject = {
      ...policy("first-contact"),
      rules: [{ id: "odd", stage: "some-day" }, null],
      tables: ["no", "map"],
      parameters: { figure: 5 },
      facts: { case: {}, party: [], other: { x: 1 } },
      surprise: { deep: true },
    };
    const groups = outlineGroups(document);
    const find = partFinder(groups);
    expect(placesOf(document).filter((place) => !find(place))).toEqual([]);
    expect(groups.other.map(({ pointer }) => pointer)).toEqual([
      "/facts/party",
      "/facts/other/x",
      "/tables",
      "/rules/0",
      "/rules/1",
      "/surprise",
    ]);
  });

  it("puts shares, deadlines and approval together, be they rules or tables", () => {
    const { deadline, authority, shares, tables, attribution } = outlineGroups(policy("branch-complaints"));
    expect(deadline.map(({ pointer }) => pointer)).toContain("/tables/close-by-market");
    expect(authority.map(({ pointer }) => pointer)).toContain("/tables/approval-level");
    expect(shares).toHaveLength(6);
    expect(attribution).toEqual([]);
    expect(tables).toEqual([]);
  });

  it("counts errors and warnings where they lie; those of the whole at the beginning", () => {
    const counts = problemsByPart(outlineGroups(policy("first-contact")), [
      { at: "/rules/0/rule/event", severity: "error" },
      { at: "/rules/0/label", severity: "warning" },
      { at: "/parameters/answerHours", severity: "warning" },
      { at: "/summary/en", severity: "error" },
      { at: "", severity: "error" },
    ]);
    expect([...counts]).toEqual([
      ["/rules/0", { errors: 1, warnings: 1 }],
      ["/parameters/answerHours", { errors: 0, warnings: 1 }],
      ["/title", { errors: 2, warnings: 0 }],
    ]);
  });

  it("adds a rule that begins as one from the list of rules does, under an id that no table has", () => {
    const document = { rules: [], tables: { "intake-rule": {} } };
    const label = { en: "New rule 1", zh: "" };
    expect(withNewPart("intake", document, label)).toEqual(withNewRule(document, { stage: "intake", label }));
    const added = withNewPart("shares", document, label);
    expect(valueAt(added?.document ?? {}, "/rules/0")).toMatchObject({
      label,
      rule: { conditions: { all: [NEW_CONDITION] }, event: { type: "bear" } },
    });
  });

  it("adds a part under a name that nothing has yet, and shows it in its group", () => {
    let document = policy("first-contact");
    for (const group of GROUPS) {
      for (let count = 0; count < 2; count += 1) {
        const before = outlineGroups(document)[group].length;
        const added = withNewPart(group, document);
        if (!added) continue;
        document = added.document;
        const pointers = outlineGroups(document)[group].map(({ pointer }) => pointer);
        expect(pointers).toContain(added.at);
        expect(pointers).toHaveLength(before + 1);
      }
    }
    const ids = (document["rules"] as readonly JsonObject[]).map((rule) => rule["id"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(document["parameters"] as JsonObject)).toEqual(
      expect.arrayContaining(["figure1", "figure2"]),
    );
  });
});
