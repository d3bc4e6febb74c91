import { fontAssets, fontFilesFor, renderNotice, standalone } from "@evenhand/notices";
import { expect, test } from "vitest";
import { LANGUAGES, exampleA, noticeInput, sampleDocuments } from "./sample-documents.ts";
import { FONT, fontFile } from "./served-pages.ts";

const WOFF2 = "wOF2";

test("every file that the style sheet names is in the package, and is a font", () => {
  expect(FONT.files.length).toBeGreaterThan(90);
  expect(FONT.css.match(/@font-face/g)).toHaveLength(FONT.files.length);
  for (const { name } of FONT.files)
    expect(Buffer.from(fontFile(name).subarray(0, 4)).toString("latin1")).toBe(WOFF2);
});

test("names lead nowhere else", () => {
  for (const { name, path } of FONT.files) {
    expect(name).toMatch(/^[a-z0-9-]+\.woff2$/);
    expect(path).toBe(`files/${name}`);
  }
  expect(FONT.css.replaceAll(/url\(\.\/[a-z0-9-]+\.woff2\)/g, "")).not.toContain("url(");
});

test("a style sheet that names no files is refused", () => {
  expect(() => fontAssets("@font-face { src: local(x) }")).toThrow("names no font files");
});

test("every Chinese character that a document says is in the font", () => {
  const characters = new Set(
    sampleDocuments().flatMap(([, html]) => html.match(/[\p{Script=Han}，。；：“”《》（）、＝＋]/gu) ?? []),
  );
  expect(characters.size).toBeGreaterThan(200);
  expect([...characters].filter((character) => !isInFont(character))).toEqual([]);
});

const RANGES = [...FONT.css.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(
  ([, first = "", last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
);

function isInFont(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return RANGES.some(([first, last]) => code >= first && code <= last);
}

test.each(LANGUAGES)("a document in %s needs some parts of the font, not all", (language) => {
  const files = fontFilesFor(renderNotice(noticeInput(exampleA(), "P1", language)), FONT.css);
  expect(files.length).toBeGreaterThan(5);
  expect(files.length).toBeLessThan(FONT.files.length);
});

test("a document that stands alone names no other file", () => {
  const html = renderNotice(noticeInput(exampleA(), "P1", "zh"));
  const alone = standalone(html, { fontCss: FONT.css, readFont: fontFile });
  expect(alone).not.toMatch(/<link|url\((?!data:)/);
  expect(alone.match(/@font-face/g)).toHaveLength(fontFilesFor(html, FONT.css).length);
});

test("only a document with the default links is made to stand alone", () => {
  const html = renderNotice(noticeInput(exampleA(), "P1", "zh", { fontUrl: "/elsewhere.css" }));
  expect(() => standalone(html, { fontCss: FONT.css, readFont: fontFile })).toThrow("default links");
});
