import { describe, expect, it } from "vitest";
import { type JsonObject, itemsOf, textAt, valueAt } from "../../../../document/pointer.ts";
import {
  isFreeId,
  withDuplicate,
  withNewRule,
  withRuleId,
  withRuleMoved,
  withoutRule,
} from "./rule-edits.ts";

const rule = (id: string, stage: string): JsonObject => ({ id, stage, label: { en: id, zh: id } });

const DRAFT: JsonObject = {
  rules: [rule("a", "intake"), rule("b", "penalty"), rule("c", "intake"), rule("d", "deadline")],
  tables: { tiers: {} },
  examples: [{ id: "one", reasons: ["a", "tiers#low"] }, { id: "two" }],
  derived: { party: { before: { kind: "on-record", code: "b" } } },
};

function ids(document: JsonObject): readonly string[] {
  return itemsOf(document["rules"]).map((one) => textAt(one, "/id"));
}

describe("a rule", () => {
  it("begins at the end of its stage, under an id that nothing has", () => {
    const label = { en: "New", zh: "新" };
    const first = withNewRule(DRAFT, { stage: "intake", label });
    expect(ids(first.document)).toEqual(["a", "b", "c", "intake-rule", "d"]);
    expect(first.at).toBe("/rules/3");
    expect(valueAt(first.document, "/rules/3/rule/event/type")).toBe("disposition");
    const second = withNewRule(first.document, { stage: "intake", label });
    expect(ids(second.document)[4]).toBe("intake-rule-2");
    expect(ids(withNewRule(DRAFT, { stage: "authority", label }).document).at(-1)).toBe("authority-rule");
  });

  it("moves among the rules of its stage only", () => {
    expect(ids(withRuleMoved(DRAFT, 2, -1)?.document ?? {})).toEqual(["c", "a", "b", "d"]);
    const down = withRuleMoved(DRAFT, 0, 1);
    expect(ids(down?.document ?? {})).toEqual(["b", "c", "a", "d"]);
    expect(down?.at).toBe("/rules/2");
    expect(withRuleMoved(DRAFT, 1, -1)).toBeUndefined();
    expect(withRuleMoved(DRAFT, 3, 1)).toBeUndefined();
  });

  it("is doubled under an id and a name of its own", () => {
    const twice = withDuplicate(DRAFT, 0, (name) => `${name} (copy)`);
    expect(ids(twice?.document ?? {})).toEqual(["a", "a-2", "b", "c", "d"]);
    expect(valueAt(twice?.document ?? {}, "/rules/1/label")).toEqual({ en: "a (copy)", zh: "a (copy)" });
    expect(withDuplicate(DRAFT, 9, (name) => name)).toBeUndefined();
  });

  it("goes, and the one after it is shown, else the one before", () => {
    expect(withoutRule(DRAFT, 1).at).toBe("/rules/1");
    expect(withoutRule(DRAFT, 3).at).toBe("/rules/2");
    expect(withoutRule({ rules: [rule("a", "intake")] }, 0).at).toBe("/rules");
  });

  it("keeps those that name it when it is called otherwise", () => {
    const renamed = withRuleId(DRAFT, 0, "z");
    expect(valueAt(renamed, "/examples/0/reasons")).toEqual(["z", "tiers#low"]);
    expect(valueAt(renamed, "/examples/1")).toEqual({ id: "two" });
    expect(valueAt(withRuleId(DRAFT, 1, "z"), "/derived/party/before/code")).toBe("z");
    expect(withRuleId({ rules: [rule("a", "intake")] }, 0, "z")["examples"]).toBeUndefined();
  });

  it.each([
    ["a", 0, true],
    ["a", 1, false],
    ["tiers", 0, false],
    ["New rule", 0, false],
    ["12", 0, false],
    ["late-12", 0, true],
  ])("may be called `%s` in place %i: %s", (id, index, isFree) => {
    expect(isFreeId(DRAFT, id, index)).toBe(isFree);
  });
});
