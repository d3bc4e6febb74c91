import { describe, expect, it } from "vitest";
import { type Clash, ORDER, merged, placeKey } from "./merge.ts";
import type { JsonObject } from "./pointer.ts";

const NONE = new Set<string>();

function put(
  before: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  taken: ReadonlySet<string> = NONE,
): { readonly document: JsonObject; readonly clashes: readonly Clash[] } {
  return merged({ before, mine, theirs }, taken);
}

const RULES = {
  rules: [
    { id: "late", fine: 1 },
    { id: "loss", fine: 2 },
    { id: "lost", fine: 3 },
  ],
};

describe("what two people made of one document", () => {
  it("has what each changed, where nobody else did", () => {
    const { document, clashes } = put(
      { title: { en: "Fines", zh: "罚款" }, summary: "old" },
      { title: { en: "Penalties", zh: "罚款" }, summary: "old" },
      { title: { en: "Fines", zh: "处罚" }, extra: 1 },
    );
    expect(document).toEqual({ title: { en: "Penalties", zh: "处罚" }, extra: 1 });
    expect(clashes).toEqual([]);
  });

  it("names each field that both changed, and keeps mine unless theirs is taken", () => {
    const three = [{ cap: { value: 50 } }, { cap: { value: 40 } }, { cap: { value: 45 } }] as const;
    const place = ["cap", "value"];
    expect(put(...three)).toEqual({
      document: { cap: { value: 40 } },
      clashes: [{ place, before: 50, mine: 40, theirs: 45 }],
    });
    expect(put(...three, new Set([placeKey(place)])).document).toEqual({ cap: { value: 45 } });
  });

  it("does not call it a clash where both changed a field alike", () => {
    expect(put({ a: 1 }, { a: 2 }, { a: 2 })).toEqual({ document: { a: 2 }, clashes: [] });
  });

  it("finds what lies in a list by its id, wherever the other one has moved it", () => {
    const { document, clashes } = put(
      RULES,
      {
        rules: [
          { id: "late", fine: 1 },
          { id: "loss", fine: 20 },
          { id: "lost", fine: 3 },
        ],
      },
      {
        rules: [
          { id: "new", fine: 9 },
          { id: "loss", fine: 2 },
          { id: "late", fine: 1 },
        ],
      },
    );
    expect(document).toEqual({
      rules: [
        { id: "new", fine: 9 },
        { id: "loss", fine: 20 },
        { id: "late", fine: 1 },
      ],
    });
    expect(clashes).toEqual([]);
  });

  it("puts what each added to a list after what stood before it", () => {
    const [late, loss, lost] = RULES.rules;
    const { document } = put(
      RULES,
      { rules: [late, { id: "mine", fine: 7 }, loss, lost] } as JsonObject,
      { rules: [late, loss, lost, { id: "theirs", fine: 8 }] } as JsonObject,
    );
    expect((document["rules"] as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual([
      "late",
      "mine",
      "loss",
      "lost",
      "theirs",
    ]);
  });

  it("names a list whose order both changed, and what one took out while the other edited it", () => {
    const [late, loss, lost] = RULES.rules;
    const { document, clashes } = put(
      RULES,
      { rules: [loss, late, lost] } as JsonObject,
      { rules: [lost, late, loss] } as JsonObject,
    );
    expect(document).toEqual({ rules: [loss, late, lost] });
    expect(clashes.map(({ place }) => place)).toEqual([["rules", ORDER]]);
    const gone = put(
      RULES,
      { rules: [late, loss] } as JsonObject,
      { rules: [late, loss, { id: "lost", fine: 30 }] } as JsonObject,
    );
    expect(gone.document).toEqual({ rules: [late, loss] });
    expect(gone.clashes).toEqual([
      { place: ["rules", "lost"], before: lost, mine: undefined, theirs: { id: "lost", fine: 30 } },
    ]);
  });

  it("does not call it a clash where both moved a list alike and one put something into it", () => {
    const [late, loss, lost] = RULES.rules;
    const extra = { id: "extra", fine: 9 };
    const moved = { rules: [loss, late, lost] } as JsonObject;
    const grown = { rules: [loss, extra, late, lost] } as JsonObject;
    expect(put(RULES, moved, grown)).toEqual({ document: grown, clashes: [] });
    expect(put(RULES, grown, moved)).toEqual({ document: grown, clashes: [] });
  });

  it("takes the cells of a row one by one, and a list in which something moved as one field", () => {
    const cells = (...is: readonly number[]): JsonObject => ({ when: is.map((one) => ({ is: one })) });
    expect(put(cells(1, 2), cells(5, 2), cells(1, 6))).toEqual({ document: cells(5, 6), clashes: [] });
    const { document, clashes } = put(cells(1, 2), cells(2, 1), cells(1, 6));
    expect(document).toEqual(cells(2, 1));
    expect(clashes.map(({ place }) => place)).toEqual([["when"]]);
  });
});
