import type { Language, LocalizedText } from "@evenhand/domain";
import type { ImportFinding, ImportView } from "@evenhand/service";

/** What `evenhand import --help` says. */
export const IMPORT_HELP = {
  import: { en: "take past cases from a table into the database", zh: "从表格导入历史案件" },
  file: { en: "a CSV file or an XLSX workbook, at most 20 MiB", zh: "CSV文件或XLSX工作簿，不超过20MiB" },
  policy: { en: "the policy that the cases belong to", zh: "案件适用的制度" },
  map: {
    en: "which column holds what, where its header does not say so: `损失=lossAmount`; `-` leaves one out",
    zh: "列名不能识别时，指明该列对应的事实：`损失=lossAmount`；`-`表示不读取",
  },
  dryRun: { en: "check every row and keep nothing", zh: "只检查各行，不保存" },
  yes: { en: "keep the cases that fit", zh: "保存符合要求的案件" },
  json: {
    en: "print the import with every row that does not fit as JSON",
    zh: "以JSON输出导入结果及不符合要求的行",
  },
  csv: { en: "print the rows that do not fit as CSV", zh: "以CSV输出不符合要求的行" },
  more: {
    en: [
      "Each case is checked as an evaluation would, under the version of its day. Those that fit are kept, every row that",
      "does not is listed with its cell and how to mend it; importing the same file again adds nothing twice. Nothing is",
      "kept while a column is not recognised: say what it holds, or leave it out, as `--map <header>=-`.",
      "The database is the one that DATA or DATABASE_URL names. Exit code 3 where rows do not fit or a column is not recognised.",
    ].join("\n"),
    zh: [
      "每件案件均按其日期适用的版本检查，与核算时相同。符合要求的予以保存，不符合的逐行列出单元格和修改办法；",
      "重复导入同一文件不会重复保存。有未能识别的列时不保存任何案件：请用--map指明该列，或用`--map 列名=-`舍去。",
      "数据库由DATA或DATABASE_URL指定。有不符合要求的行或未能识别的列时，退出码为3。",
    ].join("\n"),
  },
} as const satisfies Record<string, LocalizedText>;

type Counts = {
  readonly done: number;
  readonly total: number;
  readonly taken: number;
  readonly refused: number;
};

const count = new Intl.NumberFormat("en");

/** What the command says of an import. */
export const IMPORT_SAYS: {
  readonly tooLarge: LocalizedText;
  readonly columns: LocalizedText;
  readonly unsettled: LocalizedText;
  readonly findings: LocalizedText;
  readonly warnings: LocalizedText;
  readonly settleFirst: LocalizedText;
  readonly progress: Readonly<Record<Language, (counts: Counts) => string>>;
  readonly summary: Readonly<Record<Language, (view: ImportView) => string>>;
} = {
  tooLarge: { en: "it is larger than 20 MiB", zh: "文件超过20MiB" },
  columns: { en: "Columns:", zh: "列的对应关系：" },
  unsettled: {
    en: "To settle before anything is kept, columns that are not recognised:",
    zh: "导入前须先处理，未能识别的列：",
  },
  findings: { en: "Rows that do not fit:", zh: "不符合要求的行：" },
  warnings: { en: "Rows that fit, and that somebody should look at:", zh: "符合要求但请核对的行：" },
  settleFirst: {
    en: "nothing is kept while a column is not recognised; name it with `--map <header>=<fact>`, or leave it out with `--map <header>=-`",
    zh: "有未能识别的列，未保存任何内容；请用`--map 列名=事实`指明，或用`--map 列名=-`舍去",
  },
  progress: {
    en: ({ done, total, taken, refused }) =>
      `${count.format(done)} of ${count.format(total)} rows: ${count.format(taken)} fit, ${count.format(refused)} do not`,
    zh: ({ done, total, taken, refused }) =>
      `已读${count.format(done)}/${count.format(total)}行：符合${count.format(taken)}行，不符合${count.format(refused)}行`,
  },
  summary: {
    en: ({ rows, cases, warnings, decided, unsettled, dryRun, id }) =>
      `${count.format(rows.taken)} of ${count.format(rows.total)} rows fit. Cases: ${cases.added} new, ${cases.revised} corrected, ` +
      `${cases.known} known.${warnings > 0 ? ` To look at: ${warnings}.` : ""}\n` +
      (decided > 0
        ? `Corrected although decided: ${decided}; those decisions stand and stay as they were.\n`
        : "") +
      (unsettled.length > 0 ? `Columns to settle first: ${unsettled.length}.\n` : "") +
      `${dryRun ? "Nothing was kept: this was a dry run." : `Kept as import ${id}.`}\n`,
    zh: ({ rows, cases, warnings, decided, unsettled, dryRun, id }) =>
      `共${count.format(rows.total)}行，符合要求${count.format(rows.taken)}行。案件：新增${cases.added}件，更正${cases.revised}件，` +
      `已有${cases.known}件。${warnings > 0 ? `请核对${warnings}处。` : ""}\n` +
      (decided > 0 ? `更正的案件中有${decided}件已有处理决定，原决定不变。\n` : "") +
      (unsettled.length > 0 ? `未能识别的列：${unsettled.length}列，须先处理才能导入。\n` : "") +
      `${dryRun ? "本次为试运行，未保存任何内容。" : `已保存，导入编号${id}。`}\n`,
  },
};

/** One finding, as people read it at a terminal: the cell, what stands there, what is wrong, how to mend it. */
export function findingText(
  { row, column, place, seen, message, help }: ImportFinding,
  language: Language,
): string {
  const cell = [place ?? ROW[language](row), column, seen === undefined ? undefined : `“${seen}”`]
    .filter((part) => part !== undefined && part !== "")
    .join("  ");
  const mend = help === undefined ? "" : `\n      ${help[language]}`;
  return `  ${cell}\n      ${message[language]}${mend}\n`;
}

const ROW: Readonly<Record<Language, (row: number | undefined) => string>> = {
  en: (row) => (row === undefined ? "" : `row ${row}`),
  zh: (row) => (row === undefined ? "" : `第${row}行`),
};
