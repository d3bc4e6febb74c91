import type {
  Condition,
  DecisionTable,
  PolicyEvent,
  Policy,
  RootCondition,
  Rule,
  TableRow,
} from "@evenhand/domain";
import { cellConditions } from "./cell-condition.ts";
import { mayOverlap } from "./may-overlap.ts";

export type CompileOptions = {
  /** The policy's parameters. Without them, ends of ranges that name different parameters are taken to overlap. */
  readonly parameters?: Policy["parameters"];
};

/**
 * The rows of a table as ordinary rules, in row order, each with id `<table>#<row>`.
 *
 * A row's rule asks for the table's `when` and for every cell that is not empty. Under hit policy `first` it also asks
 * that no earlier row holds, of those that can hold together with it; so the rules of a table may be evaluated in
 * any order. Where a row has no references of its own, the table's stand.
 *
 * A table that is not well formed (too few cells, an input twice) is compiled as far as it goes and never throws:
 * saying what is wrong with it is the validator's work.
 *
 * @example
 * compileTable("approval", table)[0]
 * // { id: "approval#small", …, rule: {
 * //   conditions: { all: [{ fact: "claimAmount", operator: "lessThanInclusive", value: { fact: "parameter.managerLimit" } }] },
 * //   event: { type: "authority", params: { level: "manager" } } } }
 */
export function compileTable(
  id: string,
  table: DecisionTable,
  options: CompileOptions = {},
): readonly Rule[] {
  const parameters = options.parameters ?? {};
  return table.rows.map((row, index) => {
    const references = row.references ?? [];
    const notes = row.notes ?? table.notes;
    return {
      id: rowRuleId(id, row.id),
      stage: table.stage,
      scope: table.scope,
      label: { en: `${table.label.en}, row ${index + 1}`, zh: `${table.label.zh}第${index + 1}行` },
      references: references.length > 0 ? references : table.references,
      ...(notes === undefined ? {} : { notes }),
      rule: {
        conditions: rowConditions({ table, row, earlier: earlierRows({ table, row, index, parameters }) }),
        event: rowEvent(table, row),
        ...(table.priority === undefined ? {} : { priority: table.priority }),
      },
    };
  });
}

/** The id of the rule that a row compiles to: `rowRuleId("fine-tiers", "small")` is `fine-tiers#small`. */
export function rowRuleId(table: string, row: string): string {
  return `${table}#${row}`;
}

/** A row's own cells as comparisons, without the table's `when` and without regard to other rows. */
export function rowComparisons(table: DecisionTable, row: TableRow): readonly Condition[] {
  return table.inputs.flatMap((input, column) => cellConditions(input.fact, row.when[column] ?? null));
}

type RowPlace = {
  readonly table: DecisionTable;
  readonly row: TableRow;
  readonly index: number;
  readonly parameters: Policy["parameters"];
};

function earlierRows({ table, row, index, parameters }: RowPlace): readonly TableRow[] {
  if (table.hitPolicy === "unique") return [];
  return table.rows.slice(0, index).filter((earlier) => mayOverlap(earlier, row, parameters));
}

function rowConditions({
  table,
  row,
  earlier,
}: {
  table: DecisionTable;
  row: TableRow;
  earlier: readonly TableRow[];
}): RootCondition {
  const own = rowComparisons(table, row);
  const excluded = earlier.map((other): Condition => ({
    not: together(rowComparisons(table, other), table),
  }));
  const asked = [...askedOfEveryRow(table), ...own, ...excluded];
  return allOf(asked, table);
}

/** An `all` at the top of the table's `when` opens into the row's own, so that a trace has one level less. */
function askedOfEveryRow({ when }: DecisionTable): readonly Condition[] {
  if (when === undefined) return [];
  return "all" in when ? when.all : [when];
}

function together(conditions: readonly Condition[], table: DecisionTable): Condition {
  const [only, ...others] = conditions;
  return only !== undefined && others.length === 0 ? only : allOf(conditions, table);
}

/** INVARIANT: no group is empty, since an empty `all` does not validate; what asks for nothing asks for a tautology. */
function allOf(conditions: readonly Condition[], table: DecisionTable): RootCondition {
  return conditions.length > 0 ? { all: conditions } : always(table.inputs[0]?.fact ?? "evaluatedOn");
}

function always(fact: string): RootCondition {
  return {
    any: [
      { fact, operator: "equal", value: null },
      { fact, operator: "notEqual", value: null },
    ],
  };
}

/** The validator checks a row's event as it checks any rule's, so the widening here is not the last word. */
function rowEvent(table: DecisionTable, row: TableRow): PolicyEvent {
  const filled = table.outputs.flatMap((output, index) => {
    const value = row.then[index];
    return value === undefined ? [] : [[output, value] as const];
  });
  const params = { ...table.event.params, ...Object.fromEntries(filled) };
  return { type: table.event.type, params } as unknown as PolicyEvent;
}
