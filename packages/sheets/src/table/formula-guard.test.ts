import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded, unguarded } from "./formula-guard.ts";

describe("a text that a spreadsheet would take for a formula", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x", "＝1", "＋1", "－1", "＠x"])(
    "%j begins with an apostrophe in CSV",
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
    },
  );

  it.each(["生产部", "1+1", " =1", "'tis", "", "a=b", "—", "'"])("%j stands as it is", (text) => {
    expect(guarded(text)).toBe(text);
  });

  it("is told from one whose author wrote the apostrophe", () => {
    expect(guarded("'=1")).toBe("''=1");
    expect(unguarded("''=1")).toBe("'=1");
    expect(unguarded("'tis")).toBe("'tis");
  });

  it("comes back as it was, whatever the text", () => {
    const texts = fc.array(fc.constantFrom("'", "=", "-", "＝", "\t", "\0", "a", "工"), { maxLength: 6 });
    fc.assert(
      fc.property(texts, (letters) => {
        const text = letters.join("");
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
      }),
      { seed: 20_260_701, numRuns: 5_000 },
    );
  });
});
