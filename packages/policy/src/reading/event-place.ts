import type { PolicyEvent, Rule, TableRow } from "@evenhand/domain";
import type { RowPlace } from "./condition-tree.ts";
import { childPointer } from "./phrase.ts";

/** An event as it is read: what it says, what its rule is called, and where each of its parameters stands. */
export type EventPlace = {
  readonly event: PolicyEvent;
  readonly label: Rule["label"];
  readonly pointer: string;
  /** Where a parameter stands; `rates/warning` names one inside another. */
  readonly at: (parameter: string) => string;
};

/** The event of a rule that stands at `pointer`. */
export function ruleEvent({ rule: { event }, label }: Rule, pointer: string): EventPlace {
  const at = childPointer(pointer, "rule", "event");
  return {
    event,
    label,
    pointer: at,
    at: (parameter) => childPointer(at, "params", ...parameter.split("/")),
  };
}

/** The event of one row: the table's fixed parameters, and those that the row's `then` fills. */
export function rowEvent({ table, row, pointer, rowPointer }: RowPlace): EventPlace {
  const at = childPointer(pointer, "event");
  const filled = Object.fromEntries(table.outputs.map((output, index) => [output, row.then[index]]));
  return {
    // The table's shape was checked when the document was: its fixed parameters and outputs make up one event.
    event: { type: table.event.type, params: { ...table.event.params, ...filled } } as PolicyEvent,
    label: table.label,
    pointer: at,
    at: (parameter) =>
      outputPointer(table.outputs, row, parameter, rowPointer) ??
      childPointer(at, "params", ...parameter.split("/")),
  };
}

function outputPointer(
  outputs: readonly string[],
  row: TableRow,
  parameter: string,
  rowPointer: string,
): string | undefined {
  const index = outputs.indexOf(parameter);
  return index >= 0 && index < row.then.length ? childPointer(rowPointer, "then", index) : undefined;
}
