import { type Json, type JsonObject, fieldsOf, pointerTo } from "./pointer.ts";

/** One place at which two documents made something different of what a third said. Undefined: nothing stands there. */
export type Conflict = {
  /** The way to it, with ids in place of numbers: `/rules/close-in-7-days/rule/event/params/within`. */
  readonly at: string;
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
};

export type Choice = "mine" | "theirs";

export type Merged = { readonly document: JsonObject; readonly conflicts: readonly Conflict[] };

type Three = Omit<Conflict, "at">;

/**
 * What two documents made of a third, put together: what only one of them changed is as that one has it, and where both
 * made something different of it, `choose` says which counts. Rules, rows and whatever else has an id are the same ones by
 * it. Number and day of effect, which publishing sets, are mine.
 */
export function merged(
  {
    base,
    mine,
    theirs,
  }: { readonly base: JsonObject; readonly mine: JsonObject; readonly theirs: JsonObject },
  choose: (conflict: Conflict) => Choice,
): Merged {
  const conflicts: Conflict[] = [];
  const decide = (conflict: Conflict): Json | undefined => {
    conflicts.push(conflict);
    return conflict[choose(conflict)];
  };
  const alike = withPublished(mine);
  const document = merge({ base: alike(base), mine, theirs: alike(theirs) }, [], decide);
  return { document: fieldsOf(document ?? null), conflicts };
}

function withPublished(mine: JsonObject): (document: JsonObject) => JsonObject {
  const own = Object.entries(mine).filter(([key]) => key === "version" || key === "effectiveFrom");
  return (document) => ({ ...document, ...Object.fromEntries(own) });
}

type Decide = (conflict: Conflict) => Json | undefined;
type Steps = readonly string[];

function merge(three: Three, steps: Steps, decide: Decide): Json | undefined {
  const { base, mine, theirs } = three;
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) return mergeFields(three, steps, decide);
  if (isList(mine) && isList(theirs)) return mergeLists(three, steps, decide);
  return decide({ at: pointerTo(...steps), ...three });
}

function mergeFields({ base, mine, theirs }: Three, steps: Steps, decide: Decide): JsonObject {
  const [was, own, other] = [base, mine, theirs].map((one) => fieldsOf(one ?? null)) as [
    JsonObject,
    JsonObject,
    JsonObject,
  ];
  const keys = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const three = { base: valueOf(was, key), mine: valueOf(own, key), theirs: valueOf(other, key) };
      const value = merge(three, [...steps, key], decide);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function mergeLists(three: Three, steps: Steps, decide: Decide): Json | undefined {
  const [was, own, other] = [byId(three.base ?? []), byId(three.mine), byId(three.theirs)];
  if (was && own && other) {
    const ids = Object.keys(isSameOrder(was, own) ? ordered(other, own) : ordered(own, other));
    return ids.flatMap((id) => {
      const one = { base: was[id], mine: own[id], theirs: other[id] };
      const value = merge(one, [...steps, id], decide);
      return value === undefined ? [] : [value];
    });
  }
  return cells(three, steps, decide) ?? decide({ at: pointerTo(...steps), ...three });
}

/** The cells of a row: they stand in the order of the columns, so that each is the same one by its place. */
function cells({ base, mine, theirs }: Three, steps: Steps, decide: Decide): Json | undefined {
  const isRow = steps[0] === "tables" && (steps.at(-1) === "when" || steps.at(-1) === "then");
  if (!isRow || !isList(base) || !isList(mine) || !isList(theirs)) return undefined;
  if (base.length !== mine.length || base.length !== theirs.length) return undefined;
  return mine.map((cell, index) => {
    const three = { base: base[index], mine: cell, theirs: theirs[index] };
    return merge(three, [...steps, String(index)], decide) ?? null;
  });
}

/** The things of a list by their ids, in their order; undefined where they have none of their own. */
function byId(list: Json | undefined): Readonly<Record<string, Json>> | undefined {
  if (!isList(list)) return undefined;
  // A key that looks like a number would not keep its place.
  const entries = list.flatMap((item) => {
    const { id } = fieldsOf(item);
    return typeof id === "string" && !/^\d+$/.test(id) ? [[id, item] as const] : [];
  });
  const things = Object.fromEntries(entries);
  return Object.keys(things).length === list.length ? things : undefined;
}

type Things = Readonly<Record<string, Json>>;

/** Whether what both have stands in the same order. */
function isSameOrder(one: Things, other: Things): boolean {
  const common = (things: Things, than: Things): readonly string[] =>
    Object.keys(things).filter((id) => Object.hasOwn(than, id));
  return isSame([...common(one, other)], [...common(other, one)]);
}

/** The first ones in their order, each further one behind the one that it follows among the others. */
function ordered(first: Things, others: Things): Things {
  const ids = Object.keys(first);
  let before: string | undefined;
  for (const id of Object.keys(others)) {
    if (!ids.includes(id)) ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
    before = id;
  }
  return Object.fromEntries(ids.map((id) => [id, first[id] ?? others[id] ?? null]));
}

function valueOf(fields: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** Whether two values say the same, in whatever order their fields stand. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
