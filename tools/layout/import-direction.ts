import type { Breach, LayoutRule } from "./breach.ts";
import { moduleReferences } from "./imports.ts";
import { packageNameOf, PACKAGES } from "./workspaces.ts";

/** Imports run downward only: each package names those it may use, and an app uses packages, never another app. */
export const importDirection: LayoutRule = (file) => {
  const importer = packageNameOf(file.workspace);
  const isApp = file.workspace.startsWith("apps/");
  if (importer === undefined && !isApp) return [];

  const allowed = importer === undefined ? Object.keys(PACKAGES) : PACKAGES[importer]?.mayImport;
  if (!allowed) return [unknownPackage(file.path, file.workspace)];

  return moduleReferences(file).flatMap(({ specifier, line }) => {
    const imported = /^@evenhand\/([^/]+)/.exec(specifier)?.[1];
    if (imported === undefined || allowed.includes(imported)) return [];
    return {
      path: file.path,
      line,
      reason: `\`${file.workspace}\` may not import \`@evenhand/${imported}\``,
      mend: isApp
        ? "move what both apps need into a package"
        : `it may use ${allowed.map((name) => `\`${name}\``).join(", ") || "no package of ours"}; ask for the rest as an argument, or move it down`,
    };
  });
};

function unknownPackage(path: string, workspace: string): Breach {
  return {
    path,
    line: 1,
    reason: `the layout does not know \`${workspace}\``,
    mend: "add what it may import to `tools/layout/workspaces.ts`",
  };
}
