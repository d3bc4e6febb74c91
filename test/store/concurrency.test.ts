import { insertJob, lockPersons, type Store } from "@evenhand/store";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { onBothDatabases, onPostgres } from "../support/databases.ts";
import { insertOneOfEach, insertPerson, PERSON } from "./one-of-each.ts";
import { planOne } from "./plan-one.ts";
import { runWorkers } from "./workers.ts";

onBothDatabases("writers at once", (open, dialect) => {
  const filled = async () => {
    const opened = await open();
    await opened.store.write(insertOneOfEach);
    return opened;
  };

  it("in one process fill a month to its cap and not beyond", async () => {
    const { store } = await filled();
    const planned = await Promise.all(Array.from({ length: 130 }, () => planOne(store)));
    expect(planned.filter(Boolean)).toHaveLength(100);
    expect(await august(store)).toEqual({ taken: 100, entries: 100 });
  });

  it("through two stores in one process wait for each other and hold up nothing else", async () => {
    const { store, again } = await filled();
    const other = await again();
    const planned = await Promise.all(
      Array.from({ length: 60 }, (_, index) => planOne(index % 2 === 0 ? store : other)),
    );
    expect(planned.filter(Boolean)).toHaveLength(60);
    expect(await august(store)).toEqual({ taken: 60, entries: 60 });
  });

  it("in four processes fill a month to its cap, and what each says it did is there", async () => {
    const { store, place } = await filled();
    const answers = await runWorkers({ place, task: "plan", times: 35 }, 4);
    const planned = answers.map((answer) => (answer as { planned: number }).planned);
    expect(planned.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(await august(store)).toEqual({ taken: 100, entries: 100 });
  });

  it("in four processes append events, and every number that was given is there once", async () => {
    const { store, place } = await open();
    const answers = (await runWorkers({ place, task: "append", times: 50 }, 4)) as readonly number[][];
    const ids = answers.flat().toSorted((one, other) => one - other);
    expect(new Set(ids).size).toBe(200);
    const kept = await store.read((db) => db.selectFrom("audit_events").select("id").orderBy("id").execute());
    expect(kept.map(({ id }) => id)).toEqual(ids);
    const pending = await store.read((db) => db.selectFrom("pending_leaves").selectAll().execute());
    expect(pending).toHaveLength(200);
  });

  it("in four processes make each person once, and all are given the same", async () => {
    const { store, place } = await open();
    const staffIds = Array.from({ length: 40 }, (_, index) => `E${1_001 + index}`);
    const answers = await runWorkers({ place, task: "people", staffIds }, 4);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const people = await store.read((db) => db.selectFrom("people").select(["staff_id", "person"]).execute());
    expect(people).toHaveLength(40);
    expect(Object.fromEntries(people.map(({ staff_id, person }) => [staff_id, person]))).toEqual(answers[0]);
  });

  it("in four processes do each job once", async () => {
    const { store, place } = await open();
    const ids = Array.from({ length: 60 }, (_, index) => `j${String(index).padStart(2, "0")}`);
    await store.write(async (tx) => {
      for (const id of ids)
        await insertJob(tx, { id, kind: "count", payload: "{}", created_at: 1, created_by: "system:test" });
    });
    const answers = (await runWorkers({ place, task: "jobs" }, 4)) as readonly string[][];
    expect(answers.flat().toSorted()).toEqual(ids);
  });

  it("that take the same people in opposite orders both end, since one begins again", async () => {
    const { store } = await open();
    await store.write(async (tx) => {
      await insertPerson(tx, "person-1", "E1001");
      await insertPerson(tx, "person-2", "E1002");
    });
    let runs = 0;
    let holdOne = 0;
    const bothHoldOne = Promise.withResolvers<void>();
    const takeInOrder = (...order: readonly string[]) =>
      store.write(async (tx) => {
        runs += 1;
        for (const person of order) {
          await lockPersons(tx, [person]);
          await tx
            .updateTable("people")
            .set((eb) => ({ ledger_revision: eb("ledger_revision", "+", 1) }))
            .where("person", "=", person)
            .execute();
          holdOne += 1;
          if (holdOne === 2) bothHoldOne.resolve();
          // On SQLite the second begins only when the first has ended.
          if (dialect === "postgres") await bothHoldOne.promise;
        }
      });
    await Promise.all([takeInOrder("person-1", "person-2"), takeInOrder("person-2", "person-1")]);
    const people = await store.read((db) => db.selectFrom("people").select("ledger_revision").execute());
    expect(people).toEqual([{ ledger_revision: 2 }, { ledger_revision: 2 }]);
    expect(runs > 2).toBe(dialect === "postgres");
  });

  it("do not hold up those who read, who see all of a transaction or nothing", async () => {
    const { store } = await filled();
    const isWriting = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const writing = store.write(async (tx) => {
      await insertPerson(tx, "person-2", "E1002");
      isWriting.resolve();
      await mayEnd.promise;
      await insertPerson(tx, "person-3", "E1003");
    });
    await isWriting.promise;
    expect(await people(store)).toEqual([PERSON]);
    mayEnd.resolve();
    await writing;
    expect(await people(store)).toEqual([PERSON, "person-2", "person-3"]);
  });

  it("change nothing of what somebody sees who is still reading", async () => {
    const { store } = await filled();
    const hasRead = Promise.withResolvers<void>();
    const hasWritten = Promise.withResolvers<void>();
    const reading = store.read(async (db) => {
      const before = await db.selectFrom("people").select("person").execute();
      hasRead.resolve();
      await hasWritten.promise;
      return [before, await db.selectFrom("people").select("person").execute()];
    });
    await hasRead.promise;
    await store.write((tx) => insertPerson(tx, "person-2", "E1002"));
    hasWritten.resolve();
    expect(await reading).toEqual([[{ person: PERSON }], [{ person: PERSON }]]);
    expect(await people(store)).toHaveLength(2);
  });
});

async function august(store: Store): Promise<{ readonly taken: number; readonly entries: number }> {
  return store.read(async (db) => {
    const { taken_minor } = await db
      .selectFrom("ledger_months")
      .select("taken_minor")
      .executeTakeFirstOrThrow();
    const { sum } = await db
      .selectFrom("ledger_entries")
      .select(({ fn }) => fn.sum<number>("amount_minor").as("sum"))
      .where("kind", "=", "scheduled")
      .executeTakeFirstOrThrow();
    return { taken: taken_minor, entries: sum };
  });
}

async function people(store: Store): Promise<readonly string[]> {
  const rows = await store.read((db) => db.selectFrom("people").select("person").orderBy("person").execute());
  return rows.map(({ person }) => person);
}

onBothDatabases("one use of the store inside of another", (open) => {
  it.each(["read", "write"] as const)("is refused at once: %s", async (inner) => {
    const { store } = await open();
    for (const outer of ["read", "write"] as const)
      await expect(store[outer](() => store[inner](async () => "done"))).rejects.toThrow(
        `a \`${inner}\` of the store inside of a \`${outer}\``,
      );
  });

  it("that writes where it said that it reads is refused", async () => {
    const { store } = await open();
    const writing = store.read((db) => insertPerson(db));
    await expect(writing).rejects.toThrow("`read` of the store was used to write");
  });
});

onPostgres("a transaction that writes", (open) => {
  it("is read committed, whatever the database is set to", async () => {
    const { store, again } = await open();
    await store.write((tx) =>
      sql`do $$ begin
        execute format('alter database %I set default_transaction_isolation = serializable', current_database());
      end $$`.execute(tx),
    );
    const other = await again();
    const { rows } = await other.write((tx) => sql`show transaction_isolation`.execute(tx));
    expect(rows).toEqual([{ transaction_isolation: "read committed" }]);
  });
});
