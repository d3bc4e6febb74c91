import { type Region, type TableCoverage, rowsAt } from "@evenhand/policy";

/** What a map shows where one segment is taken of each axis. Rows are named as people count them. */
export type MapCell =
  | { readonly kind: "hole" | "meant" | "notAsked" }
  | { readonly kind: "row"; readonly rows: readonly [number] }
  | { readonly kind: "overlap"; readonly rows: readonly number[] };

/** How a coverage map reads one table. */
export type MapOf = {
  readonly coverage: TableCoverage;
  /** The ids of the rows, in their order. */
  readonly rowIds: readonly string[];
  readonly isFirst: boolean;
  readonly isPartial: boolean;
};

export function mapCell(
  segments: readonly number[],
  { coverage, rowIds, isFirst, isPartial }: MapOf,
): MapCell {
  const rows = rowsAt(coverage, segments).map((id) => rowIds.indexOf(id) + 1);
  const [first] = rows;
  if (coverage.gaps.some((gap) => liesIn(segments, gap))) return { kind: isPartial ? "meant" : "hole" };
  if (first === undefined) return { kind: "notAsked" };
  const isShared = coverage.overlaps.some(({ regions }) =>
    regions.some((region) => liesIn(segments, region)),
  );
  return isShared && !isFirst ? { kind: "overlap", rows } : { kind: "row", rows: [first] };
}

function liesIn(segments: readonly number[], region: Region): boolean {
  return region.segments.every((members, axis) => members.includes(segments[axis] ?? -1));
}
