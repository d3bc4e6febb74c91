import { type Problem, type RefusalCode, canonicalJson, pointer } from "@evenhand/domain";
import { type RowsAsCase, type SheetProblem, placeInSheet } from "@evenhand/sheets";
import { checkCase } from "../cases/check-case.ts";
import type { CaseToStore } from "../cases/store-case.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { ImportFinding } from "./import-report.ts";
import { slipsInRows } from "./row-warnings.ts";

/** Rows that make a case that fits, or what keeps them from it. */
export type CheckedRows = FittingRows | RefusedRows;
export type FittingRows = {
  readonly rows: number;
  readonly case: CaseToStore;
  readonly found: Extract<RowsAsCase, { readonly places: unknown }>;
  /** What to look at in them all the same. */
  readonly warnings: readonly ImportFinding[];
};
export type RefusedRows = { readonly rows: number; readonly findings: readonly ImportFinding[] };

/** Checks what was read from rows as an evaluation would, and tells what does not fit by its cell. */
export function checkRows(
  rules: Rulebook,
  found: RowsAsCase,
  { policy, at }: { readonly policy: string; readonly at: number },
): CheckedRows {
  const rows = found.rowNumbers.length;
  if ("problems" in found) return { rows, findings: found.problems.map((problem) => inCase(found, problem)) };
  const size = new TextEncoder().encode(canonicalJson(found.case)).length;
  const checked =
    size > REQUEST_LIMITS.maxBytes
      ? { refusal: { problems: [TOO_LARGE] } }
      : checkCase(rules, { policy, case: found.case, at });
  if ("refusal" in checked) return refusedRows(found, checked.refusal.problems);
  const { warnings, ...fitting } = checked;
  return { rows, case: fitting, found, warnings: slipsInRows(found, { policy: checked.policy, warnings }) };
}

/** Rows whose case is kept out, each problem told by its cell. */
export function refusedRows(
  found: FittingRows["found"],
  problems: readonly Problem<SheetProblem["code"]>[],
): RefusedRows {
  return {
    rows: found.rowNumbers.length,
    findings: problems.map((problem) => inCase(found, inSheet(found, problem))),
  };
}

function inSheet(
  found: FittingRows["found"],
  { at, help, ...problem }: Problem<SheetProblem["code"]>,
): SheetProblem {
  const { seen: _, ...place } = placeInSheet(found, at);
  const { row = 0, column } = place;
  // A request may name a version; a row cannot.
  const mend = help && problem.code !== "before-first-version" ? { help } : {};
  const pointed = column === undefined ? pointer("rows", row) : pointer("rows", row, column);
  return { ...problem, ...mend, at: pointed, ...place };
}

function inCase({ rowNumbers }: RowsAsCase, problem: SheetProblem): ImportFinding {
  return rowNumbers.length > 1 ? { ...problem, caseRows: rowNumbers } : problem;
}

/** Whatever is imported can also be decided, and a request is kept to this. */
const TOO_LARGE: Problem<RefusalCode> = {
  code: "too-large",
  at: "/case",
  message: {
    en: `the case is larger than ${REQUEST_LIMITS.maxBytes / 1024} KiB`,
    zh: `案件内容超过${REQUEST_LIMITS.maxBytes / 1024}KiB`,
  },
  help: { en: "shorten its texts", zh: "请缩短其中的文本" },
};
