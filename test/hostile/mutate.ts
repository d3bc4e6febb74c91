import fc from "fast-check";

/** Values that stand where nobody expects them. As texts of JSON, since some of them no value of ours can hold. */
const STRANGE_VALUES: readonly string[] = [
  "null",
  "true",
  "0",
  "-0",
  "-1",
  "0.5",
  "1e-7",
  "1e400",
  "-1e400",
  "9007199254740992",
  "9007199254740993",
  "1000000000000",
  "1000000000001",
  "[]",
  "{}",
  "[[]]",
  '[null,{"a":[]}]',
  '""',
  '" "',
  '"__proto__"',
  '"constructor"',
  '"company"',
  '"P1"',
  '"2026-02-30"',
  '"0000-00-00"',
  '"9999-12-31"',
  '"1900-01-01"',
  '"2026-07-06T09:00:00+08:00"',
  '"9999-12-31T23:59:59Z"',
  '"\\u0000\\u202e\\ufeff"',
  '"\\ud83d\\ude00元"',
  '"\\ud800"',
  `"${"长".repeat(2_001)}"`,
];

/** Names that stand where a name of ours belongs. */
const STRANGE_NAMES: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "",
  "a/b~c",
  "case",
  "facts",
  "lossAmout",
  "decidedOn",
  "\u0000",
  "费用",
  "x".repeat(70),
];

/** What stands between the pieces of a JSON text, put where it does not belong. */
const STRAY_TEXTS: readonly string[] = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "/**/",
  "NaN",
  "\uFEFF",
  "\u2028",
  "-",
  ".",
  "e",
  "0",
  "'",
];

type Step =
  | {
      readonly kind: "replace" | "add" | "rename" | "remove" | "repeat";
      readonly at: number;
      readonly strange: number;
    }
  | { readonly kind: "cut" | "insert" | "erase"; readonly at: number; readonly strange: number };

const KINDS = [
  ...(["replace", "replace", "remove", "replace", "add", "rename", "remove", "repeat"] as const),
  ...(["replace", "replace", "remove", "replace", "add", "rename", "remove", "repeat"] as const),
  ...(["cut", "insert", "erase"] as const),
] as const;

/** Texts of requests that were sound and had one to four things done to them. Some of them are still sound. */
export function mutatedTexts(requests: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(),
    strange: fc.nat(),
  });
  return fc
    .tuple(requests, fc.array(step, { minLength: 1, maxLength: 4 }))
    .map(([request, steps]) => mutated(request, steps));
}

/** Steps that need the tree come first; those that may break the text come after it was written. */
function mutated(request: unknown, steps: readonly Step[]): string {
  const tree = treeOf(request);
  for (const step of steps) if (isOnTree(step.kind)) mutateTree(tree, step);
  return steps.filter(({ kind }) => !isOnTree(kind)).reduce(mutateText, textOf(tree));
}

function isOnTree(kind: Step["kind"]): boolean {
  return kind !== "cut" && kind !== "insert" && kind !== "erase";
}

/** A value of JSON that can be written otherwise than `JSON.stringify` would: names twice, numbers as they are spelt. */
type Tree = { text: string } | { items: Tree[] } | { members: [name: string, value: Tree][] };

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { items: value.map(treeOf) };
  if (typeof value !== "object" || value === null) return { text: JSON.stringify(value) };
  return { members: Object.entries(value).map(([name, member]) => [name, treeOf(member)]) };
}

function textOf(tree: Tree): string {
  if ("text" in tree) return tree.text;
  if ("items" in tree) return `[${tree.items.map(textOf).join(",")}]`;
  return `{${tree.members.map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`).join(",")}}`;
}

type Container = Extract<Tree, { items: Tree[] } | { members: [string, Tree][] }>;

function mutateTree(tree: Tree, { kind, at, strange }: Step): void {
  const places = containersIn(tree);
  const container = places[at % places.length];
  if (!container) return;
  const value: Tree = { text: STRANGE_VALUES[strange % STRANGE_VALUES.length] ?? "null" };
  const name = STRANGE_NAMES[strange % STRANGE_NAMES.length] ?? "";
  if ("items" in container)
    mutateItems(container.items, { kind, index: strange % (container.items.length + 1), value });
  else
    mutateMembers(container.members, { kind, index: strange % (container.members.length + 1), value, name });
}

function mutateItems(
  items: Tree[],
  { kind, index, value }: { kind: Step["kind"]; index: number; value: Tree },
): void {
  const item = items[index];
  if (kind === "remove") items.splice(index, 1);
  else if (kind === "repeat" && item) items.splice(index, 0, structuredClone(item));
  else if (kind === "replace") items.splice(index, 1, value);
  else items.splice(index, 0, value);
}

type OnMember = { kind: Step["kind"]; index: number; value: Tree; name: string };

function mutateMembers(members: [string, Tree][], { kind, index, value, name }: OnMember): void {
  const member = members[index];
  if (kind === "remove") members.splice(index, 1);
  else if (kind === "repeat" && member) members.push(structuredClone(member));
  else if (kind === "replace" && member) member[1] = value;
  else if (kind === "rename" && member) member[0] = name;
  else members.push([name, value]);
}

function containersIn(tree: Tree): readonly Container[] {
  if ("text" in tree) return [];
  const inner = "items" in tree ? tree.items : tree.members.map(([, value]) => value);
  return [tree, ...inner.flatMap(containersIn)];
}

function mutateText(text: string, { kind, at, strange }: Step): string {
  const place = at % (text.length + 1);
  if (kind === "cut") return text.slice(0, place);
  if (kind === "erase") return text.slice(0, place) + text.slice(place + 1 + (strange % 5));
  return text.slice(0, place) + (STRAY_TEXTS[strange % STRAY_TEXTS.length] ?? "") + text.slice(place);
}
