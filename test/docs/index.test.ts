import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { type Page, linksOf, readPage, readPages, sectionsOf } from "./markdown.ts";

/** The pages that a page leads to, by their paths from the root. */
function ledTo(page: Page): readonly string[] {
  return linksOf(page).flatMap((link) => {
    const [path = ""] = link.split("#");
    return path.endsWith(".md") ? [posix.join(posix.dirname(page.path), path)] : [];
  });
}

const INDEX = readPage("docs/README.md");
const DECISIONS = readPage("docs/decisions/README.md");

describe("the index of the documentation", () => {
  it("leads to every page, those of single decisions and of test data aside", () => {
    const pages = readPages()
      .map(({ path }) => path)
      .filter((path) => !/^docs\/decisions\/\d|\/vectors\//.test(path) && path !== INDEX.path);
    expect(pages.filter((path) => !ledTo(INDEX).includes(path))).toEqual([]);
  });

  it("leads from the list of decisions to each of them, in order and by its title", () => {
    const decisions = readPages().filter(({ path }) => /^docs\/decisions\/\d/.test(path));
    const listed = [...DECISIONS.text.matchAll(/^- \[([^\]]+)\]\(([^)]+)\)$/gm)].map(
      ({ 1: title = "", 2: file = "" }) => [`docs/decisions/${file}`, title],
    );
    expect(listed).toEqual(decisions.map((page) => [page.path, sectionsOf(page)[0]?.title]));
  });

  it("is found to lead elsewhere where it does", () => {
    expect(
      ledTo({ path: "docs/canary.md", text: "[a](../README.md) [b](GLOSSARY.md#ledger) [c](x.ts)" }),
    ).toEqual(["README.md", "docs/GLOSSARY.md"]);
  });
});
