// Reports every breach of the layout, all at once: who may import whom, what stays out of the packages that run in
// a browser, sizes, names and forms. Run as `node tools/check-layout.ts [folder]`; exits with 1 if there is any.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Breach, LayoutRule } from "./layout/breach.ts";
import { forms } from "./layout/forms.ts";
import { importDirection } from "./layout/import-direction.ts";
import { fileName, writtenExtension } from "./layout/names.ts";
import { oneDoor } from "./layout/one-door.ts";
import { outsideWorld } from "./layout/outside-world.ts";
import { fileSize, functionSize } from "./layout/sizes.ts";
import { parseSourceFile } from "./layout/source-file.ts";

const RULES: readonly LayoutRule[] = [
  importDirection,
  oneDoor,
  outsideWorld,
  fileSize,
  functionSize,
  forms,
  fileName,
  writtenExtension,
];

const FOLDERS_LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", "dist", "coverage", "data"]);

/** Every breach in one source text, in the order of its lines. `path` is from the project's folder. */
export function breachesIn(source: { path: string; text: string }): readonly Breach[] {
  const file = parseSourceFile(source);
  if (file.parseErrors.length > 0) {
    return file.parseErrors.map((message) => ({
      path: file.path,
      line: 1,
      reason: `the file does not parse: ${message}`,
      mend: "mend the syntax, then check again",
    }));
  }
  return RULES.flatMap((rule) => rule(file)).sort((a, b) => a.line - b.line);
}

/** The source files below a folder, as paths from it, in the order of their names. */
export function sourcePaths(root: string, folder = ""): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return isLeftOut(entry.name) ? [] : sourcePaths(root, path);
      return entry.isFile() && /\.(?:[cm]?tsx?|mjs)$/.test(entry.name) ? [path] : [];
    });
}

function isLeftOut(folderName: string): boolean {
  return folderName.startsWith(".") || FOLDERS_LEFT_OUT.has(folderName);
}

function describeBreach({ path, line, reason, mend }: Breach): string {
  return `${path}:${line}  ${reason}\n    ${mend}`;
}

function main(root: string): number {
  const paths = sourcePaths(root);
  const breaches = paths.flatMap((path) =>
    breachesIn({ path, text: readFileSync(join(root, path), "utf8") }),
  );
  for (const breach of breaches) console.error(describeBreach(breach));
  console.log(`layout: ${paths.length} files, ${breaches.length} breaches`);
  return breaches.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = main(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
}
