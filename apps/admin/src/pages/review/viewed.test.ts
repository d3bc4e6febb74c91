import type { PolicyChange } from "@evenhand/policy";
import { expect, it } from "vitest";
import type { ChangedThing } from "../../changes/group-changes.ts";
import { markOf } from "./viewed.ts";

const CHANGE: PolicyChange = {
  kind: "changed",
  subject: "parameter",
  id: "cap",
  field: "value",
  at: { before: "/parameters/cap/value", after: "/parameters/cap/value" },
  before: 0.18,
  after: 0.2,
  reaches: ["r1"],
  text: { en: "Cap changed from 18% to 20%", zh: "上限由18%改为20%" },
};

function markAfter(change: Partial<PolicyChange>): string {
  const thing: ChangedThing = {
    key: "parameter/cap",
    pointer: "/parameters/cap",
    changes: [{ ...CHANGE, ...change }],
    reaches: [],
  };
  return markOf(thing);
}

it("stays viewed while it says the same, wherever it stands by now", () => {
  expect(markAfter({ at: { before: "/parameters/cap/value", after: "/elsewhere" } })).toBe(markAfter({}));
});

it("is not viewed any more once it says or reaches something else", () => {
  const marks = [
    markAfter({}),
    markAfter({ after: 0.25 }),
    markAfter({ before: 0.15 }),
    markAfter({ kind: "moved" }),
    markAfter({ reaches: ["r1", "r2"] }),
  ];
  expect(new Set(marks).size).toBe(marks.length);
});
