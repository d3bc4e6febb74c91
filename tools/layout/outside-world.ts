import { isBuiltin } from "node:module";
import type { LayoutRule } from "./breach.ts";
import { moduleReferences } from "./imports.ts";
import { declaredNames, isReference } from "./names-in-scope.ts";
import type { SourceFile } from "./source-file.ts";
import { type Node, walk } from "./walk.ts";
import { mustRunInBrowser, mustStayInside } from "./workspaces.ts";

const GIVEN = "take it as an argument; only apps and the store reach the clock, chance, network and disk";

/** Names that stand for the machine around us, wherever they are used as values. */
const OUTSIDE_NAMES: ReadonlySet<string> = new Set(["process", "fetch", "Buffer"]);

/** Those of them that a browser does not have. */
const NODE_NAMES: ReadonlySet<string> = new Set([
  "process",
  "Buffer",
  "globalThis.process",
  "globalThis.Buffer",
]);

/** Members that read the clock or draw at random, of objects that are otherwise harmless. */
const OUTSIDE_MEMBERS: ReadonlySet<string> = new Set([
  "Date.now",
  "Math.random",
  "performance.now",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "Temporal.Now",
]);

/**
 * Most packages must run in a browser and give the same answer every time: no Node module, no clock, no randomness,
 * no environment, no network. One that only has to run there may reach what the web offers. Their tests are free of this.
 */
export const outsideWorld: LayoutRule = (file) => {
  // What stands beside `src` is no part of the package, such as a program that is handed on by itself.
  const isSource = file.path.startsWith(`${file.workspace}/src/`);
  if (file.isTest || !isSource || !mustRunInBrowser(file.workspace)) return [];
  const isInside = mustStayInside(file.workspace);
  return [
    ...moduleReferences(file)
      .filter(({ specifier }) => isBuiltin(specifier))
      .map(({ specifier, line }) => ({
        path: file.path,
        line,
        reason: `\`${specifier}\` exists in Node only, and \`${file.workspace}\` must run in a browser too`,
        mend: GIVEN,
      })),
    ...usesOfOutside(file)
      .filter(({ what }) => isInside || NODE_NAMES.has(what))
      .map(({ what, node }) => ({
        path: file.path,
        line: file.lineAt(node.start),
        reason: isInside
          ? `\`${what}\` reaches outside, and \`${file.workspace}\` is given everything`
          : `\`${what}\` exists in Node only, and \`${file.workspace}\` must run in a browser too`,
        mend: GIVEN,
      })),
  ];
};

/** A name the file declares for itself, such as a parameter `fetch`, is not the global one; scopes are not told apart. */
function usesOfOutside(file: SourceFile): readonly { what: string; node: Node }[] {
  const own = declaredNames(file.program);
  const found: { what: string; node: Node }[] = [];
  walk(file.program, (node, place) => {
    if (isTypeOnly(node)) return "skip";
    const what = outsideUse(node);
    if (what !== undefined && !own.has(what.replace(/^new |[.(].*$/g, ""))) found.push({ what, node });
    if (
      node.type === "Identifier" &&
      isReference(place) &&
      OUTSIDE_NAMES.has(node.name) &&
      !own.has(node.name)
    ) {
      found.push({ what: node.name, node });
    }
    return undefined;
  });
  return found;
}

function outsideUse(node: Node): string | undefined {
  if (node.type === "NewExpression" && isDate(node.callee) && node.arguments.length === 0)
    return "new Date()";
  if (node.type === "CallExpression" && isDate(node.callee)) return "Date()";
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
  const { property } = node;
  const member = property.type === "Identifier" && !node.computed ? property.name : literalText(property);
  if (member === undefined) return undefined;
  if (node.object.name === "globalThis")
    return OUTSIDE_NAMES.has(member) ? `globalThis.${member}` : undefined;
  const path = `${node.object.name}.${member}`;
  return OUTSIDE_MEMBERS.has(path) ? path : undefined;
}

function isDate(node: Node): boolean {
  return node.type === "Identifier" && node.name === "Date";
}

function literalText(node: Node): string | undefined {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

/** Types are gone when the code runs; `typeof fetch` as a type reaches nothing. */
function isTypeOnly(node: Node): boolean {
  const wrapsAValue =
    node.type === "TSAsExpression" ||
    node.type === "TSSatisfiesExpression" ||
    node.type === "TSNonNullExpression" ||
    node.type === "TSInstantiationExpression";
  return node.type.startsWith("TS") && !wrapsAValue;
}
