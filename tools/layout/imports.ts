import type { SourceFile } from "./source-file.ts";
import { type Node, walk } from "./walk.ts";

/** One place where a file names another module, whether by import, by re-export, dynamically or for a type. */
export interface ModuleReference {
  readonly specifier: string;
  readonly line: number;
}

export function moduleReferences(file: SourceFile): readonly ModuleReference[] {
  const found: ModuleReference[] = [];
  walk(file.program, (node) => {
    const source = sourceOf(node);
    if (source?.type === "Literal" && typeof source.value === "string") {
      found.push({ specifier: source.value, line: file.lineAt(source.start) });
    }
  });
  return found;
}

function sourceOf(node: Node): Node | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return node.source;
    default:
      return null;
  }
}

/** Whether a specifier names a file by its place rather than a package by its name. */
export function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === "." || specifier === "..";
}
