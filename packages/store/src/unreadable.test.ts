import { describe, expect, it } from "vitest";
import { NotTaken, Unreadable } from "./unreadable.ts";

describe("Unreadable", () => {
  it.each([
    { code: "ENOENT", en: "there is no such file", zh: "文件不存在" },
    { code: "EACCES", en: "its permissions do not allow it", zh: "没有读取权限" },
    { code: "EISDIR", en: "it is a folder", zh: "这是文件夹，不是文件" },
    { code: "EIO", en: "the system says `EIO`", zh: "系统报告`EIO`" },
  ])("says $code in words", ({ code, en, zh }) => {
    const cause = Object.assign(new Error(`${code}: what the system says`), { code });
    const { text, message } = new Unreadable("case.json", cause);
    expect(text).toEqual({
      en: `\`case.json\` cannot be read: ${en}`,
      zh: `无法读取\`case.json\`：${zh}`,
    });
    expect(message).toBe(text.en);
  });

  it("keeps a reason of our own, and the end of a long path", () => {
    const { text } = new Unreadable(
      `${"folder/".repeat(20)}v1.json`,
      new NotTaken({ en: "it is no file", zh: "这不是文件" }),
    );
    expect(text.en).toMatch(/^`….{0,60}\/v1\.json` cannot be read: it is no file$/);
    expect(text.zh).toContain("：这不是文件");
  });
});
