import type { JsonObject } from "../../../../document/pointer.ts";
import { type Edited, denied, duplicated, moved, nested, removed, unnested } from "./condition-edits.ts";

/** What can be done with one line of a condition tree, in the order of its buttons. */
export const LINE_ACTS = ["up", "down", "nest", "unnest", "not", "duplicate", "remove"] as const;
export type LineAct = (typeof LINE_ACTS)[number];

type Edit = (document: JsonObject, at: string, root: string) => Edited | undefined;

const EDITS: Readonly<Record<LineAct, Edit>> = {
  up: (document, at, root) => moved(document, at, root, -1),
  down: (document, at, root) => moved(document, at, root, 1),
  nest: nested,
  unnest: unnested,
  not: denied,
  duplicate: duplicated,
  remove: removed,
};

/** The document after one of these, `undefined` where it cannot be done with this line. */
export function lineEdit(act: LineAct): Edit {
  return EDITS[act];
}

/** Which of them a key stands for. */
export function actOfKey(
  event: Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">,
): LineAct | undefined {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.shiftKey) return undefined;
  if (isCommand && !event.altKey) return event.key.toLowerCase() === "d" ? "duplicate" : undefined;
  return event.altKey && !isCommand ? ALT_KEYS[event.key] : undefined;
}

const ALT_KEYS: Readonly<Record<string, LineAct>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "nest",
  ArrowLeft: "unnest",
};
