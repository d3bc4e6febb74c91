import type { Diagnostic } from "@evenhand/domain";
import {
  type TableCoverage,
  type TableInPolicy,
  analyseTable,
  rowsCovering,
  rowsWithout,
  tableCoverage,
  toldBy,
} from "@evenhand/policy";
import { type Json, type JsonObject, stepsOf } from "../../../document/pointer.ts";
import type { Fix } from "./fix.ts";
import { tableIn } from "./table-in-document.ts";

/** What the analysis of a table finds, and how each finding can be mended. */
export type TableAnalysis = {
  readonly coverage: TableCoverage;
  readonly findings: readonly { readonly diagnostic: Diagnostic; readonly fixes: readonly Fix[] }[];
};

/** Looks at a table of a draft as a whole; `undefined` where it is not well formed. It may take a good part of a second. */
export function analysisOf(document: JsonObject, id: string): TableAnalysis | undefined {
  const where = tableIn(document, id);
  const coverage = where && tableCoverage(where.table, where.policy, where.catalogue);
  if (!where || !coverage) return undefined;
  const diagnostics = analyseTable(where.table, id, where.policy, where.catalogue);
  return {
    coverage,
    findings: diagnostics.map((diagnostic) => ({
      diagnostic,
      fixes: fixesIn({ ...where, id, coverage }, diagnostic),
    })),
  };
}

/** How a finding about a table of a draft can be mended; of any other finding, in no way that is known here. */
export function fixesOf(diagnostic: Diagnostic, document: JsonObject): readonly Fix[] {
  const [section, id] = stepsOf(diagnostic.at);
  const where = section === "tables" && id !== undefined ? tableIn(document, id) : undefined;
  const coverage = where && tableCoverage(where.table, where.policy, where.catalogue);
  return where && coverage && id !== undefined ? fixesIn({ ...where, id, coverage }, diagnostic) : [];
}

type Looked = TableInPolicy & { readonly id: string; readonly coverage: TableCoverage };

function fixesIn(looked: Looked, diagnostic: Diagnostic): readonly Fix[] {
  const told = toldBy(diagnostic, looked);
  if (!told) return [];
  const { id: table } = looked;
  if ("gap" in told) {
    const rows = rowsCovering(told.gap, looked);
    const meant: Fix = { kind: "meant", table };
    return rows && rows.length > 0 ? [{ kind: "addRows", table, rows: asJson(rows) }, meant] : [meant];
  }
  const [upper, lower] = told.overlap.rows;
  return [
    ...takeOut({ row: upper, other: lower }, looked),
    ...takeOut({ row: lower, other: upper }, looked),
    { kind: "upperWins", table },
  ];
}

/** A row that holds only where the other does is left alone: nothing would be left of it. */
function takeOut(given: { readonly row: string; readonly other: string }, looked: Looked): readonly Fix[] {
  const rows = rowsWithout(given, looked);
  if (!rows || rows.length === 0) return [];
  const placeOf = (id: string): number => looked.table.rows.findIndex((row) => row.id === id) + 1;
  const { row, other } = given;
  return [
    {
      kind: "takeOut",
      table: looked.id,
      id: row,
      row: placeOf(row),
      other: placeOf(other),
      rows: asJson(rows),
    },
  ];
}

function asJson(rows: readonly (readonly unknown[])[]): readonly (readonly Json[])[] {
  // INVARIANT: cells are JSON.
  return rows as readonly (readonly Json[])[];
}
