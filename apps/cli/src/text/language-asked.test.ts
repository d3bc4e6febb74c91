import { describe, expect, it } from "vitest";
import { languageAsked } from "./language-asked.ts";

describe("languageAsked", () => {
  it.each([
    { line: "--lang zh read complaint-fines", language: "zh" },
    { line: "read complaint-fines --lang en", language: "en" },
    { line: "read --lang=zh", language: "zh" },
    { line: "--lang en read --lang zh", language: "zh" },
    { line: "read --lang de", language: undefined },
    { line: "read --lang", language: undefined },
    { line: "evaluate -- --lang zh", language: undefined },
    { line: "read zh", language: undefined },
  ])("is $language of `$line`", ({ line, language }) => {
    expect(languageAsked(line.split(" "))).toBe(language);
  });
});
