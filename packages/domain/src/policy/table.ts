import type { LocalizedText } from "../text.ts";
import type { Scope } from "./fact.ts";
import type { RootCondition } from "./condition.ts";
import type { EventType, RuleStage } from "./event.ts";
import type { FactReference, Literal, Reference, Value } from "./value.ts";

/**
 * One cell of a table's condition part. `null` holds of anything, unknown included.
 * `{}` is not a cell; a range needs at least one end, and at most one of `atLeast`/`above` and of `below`/`atMost`.
 */
export type Cell =
  | null
  | { readonly is: Value }
  | { readonly oneOf: readonly Literal[] }
  | { readonly unknown: true }
  | RangeCell;

export type RangeCell = {
  readonly atLeast?: number | FactReference;
  readonly above?: number | FactReference;
  readonly below?: number | FactReference;
  readonly atMost?: number | FactReference;
};

export type TableRow = {
  /** Kebab-case, unique in the table; the compiled rule is `<table id>#<row id>`. */
  readonly id: string;
  readonly when: readonly Cell[];
  readonly then: readonly Value[];
  readonly references?: readonly Reference[];
  readonly notes?: LocalizedText;
};

/**
 * Rules in the form of a table: one row, one rule. `unique`: no two rows may hold of one case; `first`: the upper row wins.
 * The event's fixed parameters stand in `event.params`; the row's `then` fills the parameters named in `outputs`.
 */
export type DecisionTable = {
  readonly label: LocalizedText;
  readonly stage: RuleStage;
  readonly scope: Scope;
  readonly references: readonly Reference[];
  readonly notes?: LocalizedText;
  readonly hitPolicy: "unique" | "first";
  /** Must hold before any row is asked. */
  readonly when?: RootCondition;
  readonly inputs: readonly FactReference[];
  readonly event: { readonly type: EventType; readonly params: Readonly<Record<string, unknown>> };
  readonly outputs: readonly string[];
  readonly priority?: number;
  /** The table means to leave some input without a row, so gaps are not reported. */
  readonly partial?: boolean;
  readonly rows: readonly TableRow[];
};
