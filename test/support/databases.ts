import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store, type StorePlace } from "@evenhand/store";
import pg from "pg";
import { afterEach, describe, inject } from "vitest";
import { TEMPLATE } from "./postgres.setup.ts";

/** A database of a test's own, which goes with the test. */
export type TestDatabase = {
  readonly store: Store;
  /** Where it is, for a child process. */
  readonly place: StorePlace;
  /** The same database opened once more, as another process would. */
  readonly again: () => Promise<Store>;
};

export type OpenDatabase = (options?: {
  /** The clock, epoch milliseconds. */
  readonly now?: () => number;
}) => Promise<TestDatabase>;

/** What a suite is given besides: a place where there is no database yet, or one without tables. */
export type EmptyPlace = () => Promise<StorePlace>;

/**
 * Runs one suite on SQLite and on a real PostgreSQL. Whatever it opens is closed and removed after each test.
 *
 * @example
 * onBothDatabases("meta", (open) => {
 *   it("keeps what was put", async () => {
 *     const { store } = await open();
 *     …
 *   });
 * });
 */
export function onBothDatabases(name: string, suite: DatabaseSuite): void {
  for (const places of [SQLITE, POSTGRES]) onDatabase(name, places, suite);
}

/** Runs a suite on a real PostgreSQL alone, of what SQLite has nothing like. */
export function onPostgres(name: string, suite: DatabaseSuite): void {
  onDatabase(name, POSTGRES, suite);
}

export type DatabaseSuite = (open: OpenDatabase, dialect: Store["dialect"], emptyPlace: EmptyPlace) => void;

function onDatabase(
  name: string,
  { title, dialect, emptyPlace, fullPlace }: Places,
  suite: DatabaseSuite,
): void {
  describe(`${name} (${title})`, () => {
    const cleaning: (() => Promise<void> | void)[] = [];
    afterEach(async () => {
      // Stores first, then what they stood on.
      for (const clean of cleaning.splice(0).toReversed()) await clean();
    });
    const place = async (make: MakePlace) => {
      const { at, remove } = await make();
      cleaning.push(remove);
      return at;
    };
    const open: OpenDatabase = async (options = {}) => {
      const at = await place(fullPlace);
      const again = async () => {
        const store = await openStore(at, options);
        cleaning.push(store.close);
        return store;
      };
      return { store: await again(), place: at, again };
    };
    suite(open, dialect, () => place(emptyPlace));
  });
}

type MakePlace = () => Promise<{ readonly at: StorePlace; readonly remove: () => Promise<void> | void }>;

type Places = {
  readonly title: string;
  readonly dialect: Store["dialect"];
  readonly emptyPlace: MakePlace;
  /** Where opening finds the tables made, if that is quicker. */
  readonly fullPlace: MakePlace;
};

const SQLITE: Places = { title: "SQLite", dialect: "sqlite", emptyPlace: newFile, fullPlace: newFile };

const POSTGRES: Places = {
  title: "PostgreSQL",
  dialect: "postgres",
  emptyPlace: () => newPostgresDatabase("template0"),
  fullPlace: () => newPostgresDatabase(TEMPLATE),
};

async function newFile() {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-store-"));
  return {
    at: { file: join(folder, "data", "evenhand.db") },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

let made = 0;

async function newPostgresDatabase(template: string) {
  const server = await postgresUrl();
  made += 1;
  const name = `evenhand_${process.pid}_${made}`;
  // Copied as files, which takes a third of what writing it through the log does.
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { at: { url: url.href }, remove: () => onServer(server, `drop database ${name} with (force)`) };
}

/** The server of this run of tests; starts it where nobody has yet. */
export async function postgresUrl(): Promise<string> {
  const response = await fetch(inject("postgresStarter"));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
