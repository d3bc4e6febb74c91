import { quote } from "@evenhand/domain";
import { SHEET_LIMITS } from "../limits.ts";
import { type SheetPlace, type SheetProblem, columnLetters, sheetProblem } from "../problem.ts";

/** A number as it stands in a sentence of either language. */
const count = new Intl.NumberFormat("en");

const SAVE_AGAIN = {
  en: "open it in Excel or WPS, save it as `.xlsx` or as CSV in UTF-8, and send that",
  zh: "请用Excel或WPS打开，另存为`.xlsx`或UTF-8编码的CSV后再提交",
};

/** The file, or some of it, is not what a table is made of. `what` is how the sentence goes on after the file. */
export function unreadable(
  what: { readonly en: string; readonly zh: string },
  where?: SheetPlace,
): SheetProblem {
  return sheetProblem({ code: "unreadable-sheet", ...what, help: SAVE_AGAIN }, where);
}

export function emptyFile(): SheetProblem {
  return sheetProblem({
    code: "unreadable-sheet",
    en: "there is nothing in the table",
    zh: "表格中没有内容",
    help: {
      en: "the first row names the columns, each row below it is read",
      zh: "首行为列名，其下每行为一条数据",
    },
  });
}

export function fileTooLarge(bytes: number): SheetProblem {
  const most = SHEET_LIMITS.bytes / 1024 / 1024;
  return sheetProblem({
    code: "too-large",
    en: `the file has ${count.format(bytes)} bytes, more than ${most} MiB`,
    zh: `文件共${count.format(bytes)}字节，超过${most}MiB`,
    help: { en: "send it in several files", zh: "请拆成多个文件提交" },
  });
}

/** A workbook that unfolds to far more than it is, whether made so on purpose or by a mistake of a program. */
export function unfoldsTooFar(part: string): SheetProblem {
  return sheetProblem({
    code: "too-large",
    en: `${quote(part)} in the workbook unfolds to more than a table may hold`,
    zh: `工作簿中的${quote(part)}解压后超过表格允许的大小`,
    help: {
      en: "send a workbook with nothing but the table, or a CSV file",
      zh: "请提交仅含该表格的工作簿，或改用CSV文件",
    },
  });
}

export function tooManyRows(): SheetProblem {
  return tooMany({
    en: `the table has more than ${count.format(SHEET_LIMITS.rows)} rows`,
    zh: `表格超过${count.format(SHEET_LIMITS.rows)}行`,
  });
}

export function tooManyCells(): SheetProblem {
  return tooMany({
    en: `the table has more than ${count.format(SHEET_LIMITS.cells)} cells`,
    zh: `表格超过${count.format(SHEET_LIMITS.cells)}个单元格`,
  });
}

export function tooManyColumns(row: number, columns: number): SheetProblem {
  const place = `${columnLetters(SHEET_LIMITS.columns)}${row}`;
  return sheetProblem(
    {
      code: "too-many",
      en: `row ${row} has ${count.format(columns)} cells, more than the ${SHEET_LIMITS.columns} columns allowed`,
      zh: `第${row}行有${count.format(columns)}个单元格，超过允许的${SHEET_LIMITS.columns}列`,
      help: {
        en: "leave out the columns that are not needed, and in a CSV file put values with separators in quotation marks",
        zh: "请删去不需要的列；CSV文件中含分隔符的内容应加引号",
      },
    },
    { row, place },
  );
}

export function headerTooLong(row: number, column: number): SheetProblem {
  return sheetProblem(
    {
      code: "too-large",
      en: `a header has more than ${count.format(SHEET_LIMITS.cellCharacters)} characters`,
      zh: `列名超过${count.format(SHEET_LIMITS.cellCharacters)}个字符`,
    },
    { row, place: `${columnLetters(column)}${row}` },
  );
}

function tooMany(what: { readonly en: string; readonly zh: string }): SheetProblem {
  return sheetProblem({
    code: "too-many",
    ...what,
    help: {
      en: "send it in several files, and delete rows below the table that look empty",
      zh: "请拆成多个文件提交，并删除表格下方看似空白的行",
    },
  });
}
