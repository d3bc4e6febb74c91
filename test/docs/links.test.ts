import { existsSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Page, anchorsOf, linksOf, readPage, readPages } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The links of a page that lead nowhere, as written. Addresses of other sites are not looked up. */
function deadLinks(page: Page): readonly string[] {
  return linksOf(page).filter((target) => !/^[a-z]+:/.test(target) && !isAlive(target, page));
}

function isAlive(target: string, page: Page): boolean {
  const [path = "", anchor] = target.split("#");
  const to = path === "" ? page.path : posix.normalize(posix.join(posix.dirname(page.path), decodeURI(path)));
  if (to.startsWith("..") || !existsSync(ROOT + to)) return false;
  return anchor === undefined || (to.endsWith(".md") && anchorsOf(readPage(to)).has(decodeURI(anchor)));
}

describe("links", () => {
  it.each(readPages().map((page) => [page.path, page] as const))(
    "every relative link of %s leads to something",
    (_path, page) => {
      expect(deadLinks(page)).toEqual([]);
    },
  );

  it("a link to a file or heading that is not there is found, and one to what is there is not", () => {
    const text =
      "[a](README.md) [b](nowhere.md) [c](GLOSSARY.md#cases) [d](GLOSSARY.md#nothing) [e](https://example.org/x) `[f](code.md)`";
    expect(deadLinks({ path: "docs/canary.md", text })).toEqual(["nowhere.md", "GLOSSARY.md#nothing"]);
  });
});
