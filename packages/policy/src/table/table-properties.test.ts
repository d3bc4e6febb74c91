import type { Cell, DecisionTable, Literal, RangeCell } from "@evenhand/domain";
import { catalogueOf } from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Axis, Segment } from "./axis.ts";
import type { Box } from "./box.ts";
import { compileTable } from "./compile-table.ts";
import { fact, holds, samplePolicy, sampleTable } from "./sample-table.ts";
import { NO_SEGMENTS, hasSegment } from "./segment-set.ts";
import { rowsAt, tableCoverage } from "./table-coverage.ts";
import { findingsOf } from "./table-findings.ts";
import { modelOf } from "./table-model.ts";

/** The titles print it; `SEED=… npm test` draws other tables. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);

const POLICY = samplePolicy({
  facts: {
    case: {
      money: fact("money"),
      whole: fact("integer", "integer", { required: false }),
      rate: fact("rate"),
      truth: fact("boolean"),
      listed: fact("enum", "enum", {
        values: { a: { en: "a", zh: "甲" }, b: { en: "b", zh: "乙" } },
        required: false,
      }),
      open: fact("text", "text"),
    },
    party: {},
  },
});
const CATALOGUE = catalogueOf(POLICY);
const CONTEXT = { policy: POLICY, catalogue: CATALOGUE };

type InputName = "money" | "whole" | "rate" | "truth" | "listed" | "open";
type Facts = Readonly<Record<string, Literal | null>>;

/** Figures that tables of a type are drawn from, few and close together so that ends meet, and a step between them. */
const FIGURES = {
  money: { values: [0, 1, 2, 100, 101], step: 1 },
  whole: { values: [-1, 0, 1, 2, 5], step: 1 },
  rate: { values: [0, 0.3, 0.300001, 1], step: 0.000001 },
};

/** Every value that any table here can tell from another, and the unknown where it may be. */
const POINTS: Readonly<Record<InputName, readonly (Literal | null)[]>> = {
  money: [0, 1, 2, 3, 99, 100, 101, 102, 5000],
  whole: [null, -7, -2, -1, 0, 1, 2, 3, 4, 5, 6, 90],
  rate: [0, 0.000001, 0.299999, 0.3, 0.300001, 0.300002, 0.999999, 1],
  truth: [true, false],
  listed: [null, "a", "b"],
  open: ["x", "y", "z", "else"],
};

