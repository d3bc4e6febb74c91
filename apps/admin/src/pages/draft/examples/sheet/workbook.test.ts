import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../document/pointer.ts";
import { readExamples, writeExamples } from "./workbook.ts";

const LONG = `${"x".repeat(1_973)}\u{20000}${"词".repeat(3_000)}`;
const DOCUMENT: JsonObject = {
  currency: "CNY",
  facts: { case: { loss: { type: "money" } } },
  examples: [
    {
      id: "long",
      title: { en: "=1+1", zh: "很长" },
      request: { case: { reference: "EX", facts: { loss: 12_345, note: " a " }, parties: [] } },
      expect: { disposition: "upheld", ground: LONG },
      reasons: ["a", "b"],
    },
  ],
};

describe("a workbook of examples", () => {
  it("holds every example whole, however long its texts are", async () => {
    const bytes = await writeExamples(DOCUMENT, { language: "zh", nameOf: () => "名", name: "示例" });
    const same = await readExamples(DOCUMENT, { bytes, name: "examples.xlsx" });
    expect(same).toMatchObject({ found: [{ number: 2, id: "long", kind: "unchanged" }] });
    const empty = await readExamples({ ...DOCUMENT, examples: [] }, { bytes, name: "examples.xlsx" });
    expect(empty).toMatchObject({ found: [{ kind: "added", example: { id: "long" } }] });
  });

  it("says why a file cannot be read", async () => {
    const bytes = new TextEncoder().encode("%PDF-1.7");
    expect(await readExamples(DOCUMENT, { bytes, name: "examples.pdf" })).toMatchObject({
      problem: { code: "unreadable-sheet" },
    });
  });
});
