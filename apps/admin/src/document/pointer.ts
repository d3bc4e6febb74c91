/** JSON as a draft holds it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/**
 * A document of a type of its own, or a part of one, as the JSON that it is.
 *
 * INVARIANT: it came as JSON, from the service or out of a draft, so that nothing in it is anything else.
 */
export function jsonOf(document: object): JsonObject {
  return document as JsonObject;
}

/** The steps of a JSON pointer: `/rules/0/label` is `["rules", "0", "label"]`. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A JSON pointer to what lies these steps in. */
export function pointerTo(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What stands at a pointer, if anything does. */
export function valueAt(document: Json, pointer: string): Json | undefined {
  return stepsOf(pointer).reduce<Json | undefined>((node, step) => childOf(node, step), document);
}

/** The text at a pointer; something else, or nothing, is `otherwise`. */
export function textAt(document: Json, pointer: string, otherwise = ""): string {
  const value = valueAt(document, pointer);
  return typeof value === "string" ? value : otherwise;
}

function childOf(node: Json | undefined, step: string): Json | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if (isList(node)) return node[Number(step)];
  return Object.hasOwn(node, step) ? node[step] : undefined;
}

/**
 * A document with another value at a pointer, everything else as it was; `undefined` takes the value out. A field that
 * is not there yet is added, at the end of a list where the step is its length.
 */
export function withValueAt(document: Json, pointer: string, value: Json | undefined): Json {
  return changed(document, stepsOf(pointer), value) ?? null;
}

function changed(
  node: Json | undefined,
  steps: readonly string[],
  value: Json | undefined,
): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const child = changed(childOf(node, step), rest, value);
  if (isList(node)) {
    const at = Number(step);
    return child === undefined ? node.filter((_, index) => index !== at) : replaced(node, at, child);
  }
  const fields = typeof node === "object" && node !== null ? (node as JsonObject) : {};
  if (child !== undefined) return { ...fields, [step]: child };
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
}

function replaced(list: readonly Json[], at: number, value: Json): readonly Json[] {
  return at === list.length ? [...list, value] : list.with(at, value);
}

export function isList(node: Json | undefined): node is readonly Json[] {
  return Array.isArray(node);
}

/** Whether it is an object, and no list. */
export function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === "object" && node !== null && !isList(node);
}

/** The fields of an object; of anything else, none. */
export function fieldsOf(node: Json | undefined): JsonObject {
  return isObject(node) ? node : {};
}

/** The items of a list; of anything else, none. */
export function itemsOf(node: Json | undefined): readonly Json[] {
  return isList(node) ? node : [];
}
