import type { Language } from "@evenhand/domain";
import type { Table, TableColumn, TableRow } from "@evenhand/sheets";
import { importById } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Download, type TableFormat, tableDownload } from "../exports/download.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { type ImportFinding, isWarning } from "./import-report.ts";
import { everyFinding, noImport } from "./read-imports.ts";

/** Nobody mends more by hand; the rest shows in the next try. */
const MOST_LINES = 20_000;

/** The findings of an import, as a table to mend the file by: at most its first 20,000 lines. */
export async function exportFindings(
  context: Pick<ServiceContext, "store">,
  ask: {
    readonly id: string;
    readonly format: TableFormat;
    readonly language: Language;
    /** Lets others have their turn. */
    readonly pause: () => Promise<void>;
  },
): Promise<Download | RefusedAsk> {
  const { id, language, pause } = ask;
  if (!(await context.store.read((db) => importById(db, id)))) return refusedAsk(noImport(id));
  const findings: ImportFinding[] = [];
  for await (const finding of everyFinding(context, id)) {
    findings.push(finding);
    if (findings.length >= MOST_LINES) break;
    if (findings.length % 500 === 0) await pause();
  }
  return tableDownload(findingsTable(findings, language), {
    ...ask,
    name: { en: `${id}-findings`, zh: `导入问题-${id}` },
  });
}

/** Every finding, as people read it: whether it keeps its row out, the cell, what stands there, what is wrong, and how to mend it. */
export function findingsTable(findings: readonly ImportFinding[], language: Language): Table {
  return {
    name: { en: "Findings", zh: "导入问题" },
    currency: "CNY",
    timeZone: "UTC",
    columns: COLUMNS,
    rows: findings.map((finding): TableRow => ({
      row: finding.row,
      column: finding.column,
      place: finding.place,
      seen: finding.seen,
      message: finding.message[language],
      help: finding.help?.[language],
      caseRows: finding.caseRows?.join(language === "zh" ? "、" : ", "),
      level: (isWarning(finding) ? LOOK_AT : KEPT_OUT)[language],
      code: finding.code,
    })),
  };
}

const KEPT_OUT = { en: "does not fit", zh: "不符合要求" };
const LOOK_AT = { en: "fits, look at it", zh: "已符合，请核对" };

const COLUMNS: readonly TableColumn[] = [
  { id: "row", kind: "integer", header: { en: "Row", zh: "行" } },
  { id: "column", kind: "text", header: { en: "Column", zh: "列" } },
  { id: "place", kind: "text", header: { en: "Cell", zh: "单元格" } },
  { id: "seen", kind: "text", header: { en: "What stands there", zh: "所填内容" } },
  { id: "message", kind: "text", header: { en: "What is wrong", zh: "问题" } },
  { id: "help", kind: "text", header: { en: "How to mend it", zh: "如何修改" } },
  { id: "caseRows", kind: "text", header: { en: "Rows of the case", zh: "同一案件的行" } },
  { id: "level", kind: "text", header: { en: "Does it fit", zh: "是否符合" } },
  { id: "code", kind: "text", header: { en: "Code", zh: "代码" } },
];
