import type { Vocabulary } from "@evenhand/policy";
import { vocabularyOf } from "@evenhand/policy";
import { type Accessor, createMemo } from "solid-js";
import { type Json, type JsonObject, withValueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import type { Edited } from "./condition-edits.ts";
import { focusPlace } from "../../focus-place.ts";
import { soundPolicy } from "./sound-policy.ts";
import type { Asker } from "./typed-value.ts";

/** What every field of one rule, or of one named condition, works with. */
export type Desk = {
  readonly document: Accessor<JsonObject>;
  readonly vocabulary: Accessor<Vocabulary>;
  readonly asker: Accessor<Asker>;
  /** What the rule is called in the labels of edits. */
  readonly name: Accessor<string>;
  /** Where its condition tree stands. */
  readonly root: Accessor<string>;
  /** Sets the value at a place; `undefined` takes it out. */
  readonly write: (label: string, at: string, value: Json | undefined) => void;
  /** Changes the document as it is then. */
  readonly change: (label: string, change: (document: JsonObject) => JsonObject) => void;
  /**
   * Changes the condition tree, where that is possible, and keeps the focus with the line that it was about: in the same
   * field of it, or in the first where the line is new.
   */
  readonly act: (label: string, edit: LineEdit) => void;
};

/** An edit of the line at a place. */
export type LineEdit = {
  readonly at: string;
  readonly edit: (document: JsonObject) => Edited | undefined;
  readonly isNew?: boolean;
};

export function createDesk(given: {
  readonly session: DraftSession;
  readonly root: Accessor<string>;
  readonly asker: Accessor<Asker>;
  readonly name: Accessor<string>;
}): Desk {
  const { language } = useWords();
  const document = given.session.document;
  const vocabulary = createMemo(() => vocabularyOf(soundPolicy(document()), language()));
  const change: Desk["change"] = (label, edit) => given.session.edit(label, edit);
  return {
    document,
    vocabulary,
    asker: given.asker,
    name: given.name,
    root: given.root,
    change,
    write: (label, at, value) => change(label, (before) => withValueAt(before, at, value) as JsonObject),
    act: (label, { at, edit, isNew }) => {
      const field = fieldInUse(at);
      // What was typed and not taken yet belongs to the line as it stands now.
      field?.blur();
      const edited = edit(document());
      if (!edited) {
        field?.focus();
        return;
      }
      change(label, (before) => edit(before)?.document ?? before);
      focusAgain(isNew === true ? undefined : field, { at, now: edited.at });
    },
  };
}

/** The field of this line that has the focus. */
function fieldInUse(at: string): HTMLElement | undefined {
  const active = globalThis.document.activeElement;
  const line = active?.closest<HTMLElement>("[data-line]");
  return active instanceof HTMLElement && line?.dataset["line"] === at ? active : undefined;
}

/** Gives the focus to what corresponds to a field in the line as it stands now. */
function focusAgain(
  field: HTMLElement | undefined,
  { at, now }: { readonly at: string; readonly now: string },
): void {
  const line = globalThis.document.querySelector(`[data-line="${CSS.escape(now)}"]`);
  if (!line) return;
  const tool = field?.dataset["tool"];
  const button = tool === undefined ? undefined : line.querySelector<HTMLElement>(`[data-tool="${tool}"]`);
  if (button) return button.focus();
  const place = field?.dataset["at"];
  focusPlace(place?.startsWith(at) === true ? now + place.slice(at.length) : now, line);
}
