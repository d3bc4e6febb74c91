import { expect, test } from "vitest";
import { alternatives } from "./alternatives.ts";

test("of alternatives the last one stands behind “or”, in either language", () => {
  expect(alternatives(["a", "b", "c"])).toEqual({ en: "a, b or c", zh: "a、b或c" });
  expect(alternatives(["a", "b"])).toEqual({ en: "a or b", zh: "a或b" });
  expect(alternatives(["a"])).toEqual({ en: "a", zh: "a" });
  expect(alternatives([])).toEqual({ en: "", zh: "" });
});
