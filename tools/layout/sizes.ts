import type { LayoutRule } from "./breach.ts";
import { type Node, type Place, rootName, walk } from "./walk.ts";

const MOST_LINES_OF_A_FILE = 500;
const MOST_LINES_OF_A_FUNCTION = 70;

/** A file that has to be long says why in the comment that opens it: `// size: the table of codes is one list`. */
export const fileSize: LayoutRule = (file) => {
  if (file.lineCount <= MOST_LINES_OF_A_FILE || /^size: *\S/.test(file.openingComment)) return [];
  return [
    {
      path: file.path,
      line: MOST_LINES_OF_A_FILE + 1,
      reason: `the file has ${file.lineCount} lines, over the ${MOST_LINES_OF_A_FILE} allowed`,
      mend: "split it by concept, or open it with `// size:` and the reason",
    },
  ];
};

export const functionSize: LayoutRule = (file) => {
  const breaches: ReturnType<LayoutRule>[number][] = [];
  walk(file.program, (node, place) => {
    if (!isFunction(node) || (file.isTest && isTestBody(place))) return;
    const line = file.lineAt(node.start);
    const lines = file.lineAt(node.end) - line + 1;
    if (lines <= MOST_LINES_OF_A_FUNCTION) return;
    breaches.push({
      path: file.path,
      line,
      reason: `${functionName(node, place)} has ${lines} lines, over the ${MOST_LINES_OF_A_FUNCTION} allowed`,
      mend: "branch in the parent and move the branches into functions of their own",
    });
  });
  return breaches;
};

function isFunction(node: Node): boolean {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}

/** What is handed to `describe` or `it` is a page of a test, not a function anybody calls. */
function isTestBody({ parent, key }: Place): boolean {
  return parent?.type === "CallExpression" && key === "arguments" && TEST_BLOCKS.has(rootName(parent.callee));
}

const TEST_BLOCKS: ReadonlySet<string | undefined> = new Set([
  "describe",
  "it",
  "onBothDatabases",
  "onPostgres",
  "test",
]);

function functionName(node: Node, { parent }: Place): string {
  const named = ownName(node) ?? (parent && nameGivenBy(parent));
  return named === undefined ? "this function" : `\`${named}\``;
}

function ownName(node: Node): string | undefined {
  return node.type === "FunctionDeclaration" || node.type === "FunctionExpression"
    ? node.id?.name
    : undefined;
}

function nameGivenBy(parent: Node): string | undefined {
  switch (parent.type) {
    case "VariableDeclarator":
      return rootName(parent.id);
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return rootName(parent.key);
    default:
      return undefined;
  }
}
