import {
  type CatalogueEntry,
  type Cell,
  type DiagnosticCode,
  type RangeCell,
  type TableRow,
  quote,
} from "@evenhand/domain";
import { EVENT_PARAMETERS, policyEvent } from "../schema/event.ts";
import { POLICY_LIMITS } from "../schema/limits.ts";
import { type PlacedComparison, checkOperand } from "./check-comparison.ts";
import { type AskedBefore, checkSize } from "./check-conditions.ts";
import type { DraftTable, Placed, TableEvent } from "./draft.ts";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { findFact } from "./names.ts";
import { findingsOf } from "./shape-findings.ts";
import { shapeIssues } from "./shape-issues.ts";
import type { Statement } from "./statement.ts";

/**
 * Checks each table row by row and gives what the rows say: cells fit their inputs, outputs are parameters of the event,
 * and every row makes a whole event of its type.
 *
 * @example checkTables(inspection, askedBefore) // "table-shape" where a row has a cell too few
 */
export function checkTables(inspection: Inspection, askedBefore: AskedBefore): readonly Statement[] {
  return inspection.draft.tables.flatMap((table) => {
    checkRowIds(table, inspection);
    checkFirstRows(table, inspection);
    const inputs = checkInputs(table, inspection);
    checkOutputs(table, inspection);
    for (const row of table.rows)
      checkCells({ table, inputs, row, asked: askedBefore.get(table.id) ?? 0 }, inspection);
    return rowStatements(table, inspection);
  });
}

function checkRowIds({ rows }: DraftTable, { report }: Inspection): void {
  const seen = new Set<string>();
  for (const { at: rowAt, part } of rows) {
    if (seen.has(part.id)) {
      report.add({
        code: "duplicate-id",
        at: within(rowAt, "id"),
        message: {
          en: `another row of this table is called ${quote(part.id)} as well`,
          zh: `本表已有名为${quote(part.id)}的行`,
        },
      });
    }
    seen.add(part.id);
  }
}

function checkFirstRows({ at, whole, rows }: DraftTable, { report }: Inspection): void {
  const most = POLICY_LIMITS.firstRows;
  if (whole?.hitPolicy !== "first" || rows.length <= most) return;
  report.add({
    code: "too-many",
    at: within(at, "rows"),
    message: {
      en: `this table has ${rows.length} rows, and one in which the upper row wins may have ${most}`,
      zh: `本表共${rows.length}行，以上一行为准的表最多${most}行`,
    },
    help: {
      en: "split it, or write rows that exclude one another and use `unique`",
      zh: "请拆分本表，或将各行改为互不重叠并使用`unique`",
    },
  });
}

type Inputs = readonly (CatalogueEntry | undefined)[] | undefined;

function checkInputs({ at, inputs, scope, stage }: DraftTable, inspection: Inspection): Inputs {
  const seen = new Set<string>();
  return inputs?.map(({ fact }, column) => {
    const place = within(at, "inputs", column, "fact");
    if (seen.has(fact)) {
      shapeFault(
        place,
        { en: `${quote(fact)} is asked about in two columns`, zh: `${quote(fact)}在两列中重复出现` },
        inspection,
      );
    }
    seen.add(fact);
    return findFact({ name: fact, at: place, scope, stage }, inspection);
  });
}

function checkOutputs({ at, outputs, event }: DraftTable, inspection: Inspection): void {
  if (!outputs || !event) return;
  const known = EVENT_PARAMETERS[event.type];
  const seen = new Set<string>();
  for (const [column, output] of outputs.entries()) {
    const place = within(at, "outputs", column);
    if (!known.includes(output)) reportOutput({ output, known, type: event.type }, place, inspection);
    else if (seen.has(output) || Object.hasOwn(event.params, output)) {
      shapeFault(
        place,
        { en: `${quote(output)} is filled in twice`, zh: `${quote(output)}重复填写` },
        inspection,
      );
    }
    seen.add(output);
  }
}

type Output = { readonly output: string; readonly known: readonly string[]; readonly type: string };

function reportOutput({ output, known, type }: Output, at: string, { report }: Inspection): void {
  report.add({
    code: "table-shape",
    at,
    message: {
      en: `${quote(output)} is not a parameter of ${quote(type)}`,
      zh: `${quote(output)}不是${quote(type)}的参数`,
    },
    ...report.didYouMean(output, known),
  });
}

type PlacedRow = {
  readonly table: DraftTable;
  readonly inputs: Inputs;
  readonly row: Placed<TableRow>;
  readonly asked: number;
};

function checkCells({ table, inputs, row: { at, part }, asked }: PlacedRow, inspection: Inspection): void {
  checkLength({ part: part.when, wanted: table.inputs, at: within(at, "when") }, inspection);
  checkLength({ part: part.then, wanted: table.outputs, at: within(at, "then") }, inspection);
  let comparisons = asked;
  for (const [column, cell] of part.when.entries()) {
    const cellAt = within(at, "when", column);
    const asksFor = comparisonsOf(cell, cellAt);
    comparisons += asksFor.length;
    checkEnds(cell, cellAt, inspection);
    if (!inputs || column >= inputs.length) continue;
    for (const comparison of asksFor)
      checkOperand(inputs[column], comparison, table, cellInspection(inspection));
  }
  checkSize({ comparisons, at }, inspection);
}

type Row = {
  readonly part: readonly unknown[];
  readonly wanted: readonly unknown[] | undefined;
  readonly at: string;
};

function checkLength({ part, wanted, at }: Row, inspection: Inspection): void {
  if (!wanted || part.length === wanted.length) return;
  const message = {
    en: `this row has ${part.length} of ${wanted.length} cells`,
    zh: `该行应有${wanted.length}个单元格，实有${part.length}个`,
  };
  shapeFault(at, message, inspection);
}

