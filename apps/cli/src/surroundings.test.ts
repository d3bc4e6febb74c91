import { describe, expect, it } from "vitest";
import { terminalLanguage } from "./surroundings.ts";

describe("terminalLanguage", () => {
  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh" }, "zh"],
    [{ LC_ALL: "C", LANG: "zh_CN.UTF-8" }, "en"],
    [{ LC_ALL: "", LC_MESSAGES: "zh_TW", LANG: "en_GB" }, "zh"],
    [{ LANG: "zha_CN" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{}, "en"],
  ])("reads %j as %s", (env, language) => {
    expect(terminalLanguage(env)).toBe(language);
  });
});
