import { NOTICE_STYLESHEET } from "../style/stylesheet.ts";
import { FONT_STYLESHEET_PATH, STYLESHEET_PATH } from "./paths.ts";

/** One part of the font: its file's name, the rule that declares it, and what it is for. */
type Face = {
  readonly file: string;
  readonly rule: string;
  readonly holds: (codePoint: number) => boolean;
};

/**
 * The files of the font that a document needs, by name: the parts that hold at least one of its characters, those of
 * the page numbers included. `fontCss` is the `css` of `fontAssets`.
 *
 * @example fontFilesFor(html, assets.css) // ["noto-sans-sc-64-wght-normal.woff2", …]
 */
export function fontFilesFor(html: string, fontCss: string): readonly string[] {
  return neededFaces(html, fontCss).map(({ file }) => file);
}

/**
 * A document as one file that needs nothing else, to be saved or sent: the style and the parts of the font that it uses
 * stand within it. `readFont` gives the bytes of each of `fontFilesFor`. Such a file carries inline styles, so it is
 * for saving, not for serving under the strict content policy.
 *
 * @example standalone(renderNotice(input), { fontCss, readFont: (file) => files.get(file) })
 */
export function standalone(
  html: string,
  { fontCss, readFont }: { readonly fontCss: string; readonly readFont: (file: string) => Uint8Array },
): string {
  const faces = neededFaces(html, fontCss).map(({ rule, file }) =>
    rule.replace(`url(./${file})`, `url(data:font/woff2;base64,${base64(readFont(file))})`),
  );
  const style = `<style>\n${faces.join("\n")}\n${NOTICE_STYLESHEET}</style>`;
  const [fontLink, styleLink] = [linkTo(FONT_STYLESHEET_PATH), linkTo(STYLESHEET_PATH)];
  if (!html.includes(fontLink) || !html.includes(styleLink))
    throw new Error("only a document with the default links can be made to stand alone");
  // A function, since a replacement text would give its dollar signs a meaning.
  return html.replace(`${fontLink}\n`, "").replace(styleLink, () => style);
}

function linkTo(path: string): string {
  return `<link rel="stylesheet" href="${path}">`;
}

function neededFaces(html: string, fontCss: string): readonly Face[] {
  const used = [...new Set(html + NOTICE_STYLESHEET)].map((character) => character.codePointAt(0) ?? 0);
  return facesOf(fontCss).filter(({ holds }) => used.some(holds));
}

function facesOf(fontCss: string): readonly Face[] {
  return [...fontCss.matchAll(/@font-face \{[^}]*\}/g)].map(([rule]) => {
    const [, file = ""] = /url\(\.\/([^)]+)\)/.exec(rule) ?? [];
    const [, ranges = ""] = /unicode-range: ([^;]+);/.exec(rule) ?? [];
    const spans = ranges.split(",").map(spanOf);
    return {
      rule,
      file,
      holds: (codePoint) => spans.some(([first, last]) => codePoint >= first && codePoint <= last),
    };
  });
}

/** `U+4e00-4e02` or `U+4e00`. */
function spanOf(range: string): readonly [number, number] {
  const [first = "", last = first] = range.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const CHUNK = 8192;

/** Bytes as base64 without `Buffer`, which browsers have not. */
function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(chunks.join(""));
}