/** What a cell asks for, with the places of what it compares with. A cell has no operator: its own name stands for one. */
function comparisonsOf(cell: Cell, at: string): readonly PlacedComparison[] {
  if (cell === null) return [];
  if ("is" in cell)
    return [{ operator: "equal", value: cell.is, operatorAt: within(at, "is"), valueAt: within(at, "is") }];
  if ("unknown" in cell)
    return [
      { operator: "equal", value: null, operatorAt: within(at, "unknown"), valueAt: within(at, "unknown") },
    ];
  if ("oneOf" in cell) {
    return cell.oneOf.map((value, index) => ({
      operator: "equal",
      value,
      operatorAt: within(at, "oneOf"),
      valueAt: within(at, "oneOf", index),
    }));
  }
  return ENDS.flatMap(([end, operator]): readonly PlacedComparison[] => {
    const value = cell[end];
    return value === undefined
      ? []
      : [{ operator, value, operatorAt: within(at, end), valueAt: within(at, end) }];
  });
}

const ENDS = [
  ["atLeast", "greaterThanInclusive"],
  ["above", "greaterThan"],
  ["below", "lessThan"],
  ["atMost", "lessThanInclusive"],
] as const satisfies readonly (readonly [keyof RangeCell, string])[];

function checkEnds(cell: Cell, at: string, inspection: Inspection): void {
  if (cell === null || "is" in cell || "oneOf" in cell || "unknown" in cell) return;
  if (Object.keys(cell).length === 0) {
    shapeFault(at, { en: "this cell asks for nothing", zh: "该单元格没有任何要求" }, inspection, {
      en: "use `null` for a cell that holds of anything",
      zh: "不作要求的单元格请写`null`",
    });
  }
  for (const [one, other] of [
    ["atLeast", "above"],
    ["below", "atMost"],
  ] as const) {
    if (cell[one] === undefined || cell[other] === undefined) continue;
    shapeFault(
      within(at, other),
      { en: `\`${one}\` and \`${other}\` stand for the same end`, zh: `\`${one}\`与\`${other}\`是同一端` },
      inspection,
    );
  }
}

const OF_A_CELL: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "type-mismatch",
  "operator-mismatch",
  "unknown-value",
  "out-of-range",
]);

/** Whatever does not fit in a cell is a fault of the table's shape; names keep the codes that names have everywhere. */
function cellInspection(inspection: Inspection): Inspection {
  const { report } = inspection;
  return {
    ...inspection,
    report: {
      ...report,
      add: (finding) =>
        report.add(OF_A_CELL.has(finding.code) ? { ...finding, code: "table-shape" } : finding),
    },
  };
}

function shapeFault(
  at: string,
  message: { readonly en: string; readonly zh: string },
  { report }: Inspection,
  help?: { readonly en: string; readonly zh: string },
): void {
  report.add({ code: "table-shape", at, message, ...(help && { help }) });
}

/** What each row says, where its event is whole; what is missing or wrong in it is reported. */
function rowStatements(table: DraftTable, { report }: Inspection): readonly Statement[] {
  const { event, stage, scope } = table;
  if (!event || !table.outputs) return [];
  const known = EVENT_PARAMETERS[event.type];
  const outputs = table.outputs.map((output) => (known.includes(output) ? output : undefined));
  return table.rows.flatMap(({ at, part }): readonly Statement[] => {
    if (part.then.length !== outputs.length) return [];
    const placeOf = placesOf({ table, outputs, rowAt: at });
    const filled = { type: event.type, params: paramsOf(event, outputs, part) };
    const issues = shapeIssues(policyEvent, filled);
    for (const finding of issues.flatMap((issue) => findingsOf(issue, report))) {
      const [, , param = "", ...inner] = finding.at.split("/").map(unescaped);
      report.add({ ...finding, at: placeOf(param, ...inner) });
    }
    if (issues.length > 0) return [];
    const typeAt = within(table.at, "event", "type");
    return [
      { event: policyEvent.parse(filled), stage, scope, rule: `${table.id}#${part.id}`, typeAt, placeOf },
    ];
  });
}

type Outputs = readonly (string | undefined)[];

function paramsOf(
  event: TableEvent,
  outputs: Outputs,
  { then }: TableRow,
): Readonly<Record<string, unknown>> {
  const filled = outputs.flatMap((output, column) =>
    output === undefined ? [] : [[output, then[column]] as const],
  );
  return { ...event.params, ...Object.fromEntries(filled) };
}

function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

type RowPlaces = { readonly table: DraftTable; readonly outputs: Outputs; readonly rowAt: string };

function placesOf({ table, outputs, rowAt }: RowPlaces): Statement["placeOf"] {
  return (param, ...inner) => {
    const column = outputs.indexOf(param);
    return column === -1
      ? within(table.at, "event", "params", param, ...inner)
      : within(rowAt, "then", column, ...inner);
  };
}

/**
 * Reports a policy with more rules than one may have, its rows counted.
 *
 * @example checkRuleCount(inspection) // "too-many" at /tables where 300 rules stand beside 300 rows
 */
export function checkRuleCount({ draft, report }: Inspection): void {
  const rows = draft.tables.reduce((sum, table) => sum + table.rows.length, 0);
  const count = draft.rules.length + rows;
  // Rules that are too many by themselves were found by their shape.
  if (count <= POLICY_LIMITS.rules || draft.rules.length > POLICY_LIMITS.rules) return;
  report.add({
    code: "too-many",
    at: "/tables",
    message: {
      en: `there are ${count} rules, rows of tables included, and a policy may have ${POLICY_LIMITS.rules}`,
      zh: `规则（含表格各行）共${count}条，一项制度最多${POLICY_LIMITS.rules}条`,
    },
  });
}
