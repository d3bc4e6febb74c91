import { expect, it } from "vitest";
import { placeKey } from "../../document/merge.ts";
import { type JsonObject, withValueAt } from "../../document/pointer.ts";
import { type Edit, alike, applied, partTyped, rebased } from "./edits.ts";

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

it("takes a part typed as JSON without undoing what others saved since the text was taken, or what was typed before", () => {
  const source = { tables: { fines: { label: "Fines", partial: true, rows: [{ id: "a", fine: 1 }] } } };
  const [row] = source.tables.fines.rows;
  const first = partTyped(source, "/tables/fines", { ...source.tables.fines, draftField: 1, label: "F" });
  const second = partTyped(first.document, "/tables/fines", { ...source.tables.fines, label: "Fees" });
  const theirs = {
    tables: { fines: { ...source.tables.fines, partial: false, rows: [{ id: "b", fine: 2 }, row] } },
  };
  expect(second.change(first.change(theirs as JsonObject))).toEqual({
    tables: { fines: { label: "Fees", partial: false, rows: [{ id: "b", fine: 2 }, row] } },
  });
});

it("finds the part that was typed as JSON by its id, though another one stands in its place by now", () => {
  const [late, loss] = BEFORE.rules;
  const { change } = partTyped(BEFORE, "/rules/0", { id: "late", fine: 9 });
  const theirs = { ...BEFORE, rules: [{ id: "new", fine: 5 }, late, loss] } as JsonObject;
  expect(change(theirs)["rules"]).toEqual([{ id: "new", fine: 5 }, { id: "late", fine: 9 }, loss]);
});

it("takes what is typed into one field together, though each state of it is called otherwise", () => {
  const typed = [10_025, 1_002, 100].map((value) => ({
    ...put(`cap → ${value}`, "/cap", value),
    field: "/cap",
  }));
  const edits = [...typed, put("fine", "/rules/0/fine", 3)];
  expect(alike(edits)).toEqual(typed);
  expect(alike(rebased(edits, BEFORE, new Set()))).toHaveLength(3);
  expect(alike([put("one", "/cap", 1), put("two", "/cap", 2)])).toHaveLength(1);
});
