import type { ESTree } from "vite";

export type Node = ESTree.Node;

/** Where a node hangs: its parent, and the parent's key it stands under. */
export interface Place {
  readonly parent: Node | undefined;
  readonly key: string;
}

/**
 * Visits a node and everything below it, parents first. A visitor that gives `"skip"` is not shown what is below.
 */
export function walk(node: Node, visit: (node: Node, place: Place) => "skip" | void): void {
  walkFrom(node, { parent: undefined, key: "" }, visit);
}

function walkFrom(node: Node, place: Place, visit: (node: Node, place: Place) => "skip" | void): void {
  if (visit(node, place) === "skip") return;
  for (const [key, value] of Object.entries(node)) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) {
      if (isNode(child)) walkFrom(child, { parent: node, key }, visit);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The name on which a chain of members and calls rests: `it` in `it.each(rows)("title", check)`. */
export function rootName(node: Node): string | undefined {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "MemberExpression":
      return rootName(node.object);
    case "CallExpression":
      return rootName(node.callee);
    case "TaggedTemplateExpression":
      return rootName(node.tag);
    default:
      return undefined;
  }
}
