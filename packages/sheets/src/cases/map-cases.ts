import { alikeKey, knownDeclarations, quote, requiredOf } from "@evenhand/domain";
import { type SheetProblem, sheetProblem } from "../problem.ts";
import { type Sheet, type SheetRow, shownText } from "../read/sheet.ts";
import { type CasePlan, type RowsAsCase, combineRows } from "./combine-rows.ts";
import { type MappedColumn, matchColumns } from "./match-columns.ts";
import type { ColumnMap } from "./mapping.ts";
import { type RowPlan, readRow, referenceIn } from "./read-row.ts";
import { type PolicyForCases, factTargets } from "./target.ts";

/** What the columns were taken for, and the cases that the rows make, or why none can be read. */
export type MappedCases = {
  readonly columns: readonly MappedColumn[];
  /** Columns that the map leaves out, by their headers. */
  readonly leftOut: readonly string[];
  /** Columns that are known never to be read. */
  readonly warnings: readonly SheetProblem[];
  /**
   * Columns with something below them of which nobody knows what it is. The cases can be read, to see what else there is,
   * but none may be kept: what was passed over may be what decides.
   */
  readonly unsettled: readonly SheetProblem[];
} & (
  | { readonly problems: readonly SheetProblem[] }
  | {
      /** Rows that are not blank, the header not counted. */
      readonly rowCount: number;
      /** References among them; a row without one is none. */
      readonly caseCount: number;
      /** Every row in exactly one of these, read from the sheet anew at every call. */
      readonly cases: () => AsyncIterable<RowsAsCase>;
    }
);

/**
 * Reads cases from a sheet. Each row is a case, or a party of one: rows with the same reference, wherever they stand, are
 * one case, which comes when its last row does. What does not fit keeps its own case out and no other.
 *
 * The sheet is gone through once before anything is given out, so that a file that breaks off or is too large is refused
 * as a whole; of all that, only the references are kept. Refused as a whole too is a sheet whose columns are unclear, or
 * that has none for the reference or for a fact that every case must state.
 */
export async function mapCases(
  policy: PolicyForCases,
  sheet: Sheet,
  map: ColumnMap = {},
): Promise<MappedCases> {
  const { problems, unsettled: unknown, ...matched } = matchColumns(policy, sheet.header, map);
  const all = { ...matched, unsettled: unknown.map(({ problem }) => problem) };
  const missing = missingColumns(policy, matched.columns);
  if (problems.length + missing.length > 0) return { ...all, problems: [...problems, ...missing] };
  const counted = await countRows(sheet, matched.columns);
  if ("problem" in counted) return { ...all, problems: [counted.problem] };
  const used = unknown.filter(({ index }) => counted.usedColumns.has(index));
  const match = { ...matched, unsettled: used.map(({ problem }) => problem) };
  const plan = {
    columns: match.columns,
    headed: sheet.header.cells.map((cell) => cell !== null),
    setting: policy,
    declarations: knownDeclarations(policy),
  };
  return {
    ...match,
    rowCount: counted.rowCount,
    caseCount: counted.rowsByReference.size,
    cases: () => casesOf(sheet, plan, counted.rowsByReference),
  };
}

async function* casesOf(
  sheet: Sheet,
  plan: RowPlan & CasePlan,
  rowsByReference: ReadonlyMap<string, number>,
): AsyncGenerator<RowsAsCase, void> {
  const waiting = new Map<string, SheetRow[]>();
  const first = firstOfAlike(rowsByReference.keys());
  for await (const batch of sheet.batches()) {
    // The same bytes were gone through before without a problem.
    if ("problem" in batch) throw new Error(`the sheet changed while it was read: ${batch.problem.code}`);
    for (const row of batch.rows) {
      const reference = referenceIn(row, plan.columns);
      if (reference === undefined) {
        yield { rowNumbers: [row.number], problems: readRow(row, plan).problems };
        continue;
      }
      const rows = waiting.get(reference) ?? [];
      rows.push(row);
      waiting.set(reference, rows);
      if (rows.length < (rowsByReference.get(reference) ?? 1)) continue;
      waiting.delete(reference);
      const other = first.get(alikeKey(reference));
      if (other !== undefined && other !== reference) yield almostTheSame(reference, other, rows);
      else
        yield rows.length > MOST_ROWS_OF_A_CASE
          ? tooManyRowsOfACase(reference, rows)
          : combineRows(
              plan,
              rows.map((one) => readRow(one, plan)),
            );
    }
  }
}

