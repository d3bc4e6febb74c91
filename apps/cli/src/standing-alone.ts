import { readFileSync } from "node:fs";
import { FONT_PACKAGE, FONT_PACKAGE_STYLESHEET, fontAssets, standalone } from "@evenhand/notices";

/** A page with its style and the parts of the bundled font that it needs, as one file. */
export function standingAlone(html: string): string {
  const { css, files } = fontAssets(readFileSync(fileNamed(FONT_PACKAGE_STYLESHEET), "utf8"));
  const paths = new Map(files.map(({ name, path }) => [name, path]));
  return standalone(html, {
    fontCss: css,
    readFont: (name) => readFileSync(fileNamed(`${FONT_PACKAGE}/${paths.get(name) ?? name}`)),
  });
}

function fileNamed(specifier: string): URL {
  return new URL(import.meta.resolve(specifier));
}
