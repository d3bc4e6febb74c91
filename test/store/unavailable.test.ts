import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, putMeta, type Store, StoreUnavailable } from "@evenhand/store";
import BetterSqlite3 from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

async function troubleOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.trouble;
    throw error;
  }
  return "none";
}

const put = (store: Store, key: string, value = "") => store.write((tx) => putMeta(tx, { key, value }));

async function keysOf(store: Store): Promise<readonly string[]> {
  const rows = await store.read((db) => db.selectFrom("meta").select("key").orderBy("key").execute());
  return rows.map(({ key }) => key);
}

describe("a SQLite file", () => {
  async function opened(): Promise<{ readonly store: Store; readonly file: string }> {
    const folder = mkdtempSync(join(tmpdir(), "evenhand-trouble-"));
    cleaning.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "evenhand.db");
    const store = await openStore({ file });
    cleaning.push(store.close);
    return { store, file };
  }

  it("on a full disk keeps all it has and nothing of what failed, and goes on once there is room", async () => {
    const { store } = await opened();
    await put(store, "before");
    await store.write((tx) => sql`pragma max_page_count = 1`.execute(tx));
    const large = "x".repeat(100_000);
    const failing = store.write(async (tx) => {
      await putMeta(tx, { key: "small", value: "" });
      await putMeta(tx, { key: "large", value: large });
    });
    expect(await troubleOf(failing)).toBe("full");
    expect(await troubleOf(put(store, "again", large))).toBe("full");
    expect(await keysOf(store)).toEqual(["before"]);
    await store.write((tx) => sql`pragma max_page_count = 1000000`.execute(tx));
    await put(store, "after", large);
    expect(await keysOf(store)).toEqual(["after", "before"]);
  });

  it("that is damaged is not read, and is read again once it is whole", async () => {
    const { store, file } = await opened();
    await store.write(async (tx) => {
      for (let row = 0; row < 500; row += 1) await putMeta(tx, { key: `k${row}`, value: "x".repeat(5_000) });
    });
    await store.write((tx) => tx.selectFrom("meta").select("key").execute());
    const raw = new BetterSqlite3(file);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    raw.close();
    copyFileSync(file, `${file}.whole`);
    const whole = statSync(file).size;
    truncateSync(file, whole / 2);
    const readAll = () =>
      store.read((db) =>
        sql<{ sum: number }>`select sum(length(value)) as sum from meta`.execute(db).then(({ rows }) => rows),
      );
    expect(await troubleOf(readAll())).toBe("damaged");
    expect(await troubleOf(readAll())).toBe("damaged");
    copyFileSync(`${file}.whole`, file);
    expect(await readAll()).toEqual([{ sum: 2_500_000 }]);
  });

  it("that another process holds is waited for, while everything else goes on", async () => {
    const { store, file } = await opened();
    const other = new BetterSqlite3(file);
    cleaning.push(() => other.close());
    other.exec("begin immediate");
    const waiting = put(store, "a");
    expect(await keysOf(store)).toEqual([]);
    // The lock is given back only by what runs while it is waited for.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    other.exec("commit");
    await waiting;
    expect(await keysOf(store)).toEqual(["a"]);
  });
});

describe("a PostgreSQL server", () => {
  async function opened(): Promise<{ readonly store: Store; readonly server: PostgresServer }> {
    const server = await startPostgres();
    cleaning.push(server.remove, server.stop);
    const store = await openStore({ url: server.url() });
    cleaning.push(store.close);
    return { store, server };
  }

  it("that is gone is noticed at once, and found again once it is back", async () => {
    const { store, server } = await opened();
    await put(store, "before");
    const isWriting = Promise.withResolvers<void>();
    const isGone = Promise.withResolvers<void>();
    const cut = store.write(async (tx) => {
      await putMeta(tx, { key: "cut off", value: "" });
      isWriting.resolve();
      await isGone.promise;
      await putMeta(tx, { key: "cut off too", value: "" });
    });
    cut.catch(() => {});
    await isWriting.promise;
    await server.stop();
    isGone.resolve();
    expect(await troubleOf(cut)).toBe("unreachable");
    expect(await troubleOf(put(store, "meanwhile"))).toBe("unreachable");
    expect(await troubleOf(keysOf(store))).toBe("unreachable");
    const back = await startPostgres({ data: server.data, port: server.port });
    cleaning.push(back.stop);
    await put(store, "after");
    expect(await keysOf(store)).toEqual(["after", "before"]);
  });

  it("that ends the connections, idle and busy ones, is connected to again", async () => {
    const { store, server } = await opened();
    await Promise.all(["a", "b", "c"].map((key) => put(store, key)));
    const other = await openStore({ url: server.url() });
    cleaning.push(other.close);
    const sleeping = store.read((db) => sql`select pg_sleep(20)`.execute(db));
    sleeping.catch(() => {});
    await expect.poll(() => isAsleep(other)).toBe(true);
    await other.write((tx) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(tx),
    );
    expect(await troubleOf(sleeping)).toBe("unreachable");
    await put(store, "d");
    expect(await keysOf(store)).toEqual(["a", "b", "c", "d"]);
  });
});

/** Whether somebody else's connection is busy with a `pg_sleep`. */
async function isAsleep(store: Store): Promise<boolean> {
  const { rows } = await store.read((db) =>
    sql`select 1 from pg_stat_activity
        where pid <> pg_backend_pid() and state = 'active' and query like '%pg_sleep%'`.execute(db),
  );
  return rows.length > 0;
}

onBothDatabases("a store that is closed", (open) => {
  it("lets what is running end, and refuses what comes later", async () => {
    const { store, again } = await open();
    const isWriting = Promise.withResolvers<void>();
    const writing = store.write(async (tx) => {
      isWriting.resolve();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await putMeta(tx, { key: "late", value: "" });
    });
    await isWriting.promise;
    const closing = store.close();
    expect(await troubleOf(put(store, "too late"))).toBe("closed");
    expect(await troubleOf(keysOf(store))).toBe("closed");
    await writing;
    await closing;
    expect(await keysOf(await again())).toEqual(["late"]);
  });

  it("may be closed twice", async () => {
    const { store } = await open();
    await store.close();
    await store.close();
    expect(await troubleOf(keysOf(store))).toBe("closed");
  });
});

onBothDatabases("a transaction that fails", (open) => {
  it("leaves nothing, and the next one works", async () => {
    const { store } = await open();
    const failing = store.write(async (tx) => {
      await putMeta(tx, { key: "a", value: "" });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    await expect(store.write((tx) => sql`select 1 from nowhere`.execute(tx))).rejects.toThrow(/nowhere/);
    await put(store, "b");
    expect(await keysOf(store)).toEqual(["b"]);
  });

  it("gives no number that is not exactly the one that is stored", async () => {
    const { store } = await open();
    const answer = await store.read((db) =>
      sql<{ sum: number; count: number }>`select count(*) as count, sum(n) as sum
        from (select 9007199254740990 as n union all select 1) as numbers`.execute(db),
    );
    expect(answer.rows).toEqual([{ count: 2, sum: Number.MAX_SAFE_INTEGER }]);
    await expect(
      store.read((db) => sql`select cast(9007199254740993 as bigint) as n`.execute(db)),
    ).rejects.toThrow(RangeError);
  });
});
