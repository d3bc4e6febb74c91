import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS_LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", "dist", "coverage", "data"]);

/** A page of the repository; `path` is from its root, with `/`. */
export type Page = { readonly path: string; readonly text: string };

/** One page by its path from the root. */
export function readPage(path: string): Page {
  return { path, text: readFileSync(ROOT + path, "utf8") };
}

/** Every page of the repository, by path. */
export function readPages(): readonly Page[] {
  return pathsIn("").map(readPage);
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(ROOT + folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return isLeftOut(entry.name) ? [] : pathsIn(path);
      return entry.isFile() && path.endsWith(".md") ? [path] : [];
    });
}

function isLeftOut(folder: string): boolean {
  return folder.startsWith(".") || FOLDERS_LEFT_OUT.has(folder);
}

/** A block between fences: `info` is what stands behind the opening one, `line` where that is. */
export type Block = { readonly info: string; readonly text: string; readonly line: number };

/** The fenced blocks of a page, in order. */
export function blocksOf({ text }: Page): readonly Block[] {
  return [...text.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: info = "", 2: inside = "", index }) => ({
      info: info.trim(),
      text: inside,
      line: text.slice(0, index).split("\n").length,
    }),
  );
}

/** A heading with its level and what stands under it, up to the next heading of its level or a higher one. */
export type Section = { readonly title: string; readonly level: number; readonly text: string };

/** The sections of a page, in order. */
export function sectionsOf(page: Page): readonly Section[] {
  const text = withoutBlocks(page);
  const headings = [...text.matchAll(/^(#{1,6}) +(.*?) *#*$/gm)].map(
    ({ 1: marks = "", 2: title = "", index }) => ({
      title,
      level: marks.length,
      index,
    }),
  );
  return headings.map(({ title, level, index }, place) => {
    const next = headings.slice(place + 1).find((other) => other.level <= level);
    // Blocks were blanked out in place, so places in the two texts are the same.
    return { title, level, text: page.text.slice(index, next?.index) };
  });
}

/** Blocks may hold what looks like a heading or a link; they are replaced by spaces of the same length. */
function withoutBlocks({ text }: Page): string {
  return text.replace(/^```[\s\S]*?^```$/gm, (block) => block.replace(/[^\n]/g, " "));
}

/** What the links of a page lead to, as written; blocks and code between backticks hold none. */
export function linksOf(page: Page): readonly string[] {
  const prose = withoutBlocks(page).replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(({ 1: target = "" }) => target);
}

/** The names under which the headings of a page can be linked to. */
export function anchorsOf(page: Page): ReadonlySet<string> {
  const counts = new Map<string, number>();
  return new Set(
    sectionsOf(page).map(({ title }) => {
      const slug = slugOf(title);
      const before = counts.get(slug) ?? 0;
      counts.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    }),
  );
}

/** A heading as a link names it: small letters, hyphens for spaces, marks left out. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
