import type { Gate, LocalizedText } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { readGate } from "../reading/read-gate.ts";
import { GATE_WORDS } from "./common-words.ts";
import { fieldChanges } from "./field-changes.ts";
import { NO_EFFECT, comingsAndGoings, moveChange } from "./list-changes.ts";
import type { Kept, Standing } from "./match.ts";
import { matchById } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { gateId } from "./readers-of.ts";
import type { Sides } from "./sides.ts";
import { withoutStop } from "./sides.ts";

/** What differs in the conditions for recording a decision. There is one of each kind, so a gate is known by its kind. */
export function gateChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchById(sides.before.policy.gates ?? [], sides.after.policy.gates ?? [], gateId);
  const changes = comingsAndGoings(
    matched,
    {
      subject: "gate",
      at: placeOf,
      added: ({ item }, language) => {
        const sentence = withoutStop(readGate(item, sides.after.policy, language));
        return language === "zh"
          ? `新增前提“${item.label.zh}”：${sentence}`
          : `New gate “${item.label.en}”: ${sentence}`;
      },
      removed: ({ item }, language) => {
        const sentence = withoutStop(readGate(item, sides.before.policy, language));
        return language === "zh"
          ? `删去前提“${item.label.zh}”：${sentence}`
          : `Gate “${item.label.en}” removed: ${sentence}`;
      },
    },
    sides,
  );
  return [...listItself(sides), ...changes, ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

/** A list without gates asks for nothing, and so does none; yet the documents differ. */
function listItself({ before, after }: Sides): readonly PolicyChange[] {
  const [was, is] = [before.policy.gates, after.policy.gates];
  if ((was === undefined) === (is === undefined) || (was ?? is ?? []).length > 0) return [];
  return [
    {
      kind: is ? "added" : "removed",
      subject: "gate",
      id: "gates",
      at: is ? { after: "/gates" } : { before: "/gates" },
      ...(is ? { after: is } : { before: was }),
      reaches: [],
      text: is
        ? { en: "A list of gates without any in it added", zh: "新增空的前提列表" }
        : { en: "A list of gates without any in it removed", zh: "删去空的前提列表" },
    },
  ];
}

function placeOf({ index }: Standing<Gate>): string {
  return pointer("gates", index);
}

function keptChanges({ id, before, after, moved }: Kept<Gate>, sides: Sides): readonly PolicyChange[] {
  const at = { before: placeOf(before), after: placeOf(after) };
  const { label } = after.item;
  const title: LocalizedText = { en: `Gate “${label.en}”`, zh: `前提“${label.zh}”` };
  const move = {
    subject: "gate",
    id,
    at,
    from: before.index,
    to: after.index,
    title,
    effect: NO_EFFECT,
  } as const;
  return [
    ...(moved ? [moveChange(move)] : []),
    ...fieldChanges(
      { subject: "gate", id, title, at, sides },
      { before: before.item, after: after.item },
      { words: GATE_WORDS },
    ),
  ];
}
