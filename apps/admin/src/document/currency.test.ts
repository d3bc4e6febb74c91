import { describe, expect, it } from "vitest";
import { surroundingsIn } from "../pages/draft/editors/table/readable.ts";
import { currencyOf } from "./currency.ts";

describe("the currency of a document", () => {
  it.each(["CN", "cny", "人民币", "", 156, null])("is the yuan where it says %j", (currency) => {
    expect(currencyOf({ currency })).toBe("CNY");
    expect(surroundingsIn({ currency }).currency).toBe("CNY");
  });

  it("is what it names otherwise", () => {
    expect([currencyOf({ currency: "JPY" }), currencyOf({})]).toEqual(["JPY", "CNY"]);
  });
});
