import { expect, it } from "vitest";
import { placeKey } from "../../document/merge.ts";
import { type JsonObject, withValueAt } from "../../document/pointer.ts";
import { type Edit, alike, applied, rebased } from "./edits.ts";

function put(label: string, pointer: string, value: number): Edit {
  return { label, change: (document) => withValueAt(document, pointer, value) as JsonObject };
}

const BEFORE = {
  rules: [
    { id: "late", fine: 1 },
    { id: "loss", fine: 2 },
  ],
  cap: 50,
};

it("makes an edit at the rule that it was made at, though another one stands in its place by now", () => {
  const theirs = { rules: [{ id: "new", fine: 9 }, ...BEFORE.rules], cap: 50 };
  const edits = rebased([put("one", "/rules/1/fine", 20)], BEFORE, new Set());
  expect(applied(edits, theirs)).toEqual({
    rules: [
      { id: "new", fine: 9 },
      { id: "late", fine: 1 },
      { id: "loss", fine: 20 },
    ],
    cap: 50,
  });
});

it("keeps edits apart, each with its label, and lets the other one's value stand where it was taken", () => {
  const taken = new Set<string>();
  const edits = rebased([put("cap", "/cap", 40), put("fine", "/rules/0/fine", 3)], BEFORE, taken);
  expect(edits.map(({ label }) => label)).toEqual(["cap", "fine"]);
  expect(applied(alike(edits), { ...BEFORE, cap: 45 })).toEqual({ ...BEFORE, cap: 40 });
  taken.add(placeKey(["cap"]));
  expect(applied(edits, { ...BEFORE, cap: 45 })).toMatchObject({
    cap: 45,
    rules: [{ fine: 3 }, { fine: 2 }],
  });
});

it("changes nothing where the service has the edit already", () => {
  const edits = rebased([put("cap", "/cap", 40)], BEFORE, new Set());
  const theirs = { ...BEFORE, cap: 40 };
  expect(applied(edits, theirs)).toBe(theirs);
});
