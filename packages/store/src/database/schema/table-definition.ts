/**
 * What becomes of rows once they stand:
 * - `append-only`: neither changed nor deleted
 * - `kept`: changed, never deleted
 * - `unchanged`: deleted, never changed
 * - `free`: both
 */
export type RowRule = "append-only" | "kept" | "unchanged" | "free";

/** One table as a migration makes it, alike on both databases. */
export type TableDefinition = {
  readonly name: string;
  /**
   * `<name> text` or `<name> integer`, which must hold something unless `null` follows; `<name> number` is given by the
   * database, counts up, and is the key.
   */
  readonly columns: readonly string[];
  readonly rows: RowRule;
  /** None where a column of kind `number` is the key. */
  readonly key?: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  /** The columns and the condition under which they are unique. */
  readonly uniqueWhere?: { readonly columns: readonly string[]; readonly condition: string };
  /** By the name of the constraint without the table's. */
  readonly checks?: Readonly<Record<string, string>>;
  /** `accounts (account, person)` by `account, person`. They are looked at when the transaction ends. */
  readonly references?: Readonly<Record<string, string>>;
  readonly indexes?: readonly (readonly string[])[];
};

/** The values that a column of text may hold, as a check. */
export function oneOf(column: string, values: readonly string[]): string {
  return `${column} in (${values.map((value) => `'${value}'`).join(", ")})`;
}

/** A whole number of minor units that a JavaScript number holds exactly. */
export function amount(column: string, least: 0 | 1): string {
  return `${column} between ${least} and ${Number.MAX_SAFE_INTEGER}`;
}

/** `2026-07`. */
export function monthForm(column: string): string {
  return `length(${column}) = 7 and substr(${column}, 5, 1) = '-'`;
}
