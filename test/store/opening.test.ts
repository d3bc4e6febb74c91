import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openStore, type Store, type StorePlace, StoreTooNew, StoreUnavailable } from "@evenhand/store";
import BetterSqlite3 from "better-sqlite3";
import { sql } from "kysely";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { insertOneOfEach, insertPerson } from "./one-of-each.ts";
import { runWorkers } from "./workers.ts";

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

async function opening(place: StorePlace): Promise<Store> {
  const store = await openStore(place);
  opened.push(store);
  return store;
}

async function tableNames(store: Store): Promise<readonly string[]> {
  const tables = await store.read((db) => db.introspection.getTables({ withInternalKyselyTables: true }));
  return tables.map(({ name }) => name).toSorted();
}

onBothDatabases("opening a database", (open, dialect, emptyPlace) => {
  it("makes its tables where there are none, and keeps what is in them the next time", async () => {
    const place = await emptyPlace();
    const first = await opening(place);
    await first.write(insertOneOfEach);
    const tables = await tableNames(first);
    expect(tables).toContain("audit_events");
    await first.close();
    const second = await opening(place);
    expect(await tableNames(second)).toEqual(tables);
    expect(await second.read((db) => db.selectFrom("decisions").select("id").execute())).toEqual([
      { id: "d1" },
    ]);
  });

  it("lets processes that start at once all begin, with the tables made once", async () => {
    const place = await emptyPlace();
    const answers = await runWorkers({ place, task: "open" }, 4);
    expect(answers).toEqual(Array(4).fill({ opened: true }));
    const store = await opening(place);
    expect(
      await store.read((db) => sql`select name from kysely_migration`.execute(db).then(({ rows }) => rows)),
    ).toEqual([
      { name: "0001-record" },
      { name: "0002-alike" },
      { name: "0003-visits" },
      { name: "0004-draft-comments" },
      { name: "0005-job-checkpoints" },
      { name: "0006-simulations" },
      { name: "0007-fairness" },
      { name: "0008-checks" },
    ]);
  });

  it("refuses a database that a newer program made, says what to do, and leaves it as it is", async () => {
    const { store, place } = await open();
    await store.write((tx) =>
      sql`insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00.000Z')`.execute(tx),
    );
    const before = await tableNames(store);
    const failure = await openStore(place).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreTooNew);
    expect(failure).toMatchObject({
      text: {
        en: expect.stringMatching(/`9999-later`.*start the newer program/) as string,
        zh: expect.stringMatching(/`9999-later`.*请启动新版程序/) as string,
      },
    });
    expect(await tableNames(store)).toEqual(before);
  });

  it("makes all tables or none", async () => {
    const place = await emptyPlace();
    await spoil(place);
    await expect(openStore(place)).rejects.toThrow(/jobs/);
    await expect(openStore(place)).rejects.toThrow(/jobs/);
    expect(await namesIn(place)).toEqual(["jobs"]);
  });

  it("takes staff numbers along from before they were compared, of two that are alike the first", async () => {
    const { store, place } = await open();
    await store.write(async (tx) => {
      await insertPerson(tx, "person-1", "P1");
      await insertPerson(tx, "person-2", "p1");
      await insertPerson(tx, "person-3", "P3");
      for (const undo of [
        "drop index people_alike_unique",
        "drop index cases_by_alike",
        "alter table people drop column alike",
        "drop table draft_visits",
        "drop table draft_comments",
        "drop table job_checkpoints",
        "drop table fairness_case_keys",
        "drop table fairness_cases",
        "drop table check_certificates",
        "drop table checks",
        "drop table draft_simulations",
        "drop table simulation_change_keys",
        "drop table simulation_changes",
        "drop table simulation_cases",
        ...["skipped", "attempts", "taken_done", "taken_at", "ended_at"].map(
          (column) => `alter table jobs drop column ${column}`,
        ),
        "delete from kysely_migration where name <> '0001-record'",
      ])
        await sql.raw(undo).execute(tx);
    });
    const later = await openStore(place);
    const rows = await later.read((db) =>
      db.selectFrom("people").select(["staff_id", "alike"]).orderBy("person").execute(),
    );
    expect(rows).toEqual([
      { staff_id: "P1", alike: "p1" },
      { staff_id: "p1", alike: null },
      { staff_id: "P3", alike: "p3" },
    ]);
    await later.close();
  });

  it("commits to the disk", async () => {
    const { store } = await open();
    await store.write(insertOneOfEach);
    const setting = dialect === "sqlite" ? sql`pragma synchronous` : sql`show synchronous_commit`;
    for (const use of [store.read, store.write]) {
      const { rows } = await use((db) => setting.execute(db));
      // 2 is FULL. The server of the tests is set to `off`.
      expect(rows).toEqual([dialect === "sqlite" ? { synchronous: 2 } : { synchronous_commit: "on" }]);
    }
  });
});

