import { describe, expect, it } from "vitest";
import { languageOf } from "./language.ts";

describe("languageOf", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["zh", "zh"],
    ["ZH-cn", "zh"],
    ["zh-Hant-TW", "zh"],
    ["en, zh", "en"],
    ["zh, en", "zh"],
    ["en;q=0.2, zh;q=0.9", "zh"],
    ["zh;q=0.5, en;q=0.5", "zh"],
    ["fr, de", "en"],
    ["*", "en"],
    ["*;q=0.5, zh;q=0.4", "en"],
    ["zh;q=0", "en"],
    ["zhx", "en"],
    ["zh;q=2", "en"],
    ["zh;q=1.0000", "en"],
  ])("reads %j as %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it("does not look beyond twenty ranges", () => {
    expect(languageOf(`${"fr,".repeat(19)}zh`)).toBe("zh");
    expect(languageOf(`${"fr,".repeat(20)}zh`)).toBe("en");
  });
});
