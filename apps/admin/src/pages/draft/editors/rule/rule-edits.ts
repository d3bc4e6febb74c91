import { EVENT_PLACES, type EventType, type LocalizedText, type RuleStage } from "@evenhand/domain";
import { isIdentifier } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import type { Edited } from "./condition-edits.ts";
import { NEW_CONDITION } from "./condition-edits.ts";

/** The result that a new rule of a stage begins with, and whom it is asked of. */
const FIRST_EVENT = {
  intake: "disposition",
  attribution: "role",
  penalty: "fine",
  deadline: "due",
  authority: "authority",
} as const satisfies Readonly<Record<RuleStage, EventType>>;

/** What a new rule begins with: its result is the first of its stage, unless `type` says another. */
export type NewRule = {
  readonly stage: RuleStage;
  readonly label: LocalizedText;
  readonly type?: EventType;
};

/** A new rule at the end of its stage's rules, with an id that no rule or table has. */
export function withNewRule(
  document: JsonObject,
  { stage, label, type = FIRST_EVENT[stage] }: NewRule,
): Edited {
  const rule: Json = {
    id: freeId(document, `${stage}-rule`),
    stage,
    scope: EVENT_PLACES[type].scopes[0],
    label,
    references: [],
    rule: { conditions: { all: [NEW_CONDITION] }, event: { type, params: {} } },
  };
  const rules = itemsOf(document["rules"]);
  const last = rules.findLastIndex((one) => stageOf(one) === stage);
  return inserted(document, last === -1 ? rules.length : last + 1, rule);
}

/** A rule once more behind itself, under an id and a name of its own. */
export function withDuplicate(
  document: JsonObject,
  index: number,
  name: (label: string) => string,
): Edited | undefined {
  const rule = itemsOf(document["rules"])[index];
  if (rule === undefined) return undefined;
  const label = Object.fromEntries(
    Object.entries(fieldsOf(fieldsOf(rule)["label"])).map(([language, text]) => [
      language,
      typeof text === "string" ? name(text) : text,
    ]),
  );
  const id = freeId(document, textAt(rule, "/id", "rule"));
  return inserted(document, index + 1, { ...fieldsOf(rule), id, label });
}

/** The rules without one of them, and the place of the one after it. */
export function withoutRule(document: JsonObject, index: number): Edited {
  const rules = itemsOf(document["rules"]).toSpliced(index, 1);
  const next = Math.min(index, rules.length - 1);
  return { document: { ...document, rules }, at: next < 0 ? "/rules" : pointerTo("rules", next) };
}

/** A rule in front of the one before it in its stage (−1) or behind the one after it (1), if there is one. */
export function withRuleMoved(document: JsonObject, index: number, by: -1 | 1): Edited | undefined {
  const rules = itemsOf(document["rules"]);
  const rule = rules[index];
  const isAlike = (one: Json): boolean => stageOf(one) === stageOf(rule);
  const to =
    by === 1
      ? rules.findIndex((one, other) => other > index && isAlike(one))
      : rules.findLastIndex((one, other) => other < index && isAlike(one));
  if (rule === undefined || to === -1) return undefined;
  const moved = rules.toSpliced(index, 1).toSpliced(to, 0, rule);
  return { document: { ...document, rules: moved }, at: pointerTo("rules", to) };
}

/** A rule under another id, which the examples and the facts that name it follow. */
export function withRuleId(document: JsonObject, index: number, id: string): JsonObject {
  const before = textAt(document, `${pointerTo("rules", index)}/id`);
  const named = withValueAt(document, `${pointerTo("rules", index)}/id`, id) as JsonObject;
  const examples = itemsOf(named["examples"]).map((example): Json => {
    const { reasons } = fieldsOf(example);
    return Array.isArray(reasons)
      ? {
          ...fieldsOf(example),
          reasons: (reasons as readonly Json[]).map((reason) => (reason === before ? id : reason)),
        }
      : example;
  });
  const withExamples = named["examples"] === undefined ? named : { ...named, examples };
  return Object.entries(fieldsOf(fieldsOf(named["derived"])["party"]))
    .filter(([, fact]) => fieldsOf(fact)["code"] === before)
    .reduce(
      (changed, [name]) =>
        withValueAt(changed, pointerTo("derived", "party", name, "code"), id) as JsonObject,
      withExamples as JsonObject,
    );
}

/** Whether a rule may have this id: in the form of one, and no other rule's or table's. */
export function isFreeId(document: JsonObject, id: string, index: number): boolean {
  const others = itemsOf(document["rules"]).filter((_, other) => other !== index);
  return isIdentifier(id) && !others.some((rule) => fieldsOf(rule)["id"] === id) && !isTable(document, id);
}

function inserted(document: JsonObject, index: number, rule: Json): Edited {
  const rules = itemsOf(document["rules"]).toSpliced(index, 0, rule);
  return { document: { ...document, rules }, at: pointerTo("rules", index) };
}

function freeId(document: JsonObject, base: string): string {
  let number = 2;
  let id = base;
  while (!isFreeId(document, id, -1)) id = `${base}-${number++}`;
  return id;
}

function isTable(document: JsonObject, id: string): boolean {
  return Object.hasOwn(fieldsOf(document["tables"]), id);
}

function stageOf(rule: Json | undefined): Json | undefined {
  return fieldsOf(rule)["stage"];
}
