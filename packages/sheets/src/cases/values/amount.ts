import {
  type FactDeclaration,
  MAX_AMOUNT_MINOR,
  foldWidth,
  formatMinor,
  isFactReference,
} from "@evenhand/domain";
import type { SheetCell } from "../../read/sheet.ts";
import { type HeaderUnit, isCurrency, tensOfUnit } from "../unit.ts";
import { readDecimal, timesTens } from "./decimal.ts";
import { type Read, notA, outOfRange, unclear } from "./reading.ts";

const WANTED = { en: "an amount", zh: "金额" };
const HELP = {
  en: "write it as `1200`, `1,200.00`, `¥1,200.00`, `1200元` or `1.2万`",
  zh: "请写成`1200`、`1,200.00`、`¥1,200.00`、`1200元`或`1.2万`",
};

/** A sign of a currency, a number, and what stands behind it. */
const AMOUNT = /^([^\d,.\s-]*)\s*([\d,]*\d(?:\.\d+)?)\s*([^\d,.-]*)$/;

/**
 * An amount as people write it, in minor units of the currency, exactly. A number alone is multiplied by the unit in the
 * header; one with a unit of its own must agree with it.
 *
 * `¥1,200.00`, `1200元`, `１，２００` and `0.12万` are 120,000 fen; `1.200` (a comma or a point?), `(1,200)` and `1.5角` are
 * refused.
 */
export function readAmount(
  cell: SheetCell,
  {
    currency,
    unit,
    declaration,
  }: {
    readonly currency: string;
    readonly unit?: HeaderUnit | undefined;
    readonly declaration?: FactDeclaration;
  },
): Read<number> {
  if (cell.kind !== "text" && cell.kind !== "number") return notA(cell, WANTED, HELP);
  const text = foldWidth(cell.text).trim().toLowerCase();
  if (/^\(.*\)$/.test(text) || /^[^\d]*-/.test(text)) return belowZero(cell);
  const match = AMOUNT.exec(text);
  const number = readDecimal(match?.[2] ?? "");
  const [sign = "", suffix = ""] = [match?.[1], match?.[3]];
  const tens = tensOfUnit(suffix, currency);
  if (!number || tens === undefined || !isCurrency(sign, currency)) return notA(cell, WANTED, HELP);
  const bare = sign === "" && suffix === "";
  const headerTens = unit?.tens ?? 0;
  if (!bare && headerTens !== 0 && tens !== headerTens) {
    return unclear(
      cell,
      "wrong-type",
      {
        en: `has another unit than its column, \`${unit?.text}\``,
        zh: `的单位与列名中的\`${unit?.text}\`不一致`,
      },
      { en: "write the number alone", zh: "请只填写数字" },
    );
  }
  const multiple = bare ? headerTens : tens;
  const places = formatMinor(0, currency).split(".")[1]?.length ?? 0;
  // `1.200` is 1,200 to some and 1.2 to others, so where nothing is multiplied, decimals are those of the currency.
  const amountMinor =
    multiple === 0 && number.places > places ? undefined : timesTens(number, multiple + places);
  if (amountMinor === undefined) {
    return notA(
      cell,
      { en: `an amount of at most ${places} decimal places`, zh: `最多${places}位小数的金额` },
      HELP,
    );
  }
  return withinRange(cell, amountMinor, currency, declaration);
}

function belowZero(cell: SheetCell): Read<number> {
  return outOfRange(
    cell,
    { en: "is below zero, and no amount of a case is", zh: "为负数，案件金额不得为负" },
    { en: "write what it is an amount of, without a sign", zh: "请填写不带正负号的金额" },
  );
}

function withinRange(
  cell: SheetCell,
  amountMinor: number,
  currency: string,
  { minimum = 0, maximum = MAX_AMOUNT_MINOR }: Partial<FactDeclaration> = {},
): Read<number> {
  const most = isFactReference(maximum) ? MAX_AMOUNT_MINOR : Math.min(maximum, MAX_AMOUNT_MINOR);
  if (amountMinor >= minimum && amountMinor <= most) return { value: amountMinor };
  const bounds = [formatMinor(minimum, currency), formatMinor(most, currency)] as const;
  return outOfRange(cell, {
    en: `is not between ${bounds[0]} and ${bounds[1]}`,
    zh: `不在${bounds[0]}到${bounds[1]}之间`,
  });
}