/** The references of a sheet, by what people would take for one: the one that comes first. */
function firstOfAlike(references: Iterable<string>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const reference of references) {
    const key = alikeKey(reference);
    if (!first.has(key)) first.set(key, reference);
  }
  return first;
}

function almostTheSame(reference: string, other: string, rows: readonly SheetRow[]): RowsAsCase {
  const rowNumbers = rows.map(({ number }) => number);
  const problem = sheetProblem(
    {
      code: "similar-id",
      en: `${quote(reference)} differs from ${quote(other)} above only in letter case, width or blanks`,
      zh: `${quote(reference)}与前面的${quote(other)}仅大小写、全半角或空格不同`,
      help: {
        en: "rows of one case have the same reference; give another case another one",
        zh: "同一案件的各行编号须一致；不同案件请使用不同的编号",
      },
    },
    { row: rowNumbers[0] ?? 0 },
  );
  return { rowNumbers, problems: [problem] };
}

/** As many as an evaluation takes parties. */
const MOST_ROWS_OF_A_CASE = 200;

function tooManyRowsOfACase(reference: string, rows: readonly SheetRow[]): RowsAsCase {
  const rowNumbers = rows.map(({ number }) => number);
  const problem = sheetProblem(
    {
      code: "too-many",
      en: `${rows.length} rows have the reference ${quote(reference)}, more than the ${MOST_ROWS_OF_A_CASE} of a case`,
      zh: `共有${rows.length}行的编号为${quote(reference)}，超过每件案件的${MOST_ROWS_OF_A_CASE}行`,
      help: {
        en: "each row of a case is one of its parties; give every case a reference of its own",
        zh: "同一案件每行为一个当事方，请为每件案件填写各自的编号",
      },
    },
    { row: rowNumbers[0] ?? 0 },
  );
  return { rowNumbers, problems: [problem] };
}

async function countRows(
  sheet: Sheet,
  columns: readonly MappedColumn[],
): Promise<
  | {
      readonly rowCount: number;
      readonly rowsByReference: ReadonlyMap<string, number>;
      /** Columns with anything below their headers. */
      readonly usedColumns: ReadonlySet<number>;
    }
  | { readonly problem: SheetProblem }
> {
  const rowsByReference = new Map<string, number>();
  const usedColumns = new Set<number>();
  let rowCount = 0;
  for await (const batch of sheet.batches()) {
    if ("problem" in batch) return batch;
    rowCount += batch.rows.length;
    for (const row of batch.rows) {
      row.cells.forEach((cell, index) => {
        if (cell !== null && shownText(cell).trim() !== "") usedColumns.add(index);
      });
      const reference = referenceIn(row, columns);
      if (reference !== undefined) rowsByReference.set(reference, (rowsByReference.get(reference) ?? 0) + 1);
    }
  }
  return { rowCount, rowsByReference, usedColumns };
}

/** What every row would lack. Facts of parties are asked for only where there is a column that names one. */
function missingColumns(policy: PolicyForCases, columns: readonly MappedColumn[]): readonly SheetProblem[] {
  const present = new Set(columns.map(({ target }) => target.name));
  const missing: SheetProblem[] = [];
  if (!present.has("reference"))
    missing.push(noColumn("missing-field", "reference", { en: "reference of the case", zh: "案件编号" }));
  const kind = present.has("party.kind") ? undefined : "person";
  for (const { target } of factTargets(policy)) {
    if (target.kind !== "fact" || present.has(target.name)) continue;
    const isAsked =
      target.scope === "case"
        ? requiredOf(target.declaration, undefined)
        : present.has("party.id") && requiredOf(target.declaration, kind);
    if (isAsked) missing.push(noColumn("missing-fact", target.name, target.label));
  }
  if (!present.has("party.id")) {
    const [column] = columns.filter(({ target }) => target.name.startsWith("party."));
    if (column)
      missing.push(
        noColumn("missing-field", "party.id", {
          en: "staff number or id of the party",
          zh: "工号或当事方编号",
        }),
      );
  }
  return missing;
}

function noColumn(
  code: "missing-field" | "missing-fact",
  name: string,
  label: { readonly en: string; readonly zh: string },
): SheetProblem {
  return sheetProblem({
    code,
    en: `no column holds \`${name}\` (${label.en})`,
    zh: `没有对应\`${name}\`（${label.zh}）的列`,
    help: {
      en: `name a column \`${label.en}\` or \`${label.zh}\`, or say which one it is, as \`<header>=${name}\``,
      zh: `请将列名写为\`${label.zh}\`，或指明对应的列，如\`<列名>=${name}\``,
    },
  });
}
