import type { Breach, LayoutRule } from "./breach.ts";
import { type Node, walk } from "./walk.ts";

/** Forms of the language we do without. Type declarations of other people's modules may use them. */
export const forms: LayoutRule = (file) => {
  const breaches: Breach[] = [];
  if (file.path.endsWith(".d.ts")) return breaches;
  const isConfig = /\.config\.[cm]?[jt]s$/.test(file.path);
  walk(file.program, (node) => {
    const at = { path: file.path, line: file.lineAt(node.start) };
    if (node.type === "TSEnumDeclaration") {
      breaches.push({
        ...at,
        reason: `\`${node.id.name}\` is an enum, which type stripping cannot run`,
        mend: "write a union of literals, or a frozen object with `as const`",
      });
    }
    if (isDefaultExport(node) && !isConfig) {
      breaches.push({
        ...at,
        reason: "a default export has a different name in every file that imports it",
        mend: "export it by its name; only `*.config.ts` files export a default",
      });
    }
  });
  return breaches;
};

function isDefaultExport(node: Node): boolean {
  if (node.type === "ExportDefaultDeclaration") return true;
  if (node.type !== "ExportSpecifier") return false;
  return node.exported.type === "Identifier" && node.exported.name === "default";
}
