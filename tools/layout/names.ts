import type { LayoutRule } from "./breach.ts";
import { isRelative, moduleReferences } from "./imports.ts";

const KEBAB_CASE_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)+$/;

export const fileName: LayoutRule = ({ path }) => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (KEBAB_CASE_FILE.test(name)) return [];
  const kebab = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
  return [{ path, line: 1, reason: `\`${name}\` is not kebab-case`, mend: `rename it to \`${kebab}\`` }];
};

const WRITTEN_OUT = /\.(?:[cm]?tsx?|mjs|json|css|svg)$/;

/** Node runs the sources as they stand and guesses no extension. */
export const writtenExtension: LayoutRule = (file) =>
  moduleReferences(file)
    .filter(({ specifier }) => isRelative(specifier) && !WRITTEN_OUT.test(specifier.replace(/\?.*$/, "")))
    .map(({ specifier, line }) => ({
      path: file.path,
      line,
      reason: `\`${specifier}\` does not name the file as it stands on disk`,
      mend: "write the extension out, `.ts`",
    }));
