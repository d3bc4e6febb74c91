import { describe, expect, it } from "vitest";
import { type Json, type JsonObject, valueAt } from "../../../../document/pointer.ts";
import {
  type Edited,
  addedAfter,
  addedTo,
  denied,
  duplicated,
  groupReading,
  moved,
  nested,
  regrouped,
  removed,
  unnested,
} from "./condition-edits.ts";
import { lineOf } from "./condition-node.ts";

const ROOT = "/conditions/grave";

const c = (fact: string): Json => ({ fact, operator: "equal", value: true });

function tree(node: Json): JsonObject {
  return { conditions: { grave: node } };
}

/** What stands in the tree after an edit, and where what was edited stands. */
function after(
  edited: Edited | undefined,
): { readonly tree: Json | undefined; readonly at: string } | undefined {
  return edited && { tree: valueAt(edited.document, ROOT), at: edited.at };
}

const THREE = tree({ all: [c("a"), c("b"), c("c")] });
const GROUPED = tree({ all: [c("a"), { any: [c("b"), c("c")] }, c("d")] });

describe("a condition", () => {
  it("moves among its neighbours and stops at the first and the last place", () => {
    expect(after(moved(THREE, `${ROOT}/all/1`, ROOT, -1))).toEqual({
      tree: { all: [c("b"), c("a"), c("c")] },
      at: `${ROOT}/all/0`,
    });
    expect(moved(THREE, `${ROOT}/all/0`, ROOT, -1)).toBeUndefined();
    expect(moved(THREE, `${ROOT}/all/2`, ROOT, 1)).toBeUndefined();
    expect(moved(THREE, ROOT, ROOT, 1)).toBeUndefined();
  });

  it("moved up and down again leaves the tree as it was", () => {
    const up = moved(THREE, `${ROOT}/all/2`, ROOT, -1);
    expect(up && moved(up.document, up.at, ROOT, 1)?.document).toEqual(THREE);
  });

  it("goes into the group before it, else into a group of its own", () => {
    expect(after(nested(GROUPED, `${ROOT}/all/2`, ROOT))).toEqual({
      tree: { all: [c("a"), { any: [c("b"), c("c"), c("d")] }] },
      at: `${ROOT}/all/1/any/2`,
    });
    expect(after(nested(THREE, `${ROOT}/all/1`, ROOT))).toEqual({
      tree: { all: [c("a"), { any: [c("b")] }, c("c")] },
      at: `${ROOT}/all/1/any/0`,
    });
  });

  it("comes out behind its group, and takes the place of one it leaves empty", () => {
    expect(after(unnested(GROUPED, `${ROOT}/all/1/any/0`, ROOT))).toEqual({
      tree: { all: [c("a"), { any: [c("c")] }, c("b"), c("d")] },
      at: `${ROOT}/all/2`,
    });
    const alone = nested(THREE, `${ROOT}/all/1`, ROOT);
    expect(alone && after(unnested(alone.document, alone.at, ROOT))).toEqual({
      tree: { all: [c("a"), c("b"), c("c")] },
      at: `${ROOT}/all/1`,
    });
    expect(unnested(THREE, `${ROOT}/all/1`, ROOT)).toBeUndefined();
  });

  it("comes out of a group that is denied", () => {
    const denying = tree({ all: [{ not: { any: [c("a"), c("b")] } }] });
    expect(after(unnested(denying, `${ROOT}/all/0/not/any/1`, ROOT))).toEqual({
      tree: { all: [{ not: { any: [c("a")] } }, c("b")] },
      at: `${ROOT}/all/1`,
    });
  });

  it("goes with a group it leaves empty, but never with the top of the tree", () => {
    const single = tree({ all: [c("a"), { any: [c("b")] }] });
    expect(after(removed(single, `${ROOT}/all/1/any/0`, ROOT))).toEqual({
      tree: { all: [c("a")] },
      at: `${ROOT}/all/0`,
    });
    expect(after(removed(tree({ all: [c("a")] }), `${ROOT}/all/0`, ROOT))).toEqual({
      tree: { all: [] },
      at: ROOT,
    });
  });

  it("is added behind another, at the end of a group, or twice", () => {
    expect(after(addedAfter(THREE, `${ROOT}/all/0`, ROOT, c("x")))).toEqual({
      tree: { all: [c("a"), c("x"), c("b"), c("c")] },
      at: `${ROOT}/all/1`,
    });
    expect(after(addedTo(GROUPED, `${ROOT}/all/1`, c("x")))?.at).toBe(`${ROOT}/all/1/any/2`);
    expect(after(duplicated(THREE, `${ROOT}/all/2`, ROOT))).toEqual({
      tree: { all: [c("a"), c("b"), c("c"), c("c")] },
      at: `${ROOT}/all/3`,
    });
    expect(duplicated(THREE, ROOT, ROOT)).toBeUndefined();
  });

  it("is added beside a tree that is no group, which becomes one", () => {
    expect(after(addedTo(tree({ condition: "upheld" }), ROOT, c("x")))).toEqual({
      tree: { all: [{ condition: "upheld" }, c("x")] },
      at: `${ROOT}/all/1`,
    });
  });

  it("is the first of a tree that is not there yet", () => {
    expect(after(addedTo({ conditions: {} }, ROOT, c("x")))).toEqual({
      tree: { all: [c("x")] },
      at: `${ROOT}/all/0`,
    });
  });

  it("denied twice is as it was", () => {
    const once = denied(THREE, `${ROOT}/all/0`);
    expect(after(once)?.tree).toEqual({ all: [{ not: c("a") }, c("b"), c("c")] });
    expect(denied(once.document, once.at).document).toEqual(THREE);
  });
});

describe("a group", () => {
  it.each(["all", "any", "none", "notAll"] as const)("read as `%s` is read so again", (reading) => {
    const { document } = regrouped(GROUPED, `${ROOT}/all/1`, reading);
    const { content, isDenied } = lineOf(valueAt(document, `${ROOT}/all/1`), `${ROOT}/all/1`);
    expect(content).toMatchObject({ kind: "group", size: 2 });
    expect(content.kind === "group" && groupReading(content.of, isDenied)).toBe(reading);
    expect(regrouped(document, `${ROOT}/all/1`, "any").document).toEqual(GROUPED);
  });
});

describe("what the format does not have", () => {
  it.each([
    null,
    3,
    {},
    { all: 3 },
    { all: [], any: [] },
    { not: { not: c("a") } },
    { fact: "a", operator: "equal" },
    { fact: "a", operator: "like", value: 1 },
    { fact: "a", operator: "equal", value: 1, path: "$.b" },
  ])("is shown as it stands: %j", (node) => {
    expect(lineOf(node, ROOT).content).toEqual({ kind: "other" });
  });
});
