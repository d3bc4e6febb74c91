import { PARAMETER_PREFIX, type Policy, type RangeCell, type Rule, isFactReference } from "@evenhand/domain";

type Figures = Pick<Policy, "tables" | "parameters">;

/**
 * How high each level of approval stands under a version, the lowest 0. A policy does not say it in so many words, so it is
 * read off its authority rules: a higher priority stands above a lower one; within a table the row that begins at a larger
 * amount above the one that begins at a smaller; else what stands later above what stands earlier.
 *
 * @example levelRanks(manufacturerComplaints1).get("deputy-general-manager") // 1
 */
export function levelRanks({
  policy,
  rules,
}: {
  readonly policy: Figures;
  readonly rules: readonly Rule[];
}): ReadonlyMap<string, number> {
  const places = rules.flatMap((rule, order) => placeOf(rule, order, policy));
  const ranked = places.toSorted(
    (left, right) =>
      left.priority - right.priority ||
      left.group - right.group ||
      Math.sign(left.beginsAt - right.beginsAt) ||
      left.order - right.order,
  );
  return new Map([...new Set(ranked.map(({ level }) => level))].map((level, rank) => [level, rank]));
}

type Place = {
  readonly level: string;
  readonly priority: number;
  /** The place of the table among the tables; −1 for a rule that stands by itself. */
  readonly group: number;
  /** The least amount of a row; 0 where it names none. */
  readonly beginsAt: number;
  readonly order: number;
};

function placeOf({ id, rule }: Rule, order: number, policy: Figures): readonly Place[] {
  if (rule.event.type !== "authority") return [];
  const [tableId = "", rowId] = id.split("#");
  const row = rowId === undefined ? undefined : policy.tables[tableId]?.rows.find((one) => one.id === rowId);
  const ranges = (row?.when ?? []).filter((cell) => cell !== null && isRange(cell));
  const [range] = ranges;
  return [
    {
      level: rule.event.params.level,
      priority: rule.priority ?? 1,
      group: row ? Object.keys(policy.tables).indexOf(tableId) : -1,
      beginsAt: range ? figureOf(range.atLeast ?? range.above ?? 0, policy) : 0,
      order,
    },
  ];
}

function isRange(cell: object): cell is RangeCell {
  return ["atLeast", "above", "below", "atMost"].some((end) => end in cell);
}

function figureOf(value: NonNullable<RangeCell["atLeast"]>, { parameters }: Figures): number {
  if (!isFactReference(value)) return value;
  const figure = parameters[value.fact.slice(PARAMETER_PREFIX.length)]?.value;
  return typeof figure === "number" ? figure : 0;
}
