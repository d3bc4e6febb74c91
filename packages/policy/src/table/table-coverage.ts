import type { CatalogueEntry, DecisionTable, FactValue, LocalizedText, Policy } from "@evenhand/domain";
import type { Box } from "./box.ts";
import type { TableContext } from "./input-domain.ts";
import { NO_SEGMENTS, hasSegment, membersOf } from "./segment-set.ts";
import { exampleFacts, exampleText, regionText, segmentText } from "./region-text.ts";
import type { RowBox, TableModel } from "./table-model.ts";
import { modelOf } from "./table-model.ts";
import type { Unchecked } from "./table-findings.ts";
import { findingsOf } from "./table-findings.ts";

/** A part of a table's input: for each axis the indexes of its segments, ascending, and every combination of them. */
export type Region = {
  readonly segments: readonly (readonly number[])[];
  /** What the region restricts, in words. */
  readonly text: LocalizedText;
  /** One case of it in words, where `text` does not already name it; empty otherwise. */
  readonly exampleText: LocalizedText;
  /** A value of every input that lies in the region, in the units of a case. */
  readonly example: Readonly<Record<string, FactValue>>;
};

/** One input, cut where the table's cells cut it. */
export type CoverageAxis = {
  readonly fact: string;
  readonly label: LocalizedText;
  readonly segments: readonly {
    readonly text: LocalizedText;
    /** The segment of a case that does not state the input. */
    readonly unknown: boolean;
    /** The ids of the rows whose cell on this input holds here. */
    readonly rows: readonly string[];
  }[];
};

/** What a coverage map draws: the axes, where rows hold, and what is wrong. */
export type TableCoverage = {
  readonly axes: readonly CoverageAxis[];
  /** Known inputs that no row holds of. A table that is `partial` has them too; there they are meant. */
  readonly gaps: readonly Region[];
  /** How many gaps there are beyond those given. */
  readonly moreGaps: number;
  /** Under hit policy `unique`: pairs of rows, the upper one first. */
  readonly overlaps: readonly {
    readonly rows: readonly [string, string];
    readonly regions: readonly Region[];
  }[];
  readonly moreOverlaps: number;
  /** Rows that never decide anything. */
  readonly unreachable: readonly string[];
  /** Rows with a cell that nothing can satisfy, and the column of each such cell. */
  readonly empty: readonly { readonly row: string; readonly column: number }[];
  /** What could not be checked; findings that are given stand nonetheless. */
  readonly unchecked: readonly Unchecked[];
};

/** A table that is only begun can have thousands; they are counted, and the first of them described. */
const MOST_REGIONS = 200;

/**
 * How the rows of a table share out its input, over the whole table and not column by column. Numbers are told apart
 * exactly: "up to 2,000.00" and "from 2,000.01" leave no gap between them in money. `undefined` for a table that is not
 * well formed (an unknown or repeated input, a row of another width), which the validator reports.
 *
 * @example
 * // rows: claims up to 2,000.00 and claims from 5,000.00
 * tableCoverage(table, policy, catalogueOf(policy))?.gaps[0]?.text.en // "claim above 2,000.00 and below 5,000.00"
 */
export function tableCoverage(
  table: DecisionTable,
  policy: Policy,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): TableCoverage | undefined {
  const context: TableContext = { policy, catalogue };
  const model = modelOf(table, context);
  if (!model) return undefined;
  const findings = findingsOf(table, model);
  const region = (box: Box): Region => regionOf(box, model, context);
  return {
    axes: axesOf(model, context),
    gaps: findings.gaps.slice(0, MOST_REGIONS).map(region),
    moreGaps: Math.max(0, findings.gaps.length - MOST_REGIONS),
    overlaps: findings.overlaps.slice(0, MOST_REGIONS).map(({ rows: [upper, lower], boxes }) => ({
      rows: [idOf(upper), idOf(lower)],
      regions: boxes.slice(0, MOST_REGIONS).map(region),
    })),
    moreOverlaps: Math.max(0, findings.overlaps.length - MOST_REGIONS),
    unreachable: findings.unreachable.map(idOf),
    empty: findings.empty.map(({ row, column }) => ({ row: idOf(row), column })),
    unchecked: findings.unchecked,
  };
}

/**
 * The rows that hold where one segment is taken of each axis, in table order: the cell of a coverage map. Under hit
 * policy `first` the first of them decides.
 *
 * @example
 * rowsAt(coverage, [1, 0]) // ["mid-first-time"]
 */
export function rowsAt(coverage: TableCoverage, segments: readonly number[]): readonly string[] {
  const held = coverage.axes.map((axis, index) => axis.segments[segments[index] ?? -1]?.rows ?? []);
  const [first = [], ...others] = held;
  return first.filter((row) => others.every((rows) => rows.includes(row)));
}

function regionOf(box: Box, { axes }: TableModel, context: TableContext): Region {
  const where = { axes, context };
  return {
    segments: box.map(membersOf),
    text: regionText(box, where),
    exampleText: exampleText(box, where),
    example: exampleFacts(box, where),
  };
}

function axesOf({ axes, rows }: TableModel, context: TableContext): readonly CoverageAxis[] {
  return axes.map((axis, column) => ({
    fact: axis.fact,
    label: axis.entry.label,
    segments: axis.segments.map((segment, index) => ({
      text: segmentText(segment, axis, context),
      unknown: segment.kind === "unknown",
      rows: rows.filter(({ box }) => hasSegment(box?.[column] ?? NO_SEGMENTS, index)).map(idOf),
    })),
  }));
}

function idOf({ row }: RowBox): string {
  return row.id;
}
