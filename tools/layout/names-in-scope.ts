import { type Node, type Place, walk } from "./walk.ts";

/** Every name a program declares anywhere: variables, parameters, functions, classes, imports, caught errors. */
export function declaredNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    for (const binding of bindingsOf(node)) addNames(binding, names);
  });
  return names;
}

function bindingsOf(node: Node): readonly (Node | null)[] {
  switch (node.type) {
    case "VariableDeclarator":
      return [node.id];
    case "FunctionDeclaration":
    case "FunctionExpression":
      return [node.id, ...node.params];
    case "ArrowFunctionExpression":
      return node.params;
    case "ClassDeclaration":
      return [node.id];
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return [node.local];
    case "CatchClause":
      return [node.param];
    default:
      return [];
  }
}

/** Adds the names a pattern binds: `{ a, b: [c], ...d }` binds `a`, `c` and `d`. */
function addNames(pattern: Node | null, names: Set<string>): void {
  switch (pattern?.type) {
    case "Identifier":
      names.add(pattern.name);
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) addNames(property, names);
      return;
    case "Property":
      addNames(pattern.value, names);
      return;
    case "ArrayPattern":
      for (const element of pattern.elements) addNames(element, names);
      return;
    case "AssignmentPattern":
      addNames(pattern.left, names);
      return;
    case "RestElement":
      addNames(pattern.argument, names);
      return;
    default:
      return;
  }
}

/** Whether an identifier in this place stands for a value, rather than naming a member or a key. */
export function isReference({ parent, key }: Place): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return key === "object" || parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return key === "value" || parent.computed;
    case "ImportSpecifier":
    case "ExportSpecifier":
      return false;
    default:
      return true;
  }
}
