import { RULE_STAGES, type RuleStage } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isObject,
  itemsOf,
  pointerTo,
  textAt,
} from "../../../document/pointer.ts";

/** The groups of the outline, in the order in which they stand. */
export const GROUPS = [
  "general",
  "caseFacts",
  "partyFacts",
  "derivedFacts",
  "parameters",
  "conditions",
  "intake",
  "attribution",
  "penalty",
  "tables",
  "deadline",
  "authority",
  "shares",
  "gates",
  "words",
  "notes",
  "examples",
  "other",
] as const;
export type GroupId = (typeof GROUPS)[number];

/** A part of the document that is edited by itself. */
export type OutlinePart = {
  /** Where it stands: what follows `?at=`. */
  readonly pointer: string;
  /** What it is called: its own label, or a text of the dictionary by its key. */
  readonly label: Json | undefined;
  readonly word?: PartWord;
  /** What it is called where it has no label. */
  readonly otherwise: string;
  /** The places that are edited with it; what lies in one of them lies in the part. */
  readonly covers: readonly string[];
};

/** Parts that have no label of their own. */
export type PartWord =
  | "title"
  | "header"
  | "cap"
  | "conflict"
  | "ruleList"
  | "grades"
  | "words"
  | "deadlines"
  | "authorities"
  | "shareList";

export type OutlineGroups = Readonly<Record<GroupId, readonly OutlinePart[]>>;

/** The fields in which a policy says what it is and what holds for the whole of it. */
export const HEADER = [
  "id",
  "version",
  "effectiveFrom",
  "appliesBy",
  "currency",
  "timeZone",
  "calendar",
  "guards",
  "lossFact",
] as const;

/** Views over several parts: no place in the document, so no pointer either. */
export const VIEWS = {
  deadlines: "view:deadlines",
  authorities: "view:authorities",
  shareList: "view:shares",
} as const;

/**
 * Everything a document consists of, grouped as people think of it. Whatever stands in the document lies in some part:
 * what has no place of its own stands under `other`.
 */
export function outlineGroups(document: JsonObject): OutlineGroups {
  const placed = placedParts(document);
  const known = new Set(
    Object.values(placed)
      .flat()
      .flatMap(({ covers }) => covers),
  );
  return { ...placed, other: otherParts(document, known) };
}

function placedParts(document: JsonObject): OutlineGroups {
  const facts = fieldsOf(document["facts"]);
  const derived = fieldsOf(document["derived"]);
  const rules = listed(document, "rules");
  const tables = mapped(document["tables"], "tables");
  const inGroup = (group: GroupId): readonly OutlinePart[] =>
    [...rules, ...tables].filter(([part, value]) => groupOfRule(part, value) === group).map(([part]) => part);
  return {
    general: generalParts(document),
    caseFacts: mapped(facts["case"], "facts", "case").map(([part]) => part),
    partyFacts: mapped(facts["party"], "facts", "party").map(([part]) => part),
    derivedFacts: (["case", "party"] as const).flatMap((scope) =>
      mapped(derived[scope], "derived", scope).map(([part]) => part),
    ),
    parameters: mapped(document["parameters"], "parameters").map(([part]) => part),
    conditions: mapped(document["conditions"], "conditions").map(([part]) => ({
      ...part,
      label: fieldsOf(document["words"])[part.otherwise],
    })),
    intake: [{ ...section("rules", "ruleList"), covers: [] }, ...inGroup("intake")],
    attribution: inGroup("attribution"),
    penalty: inGroup("penalty"),
    tables: inGroup("tables"),
    deadline: [view("deadlines"), ...inGroup("deadline")],
    authority: [view("authorities"), ...inGroup("authority")],
    shares: [view("shareList"), ...inGroup("shares")],
    gates: listed(document, "gates").map(([part]) => part),
    words: [section("words", "words")],
    notes: listed(document, "notes").map(([part]) => part),
    examples: listed(document, "examples").map(([part]) => part),
    other: [],
  };
}

