import type { Cell, DecisionTable, LocalizedText, TableRow, Value } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { rowPhrase } from "../reading/read-rule.ts";
import { textOf } from "../reading/phrase.ts";
import { labelOf } from "../reading/vocabulary.ts";
import { cellConditions } from "../table/cell-condition.ts";
import { rowRuleId } from "../table/compile-table.ts";
import { NOTES, REFERENCES } from "./common-words.ts";
import { paramWords } from "./event-changes.ts";
import type { FieldWords, Owner } from "./field-changes.ts";
import { fieldChange } from "./field-changes.ts";
import { NO_EFFECT, comingsAndGoings, moveChange } from "./list-changes.ts";
import type { Kept, Standing } from "./match.ts";
import { matchById } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { rowTitle } from "./reach-text.ts";
import { sayCondition } from "./say-value.ts";
import type { Side, Sides } from "./sides.ts";
import { inBoth, withoutStop } from "./sides.ts";

/** A table that is in both documents. */
export type TablePair = {
  readonly id: string;
  readonly before: DecisionTable;
  readonly after: DecisionTable;
};

/** What differs in the rows of a table: cells are matched by their columns, rows by their ids. */
export function rowChanges(pair: TablePair, sides: Sides): readonly PolicyChange[] {
  const matched = matchById(pair.before.rows, pair.after.rows, ({ id }) => id);
  const sentence = (standing: Standing<TableRow>, table: DecisionTable, side: Side) =>
    inBoth((language) => {
      const at = pointer("tables", pair.id);
      const place = { table, row: standing.item, pointer: at, rowPointer: placeOf(pair.id, standing) };
      return withoutStop(textOf(rowPhrase(place, side[language], { withTable: true })));
    });
  const changes = comingsAndGoings(
    matched,
    {
      subject: "row",
      idOf: (id) => rowRuleId(pair.id, id),
      at: (standing) => placeOf(pair.id, standing),
      added: (standing, language) => {
        const [title, says] = [
          rowTitle(pair.after.label[language], standing.index, language),
          sentence(standing, pair.after, sides.after)[language],
        ];
        return language === "zh" ? `${title}为新增：${says}` : `New ${title}: ${says}`;
      },
      removed: (standing, language) => {
        const [title, says] = [
          rowTitle(pair.before.label[language], standing.index, language),
          sentence(standing, pair.before, sides.before)[language],
        ];
        return language === "zh" ? `删去${title}：${says}` : `Former ${title} removed: ${says}`;
      },
    },
    sides,
  );
  return [...changes, ...matched.kept.flatMap((kept) => keptChanges(pair, kept, sides))];
}

function placeOf(table: string, { index }: Standing<TableRow>): string {
  return pointer("tables", table, "rows", index);
}

function keptChanges(
  pair: TablePair,
  { id, before, after, moved }: Kept<TableRow>,
  sides: Sides,
): readonly PolicyChange[] {
  const at = { before: placeOf(pair.id, before), after: placeOf(pair.id, after) };
  const name = inBoth((language) => rowTitle(pair.after.label[language], after.index, language));
  const title: LocalizedText = { en: name.en.replace(/^row/, "Row"), zh: name.zh };
  const owner: Owner = { subject: "row", id: rowRuleId(pair.id, id), title, at, sides };
  const effect = pair.after.hitPolicy === "first" ? UPPER_ROW_WINS : NO_EFFECT;
  const movedRow = {
    en: `Row \`${id}\` of “${pair.after.label.en}”`,
    zh: `表“${pair.after.label.zh}”的行\`${id}\``,
  };
  return [
    ...(moved
      ? [
          moveChange({
            subject: "row",
            id: owner.id,
            at,
            from: before.index,
            to: after.index,
            title: movedRow,
            effect,
          }),
        ]
      : []),
    ...cellChanges(owner, pair, [before.item, after.item]),
    ...outputChanges(owner, pair, [before.item, after.item]),
    ...fieldChange(owner, {
      field: "references",
      before: before.item.references,
      after: after.item.references,
      words: REFERENCES,
    }),
    ...fieldChange(owner, {
      field: "notes",
      before: before.item.notes,
      after: after.item.notes,
      words: NOTES,
    }),
  ];
}

const UPPER_ROW_WINS: LocalizedText = {
  en: "the upper row wins, so cases of which several rows hold may be decided by another row",
  zh: "在上的一行优先，同时符合多行的案件可能改由另一行决定",
};

type Rows = readonly [before: TableRow, after: TableRow];

/** A column that is on one side only is asked nothing on the other. */
function cellChanges(owner: Owner, { before, after }: TablePair, [was, is]: Rows): readonly PolicyChange[] {
  const facts = [...new Set([...after.inputs, ...before.inputs].map(({ fact }) => fact))];
  return facts.flatMap((fact) => {
    const columns = [
      before.inputs.findIndex((input) => input.fact === fact),
      after.inputs.findIndex((input) => input.fact === fact),
    ] as const;
    const cells = [was.when[columns[0]] ?? null, is.when[columns[1]] ?? null] as const;
    return fieldChange(owner, {
      field: `when.${fact}`,
      path: ["when", columns[1]],
      before: cells[0],
      after: cells[1],
      words: cellWords(fact, owner),
    }).map((change) => ({ ...change, at: cellPlaces(owner, "when", columns) }));
  });
}

function outputChanges(owner: Owner, { before, after }: TablePair, [was, is]: Rows): readonly PolicyChange[] {
  const names = [...new Set([...after.outputs, ...before.outputs])];
  return names.flatMap((name) => {
    const columns = [before.outputs.indexOf(name), after.outputs.indexOf(name)] as const;
    const values: readonly [Value | undefined, Value | undefined] = [
      was.then[columns[0]],
      is.then[columns[1]],
    ];
    return fieldChange(owner, {
      field: `then.${name}`,
      before: values[0],
      after: values[1],
      words: paramWords(after.event.type, name),
    }).map((change) => ({
      ...change,
      at: cellPlaces(owner, "then", columns),
    }));
  });
}

function cellPlaces(
  { at }: Owner,
  part: "when" | "then",
  [before, after]: readonly [number, number],
): PolicyChange["at"] {
  return {
    ...(before < 0 ? {} : { before: `${at.before}/${part}/${before}` }),
    ...(after < 0 ? {} : { after: `${at.after}/${part}/${after}` }),
  };
}

function cellWords(fact: string, { sides }: Owner): FieldWords {
  return {
    name: {
      en: `condition on “${labelOf(fact, sides.after.en)}”`,
      zh: `“${labelOf(fact, sides.after.zh)}”的条件`,
    },
    say: (cell, vocabulary) => {
      const conditions = cellConditions(fact, cell as Cell);
      if (conditions.length > 0) return sayCondition({ all: conditions }, vocabulary);
      return vocabulary.language === "zh" ? "不限" : "any";
    },
  };
}
