import { describe, expect, it } from "vitest";
import { type Press, actionOf, moved, tabbed } from "./keys.ts";

function press(key: string, held: Partial<Press> = {}): Press {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  return { key, keyCode: 0, isComposing: false, ...none, ...held };
}

describe("a key in the grid", () => {
  it("is nobody's but the input method's while text is composed, whichever way the browser tells", () => {
    for (const key of ["Enter", "Escape", "Tab", "ArrowDown", "Delete", "F2"]) {
      for (const isEditing of [false, true]) {
        expect(actionOf(press(key, { isComposing: true }), isEditing)).toBeUndefined();
        expect(actionOf(press(key, { keyCode: 229 }), isEditing)).toBeUndefined();
      }
    }
  });

  it("leaves letters and figures to the text field, whether the cell is edited or only selected", () => {
    for (const key of ["a", "是", "5", "/", "Dead", "Process"])
      for (const isEditing of [false, true]) expect(actionOf(press(key), isEditing)).toBeUndefined();
  });

  it.each([
    [press("Enter"), { kind: "open" }],
    [press("Enter", { shiftKey: true }), { kind: "move", to: "up", extend: false }],
    [press("F2"), { kind: "open" }],
    [press("Tab", { shiftKey: true }), { kind: "tab", to: "left" }],
    [press("ArrowDown", { shiftKey: true }), { kind: "move", to: "down", extend: true }],
    [press("ArrowRight", { ctrlKey: true, shiftKey: true }), { kind: "move", to: "rowEnd", extend: true }],
    [press("Home", { metaKey: true }), { kind: "move", to: "first", extend: false }],
    [press("ArrowUp", { altKey: true }), { kind: "moveRows", step: -1 }],
    [press("d", { ctrlKey: true }), { kind: "fillDown" }],
    [press("c", { ctrlKey: true }), undefined],
    [press("Escape"), { kind: "leave" }],
  ])("in a selected cell: $key", (pressed, expected) => {
    expect(actionOf(pressed, false)).toEqual(expected);
  });

  it.each([
    [press("Enter"), { kind: "commit", to: "down" }],
    [press("Enter", { shiftKey: true }), { kind: "commit", to: "up" }],
    [press("Tab"), { kind: "commit", to: "right" }],
    [press("Escape"), { kind: "cancel" }],
    [press("ArrowLeft"), undefined],
    [press("Delete"), undefined],
  ])("in a cell that is edited: $key", (pressed, expected) => {
    expect(actionOf(pressed, true)).toEqual(expected);
  });
});

describe("a move", () => {
  const size = { row: 30, column: 4 };

  it("stays within the table", () => {
    expect(moved({ row: 0, column: 3 }, "up", size)).toEqual({ row: 0, column: 3 });
    expect(moved({ row: 25, column: 3 }, "pageDown", size)).toEqual({ row: 29, column: 3 });
    expect(moved({ row: 7, column: 2 }, "last", size)).toEqual({ row: 29, column: 3 });
  });

  it("goes by Tab from the end of a row to the next one, and out of the grid behind the last", () => {
    expect(tabbed({ row: 1, column: 3 }, "right", size)).toEqual({ row: 2, column: 0 });
    expect(tabbed({ row: 1, column: 0 }, "left", size)).toEqual({ row: 0, column: 3 });
    expect(tabbed({ row: 29, column: 3 }, "right", size)).toBeUndefined();
    expect(tabbed({ row: 0, column: 0 }, "left", size)).toBeUndefined();
  });
});
