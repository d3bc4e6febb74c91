import type { FactDeclaration, FactType, FactValue } from "@evenhand/domain";
import { SHEET_LIMITS } from "../../limits.ts";
import type { SheetCell } from "../../read/sheet.ts";
import type { MappedColumn } from "../match-columns.ts";
import type { HeaderUnit } from "../unit.ts";
import { readAmount } from "./amount.ts";
import { readChoice, readSet, readTruth } from "./choice.ts";
import { readDay, readMoment } from "./moment.ts";
import { readInteger, readNumber, readRate } from "./number.ts";
import { type Read, seenIn } from "./reading.ts";
import { readId, readText } from "./text.ts";

/** What the policy says of its amounts and clocks. */
export type ValueSetting = { readonly currency: string; readonly timeZone: string };

type FactColumn = { readonly declaration: FactDeclaration; readonly unit?: HeaderUnit | undefined };

/** The value that a cell states for a fact, in the form that cases have it. */
export function readFactValue(
  cell: SheetCell,
  column: Pick<MappedColumn, "unit"> & { readonly declaration: FactDeclaration },
  setting: ValueSetting,
): Read {
  return unusable(cell) ?? READERS[column.declaration.type](cell, column, setting);
}

/** Why nothing at all can be read from a cell, where that is so. */
export function unusable(cell: SheetCell): Extract<Read, { readonly complaint: unknown }> | undefined {
  if (cell.kind === "too-long") {
    const most = SHEET_LIMITS.cellCharacters.toLocaleString("en");
    return {
      complaint: {
        code: "too-large",
        en: `the cell has more than ${most} characters`,
        zh: `单元格内容超过${most}个字符`,
      },
    };
  }
  if (cell.kind !== "error") return undefined;
  return {
    complaint: {
      code: "wrong-type",
      en:
        cell.text === ""
          ? "the formula in the cell was never worked out"
          : `the formula in the cell gives ${seenIn(cell)}`,
      zh: cell.text === "" ? "单元格中的公式没有计算结果" : `单元格中的公式结果为${seenIn(cell)}`,
      help: {
        en: "work it out in Excel or WPS and save, or write the value itself",
        zh: "请在Excel或WPS中计算后保存，或直接填写数值",
      },
    },
  };
}

const READERS: Readonly<
  Record<FactType, (cell: SheetCell, column: FactColumn, setting: ValueSetting) => Read<FactValue>>
> = {
  money: (cell, column, { currency }) => readAmount(cell, { ...column, currency }),
  integer: (cell, { declaration }) => readInteger(cell, declaration),
  decimal: (cell, { declaration }) => readNumber(cell, declaration),
  rate: (cell, column) => readRate(cell, column),
  boolean: (cell) => readTruth(cell),
  date: (cell) => readDay(cell),
  instant: (cell, _, { timeZone }) => readMoment(cell, timeZone),
  text: (cell) => readText(cell),
  enum: (cell, { declaration }) => readChoice(cell, declaration),
  set: (cell, { declaration }) => readSet(cell, declaration),
  party: (cell) => readId(cell),
};
