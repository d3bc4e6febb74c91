import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import type { Subject } from "../rounds.ts";
import { shareOut } from "./orders.ts";

/** A table of nothing but rows, committed one at a time; what no way of recording can be faster than on the same disk. */
export type BareTable = {
  readonly name: string;
  /** Commits one row of so many bytes. */
  readonly commit: (bytes: number, writer: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A SQLite file of its own in the folder, with commits that wait for the disk. */
export function bareSqlite(folder: string): BareTable {
  const database = new BetterSqlite3(join(folder, "bare.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("create table rows (id integer primary key, body text not null)");
  if (database.pragma("synchronous", { simple: true }) !== 2)
    throw new Error("commits do not wait for the disk");
  const insert = database.prepare("insert into rows (body) values (?)");
  return {
    name: "SQLite",
    commit: async (bytes) => void insert.run("x".repeat(bytes)),
    close: async () => void database.close(),
  };
}

/** A database of its own on the same server, with a connection for each writer. */
export async function barePostgres(url: string, writers: number): Promise<BareTable> {
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query("create database bare");
  await admin.end();
  const place = new URL(url);
  place.pathname = "/bare";
  const clients = Array.from({ length: writers }, () => new pg.Client(place.href));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]?.query(
    "create table rows (id bigint generated always as identity primary key, body text not null)",
  );
  // Compressed away, a row would not be as large as it says.
  await clients[0]?.query("alter table rows alter column body set storage external");
  return {
    name: "PostgreSQL",
    commit: async (bytes, writer) => {
      await clients[writer]?.query({
        name: "insert",
        text: "insert into rows (body) values ($1)",
        values: ["x".repeat(bytes)],
      });
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

export function bareSubject(
  table: BareTable,
  { bytes, writers, count }: { readonly bytes: number; readonly writers: number; readonly count: number },
): Subject {
  const size = bytes >= 1_000 ? `${Math.round(bytes / 1_000)} KB` : `${bytes} bytes`;
  return {
    name: `a bare row of ${size}, ${writers === 1 ? "one writer" : `${writers} writers`}`,
    run: () => shareOut(count, writers, (writer) => table.commit(bytes, writer)),
  };
}