function generalParts(document: JsonObject): readonly OutlinePart[] {
  return [
    { ...section("title", "title"), covers: ["/title", "/summary"] },
    { ...section("effectiveFrom", "header"), covers: HEADER.map((field) => pointerTo(field)) },
    section("cap", "cap"),
    ...(document["conflict"] === undefined ? [] : [section("conflict", "conflict")]),
    section("grades", "grades"),
  ];
}

function section(field: string, word: PartWord): OutlinePart {
  const pointer = pointerTo(field);
  return { pointer, label: undefined, word, otherwise: field, covers: [pointer] };
}

function view(word: keyof typeof VIEWS): OutlinePart {
  return { pointer: VIEWS[word], label: undefined, word, otherwise: word, covers: [] };
}

/** Where a rule or table stands: by what it says where that is a share, a deadline or who approves, else by its stage. */
function groupOfRule({ pointer }: OutlinePart, value: Json): GroupId | undefined {
  const isTable = pointer.startsWith("/tables/");
  const event = textAt(value, isTable ? "/event/type" : "/rule/event/type");
  if (event === "bear") return "shares";
  const stage = RULE_STAGES.find((one) => one === textAt(value, "/stage"));
  if (stage === "deadline" || stage === "authority") return stage;
  return isTable ? "tables" : stage;
}

type Placed = readonly (readonly [OutlinePart, Json])[];

function mapped(node: Json | undefined, ...path: readonly string[]): Placed {
  return Object.entries(fieldsOf(node)).map(([id, value]) => [
    partAt(pointerTo(...path, id), value, id),
    value,
  ]);
}

function listed(document: JsonObject, field: string): Placed {
  return itemsOf(document[field]).map((value, index) => [
    partAt(pointerTo(field, index), value, textAt(value, "/id", textAt(value, "/kind", String(index + 1)))),
    value,
  ]);
}

function partAt(pointer: string, value: Json, otherwise: string): OutlinePart {
  const fields = fieldsOf(value);
  return {
    pointer,
    label: fields["label"] ?? fields["title"] ?? fields["text"],
    otherwise,
    covers: [pointer],
  };
}

/** What lies in no part: fields that no policy has, sections of another form, rules of no stage. */
function otherParts(document: JsonObject, known: ReadonlySet<string>): readonly OutlinePart[] {
  const parts: OutlinePart[] = [];
  const visit = (value: Json, path: readonly string[]): void => {
    const pointer = pointerTo(...path);
    if (known.has(pointer)) return;
    const children = Array.isArray(value) ? [...itemsOf(value).entries()] : Object.entries(fieldsOf(value));
    const isDivided = SECTIONS.some((one) => one === path[0]) && path.length < depthOf(path[0]);
    if (isDivided && isShapedAs(value, path[0]))
      for (const [step, child] of children) visit(child, [...path, String(step)]);
    else parts.push(partAt(pointer, value, path.join(" / ")));
  };
  for (const [field, value] of Object.entries(document)) visit(value, [field]);
  return parts;
}

/** The sections that are edited part by part. */
const SECTIONS = [
  "facts",
  "derived",
  "parameters",
  "conditions",
  "tables",
  "rules",
  "gates",
  "notes",
  "examples",
] as const;

function depthOf(section: string | undefined): number {
  return section === "facts" || section === "derived" ? 3 : 2;
}

const LISTS: readonly (string | undefined)[] = ["rules", "gates", "notes", "examples"];

function isShapedAs(value: Json, section: string | undefined): boolean {
  return LISTS.includes(section) ? Array.isArray(value) : isObject(value);
}

/** The stage whose rules a group holds, where it holds those of one. */
export function stageOf(group: GroupId): RuleStage | undefined {
  return group === "shares" ? "attribution" : RULE_STAGES.find((stage) => stage === group);
}
