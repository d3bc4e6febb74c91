import type { DecisionTable, LocalizedText } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { TABLE_WORDS } from "./common-words.ts";
import { eventChanges, paramWords } from "./event-changes.ts";
import type { FieldWords, Owner } from "./field-changes.ts";
import { fieldChange, fieldChanges } from "./field-changes.ts";
import { NO_EFFECT, comingsAndGoings, moveChange } from "./list-changes.ts";
import type { Kept, Matched } from "./match.ts";
import { matchById, matchByKey } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { rowChanges } from "./row-changes.ts";
import { sayCondition, sayFact } from "./say-value.ts";
import type { Side, Sides } from "./sides.ts";
import { inBoth, named } from "./sides.ts";

/** What differs in the tables: in a table as a whole, in its columns, and row by row. */
export function tableChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchByKey(sides.before.policy.tables, sides.after.policy.tables);
  const rowsOf = ({ rows }: DecisionTable) => ({
    en: `${rows.length} ${rows.length === 1 ? "row" : "rows"}`,
    zh: `共${rows.length}行`,
  });
  const changes = comingsAndGoings(
    matched,
    {
      subject: "table",
      at: ({ id }) => pointer("tables", id),
      added: ({ item }, language) =>
        language === "zh"
          ? `新增表“${item.label.zh}”，${rowsOf(item).zh}`
          : `New table “${item.label.en}” with ${rowsOf(item).en}`,
      removed: ({ item }, language) =>
        language === "zh"
          ? `删去表“${item.label.zh}”，${rowsOf(item).zh}`
          : `Table “${item.label.en}” with ${rowsOf(item).en} removed`,
    },
    sides,
  );
  return [...changes, ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

const WHEN: FieldWords = {
  name: { en: "condition of the whole table", zh: "全表前提条件" },
  say: sayCondition,
};
const APART: ReadonlySet<string> = new Set(["rows", "when", "inputs", "outputs", "event"]);

function keptChanges({ id, before, after }: Kept<DecisionTable>, sides: Sides): readonly PolicyChange[] {
  const at = pointer("tables", id);
  const [was, is] = [before.item, after.item];
  const title: LocalizedText = { en: `Table “${is.label.en}”`, zh: `表“${is.label.zh}”` };
  const owner: Owner = { subject: "table", id, title, at: { before: at, after: at }, sides };
  return [
    ...fieldChanges(owner, { before: was, after: is }, { words: TABLE_WORDS, skip: APART }),
    ...fieldChange(owner, { field: "when", before: was.when, after: is.when, words: WHEN }),
    ...columnChanges(owner, { ...INPUTS, columns: matchById(was.inputs, is.inputs, ({ fact }) => fact) }),
    ...columnChanges(owner, {
      ...outputsOf(is),
      columns: matchById(was.outputs, is.outputs, (name) => name),
    }),
    ...eventChanges(
      { ...owner, at: { before: `${at}/event`, after: `${at}/event` } },
      { before: was.event, after: is.event },
    ),
    ...rowChanges({ id, before: was, after: is }, sides),
  ];
}

type ColumnWords = {
  readonly field: "inputs" | "outputs";
  readonly name: LocalizedText;
  readonly say: (name: string, side: Side) => LocalizedText;
};

const INPUTS: ColumnWords = {
  field: "inputs",
  name: { en: "condition column", zh: "条件列" },
  say: (name, side) => inBoth((language) => sayFact(name, side[language])),
};

function outputsOf({ event }: DecisionTable): ColumnWords {
  return {
    field: "outputs",
    name: { en: "outcome column", zh: "结果列" },
    say: (name) => inBoth((language) => named(paramWords(event.type, name).name[language], language)),
  };
}

/** Columns are known by what they ask or fill, so that one that only stands elsewhere changes nothing. */
function columnChanges<Item>(
  owner: Owner,
  { field, name, say, columns }: ColumnWords & { readonly columns: Matched<Item> },
): readonly PolicyChange[] {
  const { subject, id, title, at, sides } = owner;
  const placeIn = (side: "before" | "after", index: number): string => `${at[side]}/${field}/${index}`;
  const added = columns.added.map((column): PolicyChange => {
    const said = say(column.id, sides.after);
    return {
      kind: "added",
      subject,
      id,
      field: `${field}.${column.id}`,
      at: { after: placeIn("after", column.index) },
      after: column.item,
      reaches: [],
      text: { en: `${title.en}: new ${name.en} ${said.en}`, zh: `${title.zh}：新增${name.zh}${said.zh}` },
    };
  });
  const removed = columns.removed.map((column): PolicyChange => {
    const said = say(column.id, sides.before);
    return {
      kind: "removed",
      subject,
      id,
      field: `${field}.${column.id}`,
      at: { before: placeIn("before", column.index) },
      before: column.item,
      reaches: [],
      text: { en: `${title.en}: ${name.en} ${said.en} removed`, zh: `${title.zh}：删去${name.zh}${said.zh}` },
    };
  });
  const moved = columns.kept
    .filter((column) => column.moved)
    .map((column) => {
      const said = say(column.id, sides.after);
      return moveChange({
        subject,
        id,
        field: `${field}.${column.id}`,
        at: { before: placeIn("before", column.before.index), after: placeIn("after", column.after.index) },
        from: column.before.index,
        to: column.after.index,
        title: { en: `${title.en}: ${name.en} ${said.en}`, zh: `${title.zh}：${name.zh}${said.zh}` },
        effect: NO_EFFECT,
      });
    });
  return [...added, ...removed, ...moved];
}
