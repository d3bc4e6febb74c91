import { DIAGNOSTIC_CODES } from "@evenhand/domain";
import { PROBLEM_CODES, PROBLEM_TITLES, isProblemCode } from "@evenhand/service";
import { describe, expect, it } from "vitest";
import { type Page, readPage, sectionsOf } from "./markdown.ts";

/** The codes that have a section of their own, in the order of the page. */
function documentedCodes(page: Page): readonly string[] {
  return sectionsOf(page).flatMap(({ title }) => /^`([a-z-]+)`/.exec(title)?.[1] ?? []);
}

describe("the page of diagnostics", () => {
  const page = readPage("docs/reference/diagnostics.md");

  it("documents every code, no other, and in order of precedence", () => {
    expect(documentedCodes(page)).toEqual([...DIAGNOSTIC_CODES]);
  });
});

describe("the page of problem codes", () => {
  const page = readPage("docs/reference/problem-codes.md");

  it("documents every code, no other, and in order of precedence", () => {
    expect(documentedCodes(page)).toEqual(Object.keys(PROBLEM_CODES));
  });

  it("gives each code its status and its titles", () => {
    for (const { title, text } of sectionsOf(page)) {
      const code = /^`([a-z-]+)`/.exec(title)?.[1];
      if (code === undefined || !isProblemCode(code)) continue;
      expect(title).toBe(`\`${code}\` – ${PROBLEM_CODES[code]}`);
      expect(text).toContain(`*${PROBLEM_TITLES[code].en}* · ${PROBLEM_TITLES[code].zh}`);
    }
  });
});

describe("documented codes", () => {
  it("are those of headings, and of nothing else", () => {
    const text = "# Codes\n\n### `too-large` – 413\n\n`not-a-code`\n\n```\n### `in-a-block`\n```\n";
    expect(documentedCodes({ path: "canary.md", text })).toEqual(["too-large"]);
  });
});
