import { type Json, type JsonObject, fieldsOf, itemsOf } from "./pointer.ts";

/** A field that two people changed, each otherwise. `undefined` is a field that is not there. */
export type Clash = {
  /** Where it stands: steps of the document, what lies in a list by its id where it has one. */
  readonly place: readonly string[];
  readonly before: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
};

/** One document as it was, and as each of two people left it. */
export type Race = {
  readonly before: JsonObject;
  readonly mine: JsonObject;
  readonly theirs: JsonObject;
};

/** The last step of the place of a list whose order both changed. */
export const ORDER = "#order";

/** One text for a place, to know it again by. */
export function placeKey(place: readonly string[]): string {
  return JSON.stringify(place);
}

/**
 * What two people made of one document, put together field by field: what one changed stands, and where both changed one
 * field mine does, unless theirs was `taken`. What lies in a list is known by its id; a list without ids is one field,
 * unless nothing in it came, went or moved.
 *
 * @example
 * merged({ before: { a: 1, b: 1 }, mine: { a: 2, b: 1 }, theirs: { a: 3, b: 4 } }, new Set())
 * // document { a: 2, b: 4 }, clashes [{ place: ["a"], before: 1, mine: 2, theirs: 3 }]
 */
export function merged(
  race: Race,
  taken: ReadonlySet<string>,
): { readonly document: JsonObject; readonly clashes: readonly Clash[] } {
  const clashes: Clash[] = [];
  const document = mergedAt(race, [], (clash) => {
    clashes.push(clash);
    return taken.has(placeKey(clash.place)) ? clash.theirs : clash.mine;
  });
  return { document: fieldsOf(document), clashes };
}

type Three = Readonly<Record<"before" | "mine" | "theirs", Json | undefined>>;
type Settle = (clash: Clash) => Json | undefined;

function mergedAt(three: Three, place: readonly string[], settle: Settle): Json | undefined {
  const { before, mine, theirs } = three;
  if (isSame(mine, before) || isSame(mine, theirs)) return theirs;
  if (isSame(theirs, before)) return mine;
  if (isObject(mine) && isObject(theirs)) return mergedFields(three, place, settle);
  if (isKeyed(mine) && isKeyed(theirs) && (before === undefined || isKeyed(before)))
    return mergedItems(three, place, settle);
  if (keepsPlaces(before, mine) && keepsPlaces(before, theirs))
    return itemsOf(mine).map((item, at) =>
      orNull(
        mergedAt(
          { before: itemsOf(before)[at], mine: item, theirs: itemsOf(theirs)[at] },
          [...place, String(at)],
          settle,
        ),
      ),
    );
  return settle({ place, before, mine, theirs });
}

function mergedFields({ before, mine, theirs }: Three, place: readonly string[], settle: Settle): JsonObject {
  const [was, my, their] = [fieldsOf(before), fieldsOf(mine), fieldsOf(theirs)];
  const keys = new Set([...Object.keys(their), ...Object.keys(my)]);
  const entries = [...keys].flatMap((key) => {
    const value = mergedAt(
      { before: own(was, key), mine: own(my, key), theirs: own(their, key) },
      [...place, key],
      settle,
    );
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Lists whose items have ids: each item merged with itself, in the order of whoever moved something. */
function mergedItems({ before, mine, theirs }: Three, place: readonly string[], settle: Settle): Json {
  const [was, my, their] = [byId(before), byId(mine), byId(theirs)];
  const order = mergedOrder(
    { was: [...was.keys()], my: [...my.keys()], their: [...their.keys()] },
    place,
    settle,
  );
  return order.flatMap((id) => {
    const value = mergedAt(
      { before: was.get(id), mine: my.get(id), theirs: their.get(id) },
      [...place, id],
      settle,
    );
    return value === undefined ? [] : [value];
  });
}

type Ids = readonly string[];

function mergedOrder(
  { was, my, their }: { readonly was: Ids; readonly my: Ids; readonly their: Ids },
  place: readonly string[],
  settle: Settle,
): Ids {
  if (!hasMoved(was, my)) return withNew(their, my);
  if (!hasMoved(was, their) || !hasMoved(my, their)) return withNew(my, their);
  const settled = settle({ place: [...place, ORDER], before: was, mine: my, theirs: their });
  return settled === their ? withNew(their, my) : withNew(my, their);
}

/** Whether what both lists have stands in another order. */
function hasMoved(one: Ids, other: Ids): boolean {
  const both = one.filter((id) => other.includes(id));
  return !isSame(
    both,
    other.filter((id) => one.includes(id)),
  );
}

/** A list with what only another one has, each after what stands before it there. */
function withNew(list: Ids, other: Ids): Ids {
  return other.reduce<Ids>((grown, id, at) => {
    if (grown.includes(id)) return grown;
    return grown.toSpliced(grown.indexOf(other[at - 1] ?? "") + 1, 0, id);
  }, list);
}

/** Whether the items of a list are still those that it had, each at its place. */
function keepsPlaces(before: Json | undefined, after: Json | undefined): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  const [was, is] = [itemsOf(before), itemsOf(after)];
  return (
    was.length === is.length &&
    is.every(
      (item, at) => isSame(item, was[at]) || (isObject(item) && !was.some((other) => isSame(item, other))),
    )
  );
}

function isKeyed(value: Json | undefined): boolean {
  if (!Array.isArray(value)) return false;
  const ids = itemsOf(value).map(idOf);
  return !ids.includes(undefined) && new Set(ids).size === ids.length;
}

function idOf(item: Json): string | undefined {
  const { id } = fieldsOf(item);
  return typeof id === "string" ? id : undefined;
}

function byId(list: Json | undefined): ReadonlyMap<string, Json> {
  return new Map(itemsOf(list).map((item) => [idOf(item) ?? "", item]));
}

function isObject(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(fields: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function orNull(value: Json | undefined): Json {
  return value ?? null;
}

/** Whether two values say the same; the order of fields says nothing. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, (other as JsonObject)[key]))
  );
}
