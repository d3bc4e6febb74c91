import { tidyId } from "@evenhand/domain";
import type { SheetCell } from "../../read/sheet.ts";
import { type Read, notA, unclear } from "./reading.ts";

const MOST_DIGITS = 15;
const FORMAT_AS_TEXT = {
  en: "format the column as text and write it again",
  zh: "请将该列设为文本格式后重新填写",
};

/**
 * A text, without blanks around it; a whole number is its digits. Refused is what a spreadsheet may have changed on the
 * way: a day (`3-5` becomes the fifth of March), and a number of more digits than it keeps.
 */
export function readText(cell: SheetCell): Read<string> {
  switch (cell.kind) {
    case "text":
      return { value: cell.text.trim() };
    case "number":
      return /^-?\d+(?:\.\d+)?$/.test(cell.text) && cell.text.replace(/\D/g, "").length <= MOST_DIGITS
        ? { value: cell.text }
        : unclear(
            cell,
            "wrong-type",
            {
              en: "has more digits than a spreadsheet keeps of a number",
              zh: "的位数超出电子表格可保留的范围",
            },
            FORMAT_AS_TEXT,
          );
    case "date":
      return unclear(
        cell,
        "wrong-type",
        { en: "is a date, where a text is wanted", zh: "是日期，此处应为文本" },
        FORMAT_AS_TEXT,
      );
    default:
      return notA(cell, { en: "a text", zh: "文本" }, FORMAT_AS_TEXT);
  }
}

/**
 * As ids and references are: a text of at most 200 characters, written in the one way in which it is the same as elsewhere,
 * since people type blanks and full-width digits without seeing them.
 */
export function readId(cell: SheetCell): Read<string> {
  const text = readText(cell);
  if ("complaint" in text) return text;
  const value = tidyId(text.value);
  return value !== "" && value.length <= 200
    ? { value }
    : notA(cell, { en: "an id of at most 200 characters", zh: "不超过200个字符的编号" });
}
