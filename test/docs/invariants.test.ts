import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Page, readPage } from "./markdown.ts";

/** A test that a page names: the file that the link before it leads to, and the title in quotation marks. */
type NamedTest = { readonly file: string; readonly title: string };

function namedTests({ text }: Page): readonly NamedTest[] {
  let file = "";
  return [...text.matchAll(/\]\(([^)]+)\)|“([^”]+)”/g)].flatMap(({ 1: link, 2: title }) => {
    if (link !== undefined) file = link;
    return title === undefined ? [] : [{ file, title }];
  });
}

function isThere({ file, title }: NamedTest): boolean {
  if (!file.endsWith(".test.ts")) return false;
  const text = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8");
  // A title may stand in either kind of quotation marks.
  return [`"${title}"`, `\`${title}\``, `'${title}'`].some((quoted) => text.includes(quoted));
}

describe("the page of invariants", () => {
  const page = readPage("docs/INVARIANTS.md");

  it("names a test for every invariant", () => {
    const rows = page.text
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (invariant|---) /.test(line));
    expect(rows.filter((row) => namedTests({ path: "", text: row }).length === 0)).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  it("names tests that are there", () => {
    expect(namedTests(page).filter((test) => !isThere(test))).toEqual([]);
  });

  it("a test that is not there is found", () => {
    const text = "| x | y | [links.test.ts](../test/docs/links.test.ts): “links”, “no such test” |";
    expect(namedTests({ path: "", text }).filter((test) => !isThere(test))).toEqual([
      { file: "../test/docs/links.test.ts", title: "no such test" },
    ]);
  });
});
