import { type FactDeclaration, foldWidth, fromMillionths, isFactReference } from "@evenhand/domain";
import type { SheetCell } from "../../read/sheet.ts";
import type { HeaderUnit } from "../unit.ts";
import { readDecimal, timesTens } from "./decimal.ts";
import { type Read, notA, outOfRange, unclear } from "./reading.ts";

/** The largest count or measure that a case states. */
const LARGEST = 1_000_000_000;

/** A whole number, with or without thousands grouped: `3`, `1,200`. */
export function readInteger(cell: SheetCell, declaration?: FactDeclaration): Read<number> {
  const number = decimalIn(cell);
  const value = number && (cell.kind === "number" || number.places === 0) ? timesTens(number, 0) : undefined;
  if (value === undefined) return notA(cell, { en: "a whole number", zh: "整数" });
  return withinRange(cell, value, declaration);
}

/** A number of at most six decimal places. */
export function readNumber(cell: SheetCell, declaration?: FactDeclaration): Read<number> {
  const number = decimalIn(cell);
  const millionths = number && timesTens(number, 6);
  if (millionths === undefined)
    return notA(cell, { en: "a number of at most six decimal places", zh: "最多六位小数的数字" });
  return withinRange(cell, fromMillionths(millionths), declaration);
}

/**
 * A rate from 0 to 1: `50%` and `0.5` are the same, `50` is refused. In a column whose header says `%` a number alone
 * could be either, so it needs its sign.
 */
export function readRate(
  cell: SheetCell,
  { unit, declaration }: { readonly unit?: HeaderUnit | undefined; readonly declaration?: FactDeclaration },
): Read<number> {
  const help = { en: "write it as `50%` or `0.5`", zh: "请写成`50%`或`0.5`" };
  const wanted = { en: "a rate", zh: "比率" };
  if (cell.kind !== "text" && cell.kind !== "number") return notA(cell, wanted, help);
  const text = foldWidth(cell.text).trim();
  const isPercent = text.endsWith("%");
  const number = readDecimal(isPercent ? text.slice(0, -1).trimEnd() : text);
  if (!number) return notA(cell, wanted, help);
  if (unit?.percent && !isPercent && !/^0+$/.test(number.digits)) {
    return unclear(
      cell,
      "wrong-type",
      {
        en: `could be a rate or a percentage, since its column is called \`${unit.text}\``,
        zh: `所在列标有\`${unit.text}\`，无法确定是比率还是百分数`,
      },
      { en: "write it with its sign, as `50%`", zh: "请带上百分号，如`50%`" },
    );
  }
  const millionths = timesTens(number, isPercent ? 4 : 6);
  if (millionths === undefined)
    return notA(cell, { en: "a rate of at most six decimal places", zh: "最多六位小数的比率" }, help);
  if (millionths < 0 || millionths > 1_000_000)
    return outOfRange(cell, { en: "is not between 0 and 1", zh: "不在0到1之间" }, help);
  return withinRange(cell, fromMillionths(millionths), declaration);
}

function decimalIn(cell: SheetCell): ReturnType<typeof readDecimal> {
  return cell.kind === "text" || cell.kind === "number"
    ? readDecimal(foldWidth(cell.text).trim())
    : undefined;
}

function withinRange(
  cell: SheetCell,
  value: number,
  { minimum = -LARGEST, maximum = LARGEST }: Partial<FactDeclaration> = {},
): Read<number> {
  const most = isFactReference(maximum) ? LARGEST : Math.min(maximum, LARGEST);
  if (value < minimum) return outOfRange(cell, { en: `is less than ${minimum}`, zh: `小于${minimum}` });
  return value > most ? outOfRange(cell, { en: `is more than ${most}`, zh: `大于${most}` }) : { value };
}
