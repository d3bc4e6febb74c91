import type { LocalizedText } from "@evenhand/domain";
import type { SheetProblem } from "@evenhand/sheets";
import type { ImportRow } from "@evenhand/store";
import type { CaseCounts, ImportColumn, ImportFinding, ImportReport } from "./import-report.ts";

/** How an import stands. */
export type ImportView = {
  readonly id: string;
  readonly policy: string;
  readonly fileName: string;
  /** SHA-256 of the file. */
  readonly fileHash: string;
  readonly dryRun: boolean;
  readonly state: "running" | "done" | "failed";
  /** Why it failed. */
  readonly failure: LocalizedText | null;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  /** Rows that are not blank, the header not counted. */
  readonly rows: {
    readonly total: number;
    readonly done: number;
    /** Those whose case fits. */
    readonly taken: number;
    readonly refused: number;
  };
  /** Of the cases that fit; of a dry run, what keeping them would come to. */
  readonly cases: CaseCounts;
  /** Findings that keep nothing out. */
  readonly warnings: number;
  /** Of the corrected cases, those on which a decision stands; it stays as it was. */
  readonly decided: number;
  readonly columns: readonly ImportColumn[];
  readonly leftOut: readonly string[];
  readonly unmatched: readonly SheetProblem[];
  /** Columns that are not recognised: nothing is kept until each is mapped or left out. */
  readonly unsettled: readonly SheetProblem[];
};

/** An import with a page of its findings. */
export type ImportPage = ImportView & {
  readonly findings: readonly ImportFinding[];
  /** Where the next page begins; null on the last one so far. */
  readonly next: string | null;
};

export function importView(row: ImportRow): ImportView {
  const report = JSON.parse(row.report) as ImportReport;
  const { columns, leftOut, unmatched, unsettled = [], cases, warnings = 0, decided = 0, failure } = report;
  return {
    id: row.id,
    policy: row.policy_id,
    fileName: row.file_name,
    fileHash: row.file_hash,
    dryRun: row.is_dry_run === 1,
    state: row.state,
    failure: row.state === "failed" ? (failure ?? WENT_SILENT) : null,
    createdAt: new Date(row.created_at).toISOString(),
    rows: {
      total: row.rows_total,
      done: row.rows_done,
      taken: row.rows_taken,
      refused: row.rows_done - row.rows_taken,
    },
    cases,
    warnings,
    decided,
    columns,
    leftOut,
    unmatched,
    unsettled,
  };
}

const WENT_SILENT: LocalizedText = {
  en: "the process that read the file ended before it was through; what was taken so far stays, and sending the same file again adds nothing twice",
  zh: "读取文件的进程中途结束；此前导入的案件均已保留，重新提交同一文件不会重复导入",
};
