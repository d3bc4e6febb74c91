import type { LocalizedText } from "@evenhand/domain";

/** Where in a file something stands, as an author looks for it. */
export type PlaceInFile = {
  /** From 1 on; of what is missing, the line of what it is missing in. */
  readonly line: number;
  /** The rule or table it stands in: a row is `<table>#<row>`. */
  readonly part?: { readonly id: string; readonly label?: LocalizedText };
};

/** Finds the place of a JSON pointer in the text of a document, sound or not; nothing of the document as a whole. */
export function placeInFile(text: string, pointer: string): PlaceInFile | undefined {
  if (pointer === "") return undefined;
  const names = pointer
    .slice(1)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const part = partNamed(documentOf(text), names);
  return { line: lineOf(text, names), ...(part ? { part } : {}) };
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},]|[^\s"[\]{},:]+/gs;

/** How deep in the document the reader is: the name or the number of what comes next, in each object or list around it. */
type Level = { readonly isObject: boolean; name: string | number | undefined };

/** The line of the innermost thing on the way to a place. Nothing here is recursive, since the text may be anything. */
function lineOf(text: string, names: readonly string[]): number {
  const levels: Level[] = [];
  let found = { depth: 0, at: 0 };
  const look = (at: number): void => {
    const depth = levels.length;
    if (depth <= found.depth || depth > names.length) return;
    if (levels.every(({ name }, index) => String(name) === names[index])) found = { depth, at };
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "}" || token === "]") levels.pop();
    else if (token === ",") step(level);
    else if (level?.isObject && level.name === undefined) {
      level.name = textOf(token);
      look(index);
    } else {
      if (level && !level.isObject) look(index);
      if (token === "{") levels.push({ isObject: true, name: undefined });
      if (token === "[") levels.push({ isObject: false, name: 0 });
    }
  }
  return text.slice(0, found.at).split("\n").length;
}

function step(level: Level | undefined): void {
  if (level) level.name = typeof level.name === "number" ? level.name + 1 : undefined;
}

function textOf(token: string): string {
  const value = documentOf(token);
  return typeof value === "string" ? value : token;
}

function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function partNamed(document: unknown, [kind, name, rows, row]: readonly string[]): PlaceInFile["part"] {
  const found = member(member(document, kind), name);
  const label = labelOf(found);
  if (kind === "rules") {
    const id = member(found, "id");
    return typeof id === "string" ? { id, ...label } : undefined;
  }
  if (kind !== "tables" || name === undefined || found === undefined) return undefined;
  const rowId = rows === "rows" ? member(member(member(found, rows), row), "id") : undefined;
  return { id: typeof rowId === "string" ? `${name}#${rowId}` : name, ...label };
}

function labelOf(part: unknown): { readonly label?: LocalizedText } {
  const label = member(part, "label");
  const [en, zh] = [member(label, "en"), member(label, "zh")];
  return typeof en === "string" && typeof zh === "string" ? { label: { en, zh } } : {};
}

function member(value: unknown, name: string | undefined): unknown {
  if (name === undefined || typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
