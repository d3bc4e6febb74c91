import type { StorePlace } from "@evenhand/store";
import BetterSqlite3 from "better-sqlite3";

/** Somebody who has the database itself: no trigger, no constraint and no program stands in their way. */
export type Intruder = {
  readonly columnsOf: (table: string) => readonly string[];
  /** The places of the first and the last row that hold something in a column, and of one that holds nothing. */
  readonly rowsWith: (table: string, column: string) => readonly number[];
  /** Changes one value by one character, or by one; gives what undoes it. */
  readonly alter: (table: string, column: string, rowid: number) => () => void;
  /**
   * Takes the last row out; gives what puts it back. A checkpoint before the last is missed by nobody: the last one
   * signs all that it signed.
   */
  readonly takeOut: (table: string) => () => void;
  /** Puts a copy of the last row in, under another key; gives what takes it out again. */
  readonly putIn: (table: string) => () => void;
  readonly run: (statement: string, ...values: readonly unknown[]) => void;
  readonly all: (
    query: string,
    ...values: readonly unknown[]
  ) => readonly Readonly<Record<string, unknown>>[];
  readonly close: () => void;
};

export function intruderIn(place: StorePlace): Intruder {
  if (!("file" in place)) throw new Error("the intruder gets into files only");
  const database = new BetterSqlite3(place.file);
  database.pragma("foreign_keys = OFF");
  database.pragma("ignore_check_constraints = ON");
  const names = (query: string): readonly string[] =>
    (database.prepare(query).all() as { readonly name: string }[]).map(({ name }) => name);
  for (const trigger of names("select name from sqlite_schema where type = 'trigger'"))
    database.exec(`drop trigger ${trigger}`);
  // Two rows may then have one key; what that leads to is found like anything else.
  const run = (statement: string, ...values: readonly unknown[]): void =>
    void database.prepare(statement).run(...values);
  return {
    columnsOf: (table) => names(`select name from pragma_table_info('${table}')`),
    rowsWith: (table, column) => {
      const found = database
        .prepare(
          `select min(rowid) as first, max(rowid) as last from ${table} where ${column} is not null
           union all select min(rowid), min(rowid) from ${table} where ${column} is null`,
        )
        .all() as { readonly first: number | null; readonly last: number | null }[];
      return [...new Set(found.flatMap(({ first, last }) => [first, last]))].filter((row) => row !== null);
    },
    alter: (table, column, rowid) => {
      const { value, type } = database
        .prepare(
          `select ${column} as value, (select type from pragma_table_info('${table}') where name = '${column}') as type
           from ${table} where rowid = ?`,
        )
        .get(rowid) as { readonly value: string | number | null; readonly type: string };
      const altered = value === null ? (type === "INTEGER" ? 1 : "x") : otherThan(value);
      // The key of some tables is the row itself.
      run(`update ${table} set ${column} = ? where rowid = ?`, altered, rowid);
      const place = isRowid(database, table, column) ? altered : rowid;
      return () => run(`update ${table} set ${column} = ? where rowid = ?`, value, place);
    },
    takeOut: (table) => {
      const row = database.prepare(`select * from ${table} order by rowid desc limit 1`).get() as Row;
      run(`delete from ${table} where rowid = (select max(rowid) from ${table})`);
      return () => insert(run, table, row);
    },
    putIn: (table) => {
      const row = database.prepare(`select * from ${table} order by rowid desc limit 1`).get() as Row;
      const keys = database.prepare(`select name from pragma_table_info('${table}') where pk > 0`).all() as {
        readonly name: string;
      }[];
      // The last column of the key, so that the copy stands beside what it is a copy of.
      const key = keys.at(-1)?.name ?? "";
      const { last: before } = database.prepare(`select max(rowid) as last from ${table}`).get() as Row;
      insert(run, table, { ...row, ...uniqueIn(table), [key]: otherThan(row[key] ?? 0) });
      return () => run(`delete from ${table} where rowid > ?`, before);
    },
    run,
    all: (query, ...values) => database.prepare(query).all(...values) as Readonly<Record<string, unknown>>[],
    close: () => void database.close(),
  };
}

type Row = Readonly<Record<string, string | number | null>>;

/** What of a copy must be another besides its key, so that it gets past the indexes. */
function uniqueIn(table: string): Row {
  const own: Readonly<Record<string, Row>> = {
    versions: { hash: "f".repeat(64) },
    cases: { revision: 7 },
    decisions: { id: "dec-copied", supersedes: null, reference: "C-copied", audit_event_id: 9_999 },
    reviews: { reviewer_person: "person-copied" },
    submissions: { id: "sub-copied" },
    draft_comments: { id: "com-copied" },
    appeals: { person: "person-copied" },
    people: { staff_id: "P-copied", alike: "p-copied" },
    accounts: { sequence: 99 },
    log_leaves: { audit_event_id: 9_999 },
  };
  return own[table] ?? {};
}

function insert(run: Intruder["run"], table: string, row: Row): void {
  const columns = Object.keys(row);
  run(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
    ...Object.values(row),
  );
}

/** Whether a column is the row's own number: the only column of a key, and an integer. */
function isRowid(database: BetterSqlite3.Database, table: string, column: string): boolean {
  const keys = database
    .prepare(`select name, type from pragma_table_info('${table}') where pk > 0`)
    .all() as {
    readonly name: string;
    readonly type: string;
  }[];
  return keys.length === 1 && keys[0]?.name === column && keys[0].type === "INTEGER";
}

/** A number one higher, far enough away to be free; a text with one of its letters or digits changed, in its midst. */
function otherThan(value: string | number): string | number {
  if (typeof value === "number") return value + 1_000_003;
  const places = [...value.matchAll(/[a-z0-9]/gi)].map(({ index }) => index);
  const at = places[Math.floor(places.length / 2)] ?? 0;
  const character = value[at] ?? "";
  const other = character === "a" || character === "7" ? "b" : /\d/.test(character) ? "7" : "a";
  return value.slice(0, at) + (other === character ? "c" : other) + value.slice(at + 1);
}
