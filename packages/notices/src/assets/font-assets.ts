/** The package that the font comes from, and its style sheet, for whoever reads it from disk. */
export const FONT_PACKAGE = "@fontsource-variable/noto-sans-sc";
export const FONT_PACKAGE_STYLESHEET = `${FONT_PACKAGE}/wght.css`;

export type FontFile = {
  /** The name under which it is served: `noto-sans-sc-4-wght-normal.woff2`. */
  readonly name: string;
  /** Where it lies within the package: `files/noto-sans-sc-4-wght-normal.woff2`. */
  readonly path: string;
};

export type FontAssets = {
  /** The style sheet, with addresses relative to its own. */
  readonly css: string;
  /** Every file that it names, and no other: nothing else is to be served. */
  readonly files: readonly FontFile[];
};

const SOURCE = /url\(\.\/(files\/([a-z0-9-]+\.woff2))\)/g;

/**
 * What a service serves of the bundled font: a hundred parts, each with the range of characters it is for, so that a
 * document loads those it needs. `packageCss` is the text of `FONT_PACKAGE_STYLESHEET`.
 * Throws where it names no file: then it is not that style sheet.
 *
 * @example fontAssets(css).files[0] // { name: "noto-sans-sc-4-wght-normal.woff2", path: "files/noto-sans-sc-4-wght-normal.woff2" }
 */
export function fontAssets(packageCss: string): FontAssets {
  const files = [...packageCss.matchAll(SOURCE)].map(([, path = "", name = ""]) => ({ name, path }));
  if (files.length === 0) throw new Error(`the style sheet of ${FONT_PACKAGE} names no font files`);
  return { css: packageCss.replaceAll(SOURCE, "url(./$2)"), files };
}
