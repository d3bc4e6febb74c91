import { describe, expect, it } from "vitest";
import { eventGroups } from "./event-lines.ts";

describe("what an event changed", () => {
  it("leaves out what stayed as it was, and names what came and what went", () => {
    const before = { state: "in-review", roles: ["author"], disabled: false, gone: 1 };
    const after = { state: "in-review", roles: ["author", "approver"], disabled: true, came: null };
    expect(eventGroups({ before, after })).toEqual([
      {
        name: undefined,
        lines: [
          { path: ["roles"], before: ["author"], after: ["author", "approver"] },
          { path: ["disabled"], before: false, after: true },
          { path: ["came"], after: null },
          { path: ["gone"], before: 1 },
        ],
      },
    ]);
  });

  it("goes part by part, with places in lists counted from 1", () => {
    const after = { month: "2026-07", rows: { done: 3, taken: 2 }, cases: [{ id: "c1" }, { id: "c2" }] };
    expect(eventGroups({ after })).toEqual([
      { name: undefined, lines: [{ path: ["month"], after: "2026-07" }] },
      {
        name: "rows",
        lines: [
          { path: ["done"], after: 3 },
          { path: ["taken"], after: 2 },
        ],
      },
      {
        name: "cases",
        lines: [
          { path: [1, "id"], after: "c1" },
          { path: [2, "id"], after: "c2" },
        ],
      },
    ]);
  });

  it("takes a text in both languages, an empty list and an empty object for one value", () => {
    const label = { en: "Loss", zh: "损失" };
    expect(eventGroups({ after: { label, none: [], nothing: {} } })[0]?.lines).toEqual([
      { path: ["label"], after: label },
      { path: ["none"], after: [] },
      { path: ["nothing"], after: [] },
    ]);
  });

  it("tells the ledger's entries and its other changes as parts of their own", () => {
    const entries = [{ person: "person-1", amountMinor: 5 }];
    const ledger = [{ person: "person-1", leftIn: "2026-08" }];
    expect(eventGroups({ entries, ledger }).map(({ name, lines }) => [name, lines.length])).toEqual([
      ["ledgerEntries", 2],
      ["ledgerChanges", 2],
    ]);
  });

  it("is nothing where the event tells only who, what and when", () => {
    expect(eventGroups({})).toEqual([]);
  });

  it("does not take an object with further names for a text in both languages", () => {
    expect(eventGroups({ after: { label: { en: "a", zh: "b", fr: "c" } } })[0]?.lines).toHaveLength(3);
  });
});
