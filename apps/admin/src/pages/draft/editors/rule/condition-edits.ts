import { type Json, type JsonObject, itemsOf, valueAt, withValueAt } from "../../../../document/pointer.ts";
import { type GroupKind, lineOf } from "./condition-node.ts";

/** A document after an edit of a condition tree, and where what was edited stands now. */
export type Edited = { readonly document: JsonObject; readonly at: string };

/** A condition that says nothing yet. */
export const NEW_CONDITION: Json = { fact: "", operator: "equal", value: "" };

/** A line among its neighbours; the line at the top of a tree is among none. */
type Place = {
  readonly list: string;
  readonly index: number;
  readonly of: GroupKind;
  readonly group: string;
};

const MEMBER = /^(.*)\/(all|any)\/(\d+)$/;

function placeOf(at: string, root: string): Place | undefined {
  if (at === root) return undefined;
  const [, body = "", of, index] = MEMBER.exec(at) ?? [];
  if (of !== "all" && of !== "any") return undefined;
  // A group that is denied stands below its `not`.
  const group = body !== root && body.endsWith("/not") ? body.slice(0, -"/not".length) : body;
  return { list: `${body}/${of}`, index: Number(index), of, group };
}

function listAt(document: JsonObject, list: string): readonly Json[] {
  return itemsOf(valueAt(document, list));
}

function withList(document: JsonObject, list: string, items: readonly Json[]): JsonObject {
  return withValueAt(document, list, items) as JsonObject;
}

/** A line moved up (−1) or down (1) among its neighbours; `undefined` where it is the first, or the last. */
export function moved(document: JsonObject, at: string, root: string, by: -1 | 1): Edited | undefined {
  const place = placeOf(at, root);
  if (!place) return undefined;
  const items = listAt(document, place.list);
  const [line, other] = [items[place.index], items[place.index + by]];
  if (line === undefined || other === undefined) return undefined;
  const swapped = items.with(place.index, other).with(place.index + by, line);
  return { document: withList(document, place.list, swapped), at: `${place.list}/${place.index + by}` };
}

/** A line moved into the group before it, at its end; where no group stands there, into a group of its own. */
export function nested(document: JsonObject, at: string, root: string): Edited | undefined {
  const place = placeOf(at, root);
  if (!place) return undefined;
  const items = listAt(document, place.list);
  const line = items[place.index];
  if (line === undefined) return undefined;
  const before = `${place.list}/${place.index - 1}`;
  const { content, body } = lineOf(items[place.index - 1], before);
  if (content.kind === "group") {
    const list = `${body}/${content.of}`;
    const within = withList(document, list, [...listAt(document, list), line]);
    return {
      document: withList(within, place.list, without(listAt(within, place.list), place.index)),
      at: `${list}/${content.size}`,
    };
  }
  const kind = place.of === "all" ? "any" : "all";
  return { document: withValueAt(document, at, { [kind]: [line] }) as JsonObject, at: `${at}/${kind}/0` };
}

/** A line moved out of its group, behind it; a group that is empty then goes. `undefined` at the top of the tree. */
export function unnested(document: JsonObject, at: string, root: string): Edited | undefined {
  const place = placeOf(at, root);
  const outer = place && placeOf(place.group, root);
  if (!place || !outer) return undefined;
  const items = listAt(document, place.list);
  const line = items[place.index];
  if (line === undefined) return undefined;
  const rest = without(items, place.index);
  const shortened = withList(document, place.list, rest);
  const around = listAt(shortened, outer.list);
  const isEmpty = rest.length === 0;
  const index = isEmpty ? outer.index : outer.index + 1;
  const after = around.toSpliced(index, isEmpty ? 1 : 0, line);
  return { document: withList(shortened, outer.list, after), at: `${outer.list}/${index}` };
}

/** A tree without a line; a group that is empty then goes as well, but for the one at the top. */
export function removed(document: JsonObject, at: string, root: string): Edited | undefined {
  const place = placeOf(at, root);
  if (!place) return undefined;
  const items = listAt(document, place.list);
  const rest = without(items, place.index);
  if (rest.length === 0 && place.group !== root) return removed(document, place.group, root);
  const next = Math.min(place.index, rest.length - 1);
  return {
    document: withList(document, place.list, rest),
    at: next < 0 ? place.group : `${place.list}/${next}`,
  };
}

/** A line put behind another one; behind the top of a tree, at the end of what it holds. */
export function addedAfter(document: JsonObject, at: string, root: string, line: Json): Edited | undefined {
  const place = placeOf(at, root);
  if (!place) return addedTo(document, at, line);
  const items = listAt(document, place.list).toSpliced(place.index + 1, 0, line);
  return { document: withList(document, place.list, items), at: `${place.list}/${place.index + 1}` };
}

/** A line put at the end of a group; what is no group becomes the first of one. */
export function addedTo(document: JsonObject, at: string, line: Json): Edited {
  const node = valueAt(document, at) ?? null;
  const { content, body } = lineOf(node, at);
  const of = content.kind === "group" ? content.of : "all";
  const list = content.kind === "group" ? `${body}/${of}` : `${at}/${of}`;
  const before = content.kind === "group" ? listAt(document, list) : [node].filter((one) => one !== null);
  const group = content.kind === "group" ? document : withValueAt(document, at, {});
  return {
    document: withValueAt(group, list, [...before, line]) as JsonObject,
    at: `${list}/${before.length}`,
  };
}

export function duplicated(document: JsonObject, at: string, root: string): Edited | undefined {
  const line = valueAt(document, at);
  return placeOf(at, root) && line !== undefined ? addedAfter(document, at, root, line) : undefined;
}

/** A line denied where it was not, and the other way round. */
export function denied(document: JsonObject, at: string): Edited {
  const node = valueAt(document, at) ?? null;
  const { isDenied, body } = lineOf(node, at);
  const turned = isDenied ? (valueAt(document, body) ?? null) : { not: node };
  return { document: withValueAt(document, at, turned) as JsonObject, at };
}

/** How a group takes its lines together, what is denied included. */
export const GROUP_READINGS = ["all", "any", "none", "notAll"] as const;
export type GroupReading = (typeof GROUP_READINGS)[number];

export function groupReading(of: GroupKind, isDenied: boolean): GroupReading {
  if (!isDenied) return of;
  return of === "any" ? "none" : "notAll";
}

/** A group that takes the same lines together in another way. */
export function regrouped(document: JsonObject, at: string, reading: GroupReading): Edited {
  const { content, body } = lineOf(valueAt(document, at), at);
  const lines = content.kind === "group" ? listAt(document, `${body}/${content.of}`) : [];
  const group = { [reading === "all" || reading === "notAll" ? "all" : "any"]: lines };
  const node = reading === "all" || reading === "any" ? group : { not: group };
  return { document: withValueAt(document, at, node) as JsonObject, at };
}

function without(items: readonly Json[], index: number): readonly Json[] {
  return items.toSpliced(index, 1);
}
