import type { StorePlace } from "@evenhand/store";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

/** Looks into the database of a running service, from outside. */
export type Watch = {
  /** What was written since the last look, table by table, with row counts then and now; nothing where nothing was. */
  readonly changes: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** As a table that has no rows. */
const THE_FILE = "(the file)";

/** Of each table how many rows it has, and a mark that is another once a row of it was added or changed. */
type Look = ReadonlyMap<string, { readonly rows: number; readonly mark: string }>;

export async function watchDatabase(place: StorePlace): Promise<Watch> {
  const { look, close } = "file" in place ? watchFile(place.file) : await watchServer(place.url);
  let seen = await look();
  return {
    changes: async () => {
      const [before, now] = [seen, await look()];
      seen = now;
      return [...now].flatMap(([table, { rows, mark }]) => {
        const was = before.get(table);
        return was?.rows === rows && was.mark === mark ? [] : [`${table}: ${was?.rows ?? 0} → ${rows} rows`];
      });
    },
    close,
  };
}

type Looking = { readonly look: () => Promise<Look>; readonly close: () => Promise<void> };

/** A file says itself whether anything was committed, whatever it was; the counts say where. */
function watchFile(file: string): Looking {
  const database = new BetterSqlite3(file, { readonly: true });
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as readonly string[];
  return {
    look: async () => {
      const version = String(database.pragma("data_version", { simple: true }));
      const counts = tables.map((table) => {
        const rows = database.prepare(`select count(*) from "${table}"`).pluck().get() as number;
        return [table, { rows, mark: "" }] as const;
      });
      return new Map([...counts, [THE_FILE, { rows: 0, mark: version }]]);
    },
    close: async () => void database.close(),
  };
}

/** Each row of a server bears the number of the transaction that wrote it. */
async function watchServer(url: string): Promise<Looking> {
  const client = new pg.Client(url);
  await client.connect();
  const named = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const looks = named.rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::int as rows, coalesce(max(xmin::text::bigint), 0)::text as mark from "${name}"`,
  );
  return {
    look: async () => {
      const { rows } = await client.query<{ name: string; rows: number; mark: string }>(
        looks.join(" union all "),
      );
      return new Map(rows.map(({ name, ...table }) => [name, table]));
    },
    close: () => client.end(),
  };
}
