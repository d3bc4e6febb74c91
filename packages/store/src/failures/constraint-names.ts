/** The name of a key, as the migrations give it on PostgreSQL and as it is put together on SQLite, which tells the columns only. */
export function uniqueName(table: string, columns: readonly string[]): string {
  return [table, ...columns, "unique"].join("_");
}

/** The name of a column that must hold something. */
export function notNullName(table: string, column: string): string {
  return `${table}_${column}_not_null`;
}

/** SQLite does not tell which one was violated, so that all of them have one name. */
export const FOREIGN_KEY = "foreign_key";
