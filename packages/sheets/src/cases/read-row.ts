import type { FactValue, PartyKind, Scope } from "@evenhand/domain";
import { type Complaint, type SheetProblem, columnLetters, sheetProblem } from "../problem.ts";
import { type SheetRow, shownText } from "../read/sheet.ts";
import type { MappedColumn } from "./match-columns.ts";
import { readPartyKind } from "./values/choice.ts";
import { type ValueSetting, readFactValue, unusable } from "./values/fact-value.ts";
import type { Read } from "./values/reading.ts";
import { readId } from "./values/text.ts";

/** What one row states, with what in it does not fit. */
export type RowReading = {
  readonly row: number;
  /** Empty where the row has none, which is a problem of it. */
  readonly reference: string;
  readonly facts: Readonly<Record<Scope, ReadonlyMap<string, Stated>>>;
  readonly party: { readonly id?: string; readonly kind?: PartyKind; readonly memberOf?: string };
  readonly problems: readonly SheetProblem[];
};

/** A value with the column that states it. */
export type Stated = { readonly value: FactValue; readonly column: MappedColumn };

/** The columns of a sheet, and what the values in them depend on. */
export type RowPlan = {
  readonly columns: readonly MappedColumn[];
  /** Which columns have a header; what stands in others belongs to nothing. */
  readonly headed: readonly boolean[];
  readonly setting: ValueSetting;
};

/** The reference of a row, by which rows come together to a case; `undefined` where it has none that can be read. */
export function referenceIn(row: SheetRow, columns: readonly MappedColumn[]): string | undefined {
  const column = columns.find(({ target }) => target.kind === "reference");
  const cell = column && row.cells[column.index];
  const read = cell ? (unusable(cell) ?? readId(cell)) : undefined;
  return read && "value" in read && typeof read.value === "string" ? read.value : undefined;
}

/** Reads one row. Empty cells state nothing; everything that does not fit is listed, and the rest is read all the same. */
export function readRow(row: SheetRow, plan: RowPlan): RowReading {
  const problems: SheetProblem[] = [];
  const facts = { case: new Map<string, Stated>(), party: new Map<string, Stated>() };
  const party: { id?: string; kind?: PartyKind; memberOf?: string } = {};
  let reference = "";
  const refuse = (complaint: Complaint, index: number, header?: string): void => {
    const cell = row.cells[index] ?? null;
    problems.push(
      sheetProblem(complaint, {
        row: row.number,
        ...(header === undefined ? {} : { column: header }),
        place: `${columnLetters(index)}${row.number}`,
        ...(cell === null ? {} : { seen: shownText(cell) }),
      }),
    );
  };
  const take = <Value extends FactValue>(read: Read<Value>, column: MappedColumn): Value | undefined => {
    if ("value" in read) return read.value;
    refuse(read.complaint, column.index, column.header);
    return undefined;
  };
  for (const column of plan.columns) {
    const cell = row.cells[column.index] ?? null;
    const { target } = column;
    if (cell === null) {
      if (target.kind === "reference") refuse(NO_REFERENCE, column.index, column.header);
      continue;
    }
    const id = (): string | undefined => take(unusable(cell) ?? readId(cell), column);
    switch (target.kind) {
      case "reference":
        reference = id() ?? "";
        break;
      case "party-id":
        assign(party, "id", id());
        break;
      case "party-member-of":
        assign(party, "memberOf", id());
        break;
      case "party-kind":
        assign(party, "kind", take(unusable(cell) ?? readPartyKind(cell), column));
        break;
      case "fact": {
        const value = take(
          readFactValue(cell, { ...column, declaration: target.declaration }, plan.setting),
          column,
        );
        if (value !== undefined) facts[target.scope].set(target.fact, { value, column });
      }
    }
  }
  reportUnheaded(row, plan.headed, refuse);
  return { row: row.number, reference, facts, party, problems };
}

const NO_REFERENCE: Complaint = {
  code: "missing-field",
  en: "the row has no reference",
  zh: "该行没有案件编号",
  help: {
    en: "write it in every row; merged cells keep it in their first row only",
    zh: "请在每一行填写；合并单元格只在首行保留内容",
  },
};

function assign<Key extends string, Value>(
  to: { [name in Key]?: Value },
  name: Key,
  value: Value | undefined,
): void {
  if (value !== undefined) to[name] = value;
}

/** A value without a header: in a CSV file mostly because a separator stands in a value without quotation marks. */
function reportUnheaded(
  row: SheetRow,
  headed: readonly boolean[],
  refuse: (complaint: Complaint, index: number) => void,
): void {
  const index = row.cells.findIndex((cell, at) => cell !== null && headed[at] !== true);
  if (index === -1) return;
  refuse(
    {
      code: "too-many",
      en: `the row has a value in column ${columnLetters(index)}, which has no header`,
      zh: `该行在${columnLetters(index)}列有内容，但该列没有列名`,
      help: {
        en: "give the column a header, or put values that hold a separator in quotation marks",
        zh: "请为该列添加列名，或为含分隔符的内容加引号",
      },
    },
    index,
  );
}