/** A table in the way of one that the migration makes. */
async function spoil(place: StorePlace): Promise<void> {
  await withRaw(place, "create table jobs (id integer)");
}

async function namesIn(place: StorePlace): Promise<readonly string[]> {
  const query =
    "file" in place
      ? "select name from sqlite_schema where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'";
  return (await withRaw(place, query)).map(({ name }) => name);
}

/** Past the store. */
async function withRaw(place: StorePlace, text: string): Promise<readonly { readonly name: string }[]> {
  if ("url" in place) {
    const client = new pg.Client(place.url);
    await client.connect();
    const { rows } = await client.query<{ name: string }>(text);
    await client.end();
    return rows;
  }
  mkdirSync(dirname(place.file), { recursive: true });
  const database = new BetterSqlite3(place.file);
  const statement = database.prepare<[], { name: string }>(text);
  const rows = statement.reader ? statement.all() : [];
  if (!statement.reader) statement.run();
  database.close();
  return rows;
}

describe("a file of SQLite", () => {
  const folders: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), "evenhand-file-"));
    folders.push(folder);
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it("is for its owner only, with the folder that is made for it and the files beside it", async () => {
    const file = join(newFolder(), "a", "b", "evenhand.db");
    const store = await opening({ file });
    await store.write(insertOneOfEach);
    const mode = (path: string) => statSync(path).mode & 0o777;
    expect([file, `${file}-wal`, `${file}-shm`].map(mode)).toEqual([0o600, 0o600, 0o600]);
    expect(mode(dirname(file))).toBe(0o700);
  });

  it("would be written with less than FULL by this SQLite, were it not set", () => {
    const database = new BetterSqlite3(join(newFolder(), "plain.db"));
    database.pragma("journal_mode = WAL");
    const asked = () => database.pragma("synchronous", { simple: true });
    const before = asked();
    database.exec("create table t (a)");
    expect([before, asked()]).toEqual([2, 1]);
    database.close();
  });

  it("keeps foreign keys, and writes ahead", async () => {
    const store = await opening({ file: join(newFolder(), "evenhand.db") });
    const pragma = async (name: string) =>
      (await store.write((tx) => sql`pragma ${sql.raw(name)}`.execute(tx))).rows[0];
    expect(await pragma("journal_mode")).toEqual({ journal_mode: "wal" });
    expect(await pragma("foreign_keys")).toEqual({ foreign_keys: 1 });
  });

  it("that is none is refused, as is a path that leads nowhere", async () => {
    const folder = newFolder();
    const file = join(folder, "notes.txt");
    writeFileSync(file, "this is no database, although it is long enough to be taken for one".repeat(100));
    await expect(openStore({ file })).rejects.toMatchObject({ name: "StoreUnavailable", trouble: "damaged" });
    await expect(openStore({ file: join(file, "evenhand.db") })).rejects.toMatchObject({
      name: "StoreUnavailable",
      trouble: "unreachable",
    });
  });
});

describe("a PostgreSQL server", () => {
  it("that is not there is named without its password", async () => {
    const failure = await openStore({ url: "postgres://somebody:secret@127.0.0.1:1/evenhand" }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(JSON.stringify(failure)).not.toContain("secret");
    expect(String(failure)).not.toContain("secret");
  });
});