describe(`a complete grid of rows that do not meet, seed ${SEED}`, () => {
  it("has no finding, and without one of its rows exactly that row is the gap", () => {
    fc.assert(
      fc.property(grids, fc.nat(), (grid, pick) => {
        const whole = tableCoverage(grid.table, POLICY, CATALOGUE);
        expect(whole).toMatchObject({ gaps: [], overlaps: [], unreachable: [], empty: [], unchecked: [] });

        const missing = pick % grid.table.rows.length;
        const left = { ...grid.table, rows: grid.table.rows.filter((_, index) => index !== missing) };
        if (left.rows.length === 0) return;
        const model = modelOf(left, CONTEXT);
        const gaps = model && findingsOf(left, model).gaps;
        expect(gaps).toHaveLength(1);
        const [removed] = compileTable("grid", {
          ...grid.table,
          rows: grid.table.rows.slice(missing, missing + 1),
        });
        for (const facts of pointsOf(grid.table)) {
          const isKnown = Object.values(facts).every((value) => value !== null);
          const isGap = isKnown && isIn(gaps?.[0] ?? [], model?.axes ?? [], facts);
          expect(isGap).toBe(
            isKnown && removed !== undefined && holds(removed.rule.conditions, facts, POLICY),
          );
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("with a row doubled overlaps in that row and nowhere else", () => {
    fc.assert(
      fc.property(grids, fc.nat(), ({ table }, pick) => {
        const row = table.rows[pick % table.rows.length];
        if (!row) return;
        const doubled = { ...table, rows: [...table.rows, { ...row, id: "double" }] };
        const coverage = tableCoverage(doubled, POLICY, CATALOGUE);
        expect(coverage?.overlaps.map(({ rows }) => rows)).toEqual([[row.id, "double"]]);
        expect(coverage?.overlaps[0]?.regions).toHaveLength(1);
        expect(coverage?.gaps).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe(`findings of any table agree with its compiled rules at every point, seed ${SEED}`, () => {
  it("gaps, overlaps and rows that decide nothing", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const model = modelOf(table, CONTEXT);
        if (!model) throw new Error("the table is well formed");
        const findings = findingsOf(table, model);
        expect(findings.unchecked).toEqual([]);
        const rules = compileTable("any", table);
        const firing = new Set<string>();
        for (const facts of pointsOf(table)) {
          const fired = rules
            .filter(({ rule }) => holds(rule.conditions, facts, POLICY))
            .map(({ id }) => id.replace("any#", ""));
          for (const id of fired) firing.add(id);
          const isKnown = Object.values(facts).every((value) => value !== null);
          const isAsked = table.when === undefined || holds(table.when, facts, POLICY);
          const gaps = findings.gaps.filter((gap) => isIn(gap, model.axes, facts));
          expect(gaps.length).toBe(isKnown && isAsked && fired.length === 0 ? 1 : 0);
          const told = findings.overlaps.filter(({ boxes }) =>
            boxes.some((box) => isIn(box, model.axes, facts)),
          );
          const pairs =
            table.hitPolicy === "first" ? 0 : fired.flatMap((_, index) => fired.slice(index + 1)).length;
          expect(told.length).toBe(pairs);
        }
        const silent = new Set([
          ...findings.unreachable.map(({ row }) => row.id),
          ...findings.empty.map(({ row }) => row.row.id),
        ]);
        expect(table.rows.filter(({ id }) => silent.has(id)).map(({ id }) => id)).toEqual(
          table.rows.filter(({ id }) => !firing.has(id)).map(({ id }) => id),
        );
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it("under hit policy `first` exactly the upper row of those that hold", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const first = compileTable("t", { ...drawn, hitPolicy: "first" });
        const each = compileTable("t", { ...drawn, hitPolicy: "unique" });
        for (const facts of pointsOf(drawn)) {
          const upper = each.find(({ rule }) => holds(rule.conditions, facts, POLICY));
          const fired = first.filter(({ rule }) => holds(rule.conditions, facts, POLICY));
          expect(fired.map(({ id }) => id)).toEqual(upper ? [upper.id] : []);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("a coverage map's cells name the rows that hold there, and examples lie where they are said to", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const model = modelOf(table, CONTEXT);
        const coverage = tableCoverage(table, POLICY, CATALOGUE);
        if (!model || !coverage) throw new Error("the table is well formed");
        const { when, ...unasked } = table;
        const cells = compileTable("t", { ...unasked, hitPolicy: "unique" }).map((rule, index) => ({
          rule,
          id: table.rows[index]?.id,
        }));
        for (const facts of pointsOf(table)) {
          const cell = model.axes.map((axis) =>
            axis.segments.findIndex((segment) => lies(segment, facts[axis.fact] ?? null, axis)),
          );
          const held = cells
            .filter(({ rule }) => holds(rule.rule.conditions, facts, POLICY))
            .map(({ id }) => id);
          expect(rowsAt(coverage, cell)).toEqual(held);
        }
        const isAsked = (facts: Facts) => when === undefined || holds(when, facts, POLICY);
        const isGap = (facts: Facts) =>
          isAsked(facts) && cells.every(({ rule }) => !holds(rule.rule.conditions, facts, POLICY));
        expect(coverage.gaps.every(({ example }) => isGap(example as Facts))).toBe(true);
        for (const { rows, regions } of coverage.overlaps) {
          const pair = cells.filter(({ id }) => id !== undefined && rows.includes(id));
          const bothHold = (facts: Facts) =>
            isAsked(facts) && pair.every(({ rule }) => holds(rule.rule.conditions, facts, POLICY));
          expect(regions.every(({ example }) => bothHold(example as Facts))).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

const someInputs = fc.uniqueArray(
  fc.constantFrom<InputName>("money", "whole", "rate", "truth", "listed", "open"),
  { minLength: 1, maxLength: 3 },
);

/** Rows for every combination of one cut of each input. */
const grids = someInputs.chain((inputs) =>
  fc.tuple(...inputs.map((input) => partition(input))).map((columns) => {
    const rows = columns.reduce<readonly (readonly Cell[])[]>(
      (sofar, cells) => sofar.flatMap((row) => cells.map((cell) => [...row, cell])),
      [[]],
    );
    return { table: sampleTable(inputs, Object.fromEntries(rows.map((row, index) => [`r${index}`, row]))) };
  }),
);

function partition(input: InputName): fc.Arbitrary<readonly Cell[]> {
  if (input === "truth") return fc.constant([{ is: true }, { is: false }]);
  if (input === "listed")
    return fc.constantFrom<readonly Cell[]>([{ is: "a" }, { is: "b" }], [{ oneOf: ["b", "a"] }]);
  if (input === "open") return fc.constant([null]);
  const { values, step } = FIGURES[input];
  const inner = input === "whole" ? values : values.slice(1, input === "rate" ? -1 : undefined);
  return fc
    .array(fc.tuple(fc.constantFrom(...inner), fc.boolean(), fc.boolean()), { maxLength: 3 })
    .map((cuts) => {
      const sorted = [...new Map(cuts.map((cut) => [cut[0], cut])).values()].toSorted((a, b) => a[0] - b[0]);
      const starts = [undefined, ...sorted];
      // An end is written open or closed, at one figure or at its neighbour; all of these meet.
      return starts.flatMap((cut, index): readonly Cell[] => {
        const next = sorted[index];
        const from: RangeCell =
          cut === undefined ? {} : cut[1] ? { atLeast: cut[0] } : { above: before(cut[0], step) };
        const to: RangeCell =
          next === undefined ? {} : next[2] ? { below: next[0] } : { atMost: before(next[0], step) };
        const cell = { ...from, ...to };
        return [Object.keys(cell).length === 0 ? (input === "whole" ? { atLeast: -1_000_000 } : null) : cell];
      });
    })
    .map((cells) => (input === "whole" && cells.length === 1 ? [null] : cells));
}

function before(value: number, step: number): number {
  return Math.round((value - step) * 1e6) / 1e6;
}

const tables: fc.Arbitrary<DecisionTable> = someInputs.chain((inputs) =>
  fc
    .record({
      rows: fc.array(fc.tuple(...inputs.map((input) => cellsOf(input))), { minLength: 1, maxLength: 7 }),
      hitPolicy: fc.constantFrom("unique" as const, "first" as const),
      when: fc.option(whens(inputs), { nil: undefined }),
    })
    .map(({ rows, hitPolicy, when }) =>
      sampleTable(inputs, Object.fromEntries(rows.map((row, index) => [`r${index}`, row])), {
        hitPolicy,
        ...(when && { when }),
      }),
    ),
);

function cellsOf(input: InputName): fc.Arbitrary<Cell> {
  const common: readonly fc.Arbitrary<Cell>[] = [fc.constant(null), fc.constant({ unknown: true } as const)];
  if (input === "truth")
    return fc.oneof(...common, fc.constantFrom<Cell>({ is: true }, { is: false }, { oneOf: [true, false] }));
  if (input === "listed")
    return fc.oneof(...common, fc.constantFrom<Cell>({ is: "a" }, { is: "b" }, { oneOf: ["a", "b"] }));
  if (input === "open")
    return fc.oneof(...common, fc.constantFrom<Cell>({ is: "x" }, { oneOf: ["x", "y"] }, { is: "z" }));
  const figure = fc.constantFrom(...FIGURES[input].values);
  const ends = fc.tuple(
    fc.constantFrom("atLeast", "above"),
    fc.constantFrom("below", "atMost"),
    figure,
    figure,
  );
  return fc.oneof(
    ...common,
    figure.map((value): Cell => ({ is: value })),
    fc.uniqueArray(figure, { minLength: 1, maxLength: 2 }).map((oneOf): Cell => ({ oneOf })),
    ends.map(([from, , value]): Cell => ({ [from]: value })),
    ends.map(([, to, value]): Cell => ({ [to]: value })),
    ends.map(([from, to, value, other]): Cell => ({
      [from]: Math.min(value, other),
      [to]: Math.max(value, other),
    })),
  );
}

/** Conditions on the table's own inputs, since only there is it certain that no row is asked. */
function whens(inputs: readonly InputName[]): fc.Arbitrary<NonNullable<DecisionTable["when"]>> {
  const comparison = fc.constantFrom(...inputs).chain((input) => {
    const figures: readonly Literal[] | undefined =
      input in FIGURES ? FIGURES[input as keyof typeof FIGURES].values : undefined;
    const values = figures ?? POINTS[input].filter((value) => value !== null);
    const operators =
      typeof values[0] === "number"
        ? (["lessThan", "greaterThanInclusive", "notEqual"] as const)
        : (["equal", "notEqual"] as const);
    return fc.oneof(
      fc.record({
        fact: fc.constant(input),
        operator: fc.constantFrom(...operators),
        value: fc.constantFrom(...values),
      }),
      fc.record({
        fact: fc.constant(input),
        operator: fc.constantFrom("equal" as const, "notEqual" as const),
        value: fc.constant(null),
      }),
    );
  });
  const parts = fc.array(comparison, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    parts.map((any) => ({ not: { any } })),
    parts.map((all) => ({ not: { all } })),
  );
}

function pointsOf({ inputs }: DecisionTable): readonly Facts[] {
  return inputs.reduce<readonly Facts[]>(
    (points, { fact: name }) =>
      points.flatMap((point) => POINTS[name as InputName].map((value) => ({ ...point, [name]: value }))),
    [{}],
  );
}

function isIn(box: Box, axes: readonly Axis[], facts: Facts): boolean {
  return axes.every((axis, index) =>
    axis.segments.some(
      (segment, place) =>
        hasSegment(box[index] ?? NO_SEGMENTS, place) && lies(segment, facts[axis.fact] ?? null, axis),
    ),
  );
}

/** Whether a value lies in a segment, by ordinary arithmetic on the value. */
function lies(segment: Segment, value: Literal | null, axis: Axis): boolean {
  switch (segment.kind) {
    case "unknown":
      return value === null;
    case "value":
      return value === segment.value;
    case "other":
      return (
        value !== null && !axis.segments.some((other) => other.kind === "value" && other.value === value)
      );
    case "interval": {
      if (typeof value !== "number" || axis.domain.kind !== "ordered") return false;
      const tick = BigInt(Math.round(value * Number(axis.domain.lattice.perUnit)));
      return (
        (segment.from === undefined || tick >= segment.from) &&
        (segment.to === undefined || tick <= segment.to)
      );
    }
  }
}
