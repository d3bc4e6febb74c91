import { canonicalJson, type Actor } from "@evenhand/domain";
import {
  alikePersons,
  alikeReferences,
  allSettings,
  type AuditFilter,
  appendAuditEvent,
  auditEvent,
  cancelJob,
  claimJob,
  countAuditEvents,
  countPendingLeaves,
  erasePerson,
  findAnswer,
  finishJob,
  insertCases,
  insertCheckpoint,
  insertJob,
  insertOpenings,
  jobRow,
  keepAnswer,
  knownPersons,
  latestCheckpoint,
  leafOfEvent,
  leavesFrom,
  listAuditEvents,
  listCheckpoints,
  lockPersons,
  logSize,
  metaValue,
  nodesAt,
  openingsOf,
  pendingLeaves,
  personsOf,
  placeLeaves,
  putMeta,
  putMetaOnce,
  putSetting,
  raiseLedgerRevisions,
  reportJob,
  setLeftIn,
  staffIdsOf,
  type Store,
  tryLockKey,
  withSequencerLock,
} from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { conflictOf } from "./conflict-of.ts";
import { CASE } from "./one-of-each.ts";

const NOTHING_YET = { done: 0, total: 10, result: "[]" };
const HANDLER: Actor = { kind: "user", id: "u1", person: "P1", roles: ["handler"], secondFactor: true };

const event = (id: string) =>
  ({
    at: Date.UTC(2026, 6, 1, 8),
    actor: HANDLER,
    action: "case.stored",
    object: { kind: "case", id },
  }) as const;

onBothDatabases("audit events", (open) => {
  it("keep a body that says who did what, when, to what, without roles", async () => {
    const { store } = await open();
    const id = await store.write((tx) =>
      appendAuditEvent(tx, {
        ...event("k1"),
        before: { b: 1, a: "“二”" },
        after: null,
        entries: [{ account: "d1", kind: "assessed", amountMinor: 5, person: "person-1" }],
      }),
    );
    const row = await store.read((db) => auditEvent(db, id));
    expect(row).toMatchObject({
      id,
      actor: "user:u1",
      action: "case.stored",
      object_kind: "case",
      object_id: "k1",
    });
    expect(row?.body).toBe(
      '{"action":"case.stored","actor":{"id":"u1","kind":"user"},"after":null,"at":"2026-07-01T08:00:00.000Z",' +
        '"before":{"a":"“二”","b":1},"entries":[{"account":"d1","amountMinor":5,"kind":"assessed","person":"person-1"}],' +
        '"format":1,"object":{"id":"k1","kind":"case"}}',
    );
    expect(canonicalJson(JSON.parse(row?.body ?? ""))).toBe(row?.body);
  });

  it("wait for their place in the log from the moment they stand", async () => {
    const { store } = await open();
    const failing = store.write(async (tx) => {
      await appendAuditEvent(tx, event("k0"));
      throw new Error("given up");
    });
    await expect(failing).rejects.toThrow("given up");
    const id = await store.write((tx) => appendAuditEvent(tx, event("k1")));
    const pending = await store.read((db) => pendingLeaves(db, 10));
    expect(pending.map(({ auditEventId }) => auditEventId)).toEqual([id]);
  });

  it("are listed newest first, page by page, by whatever is asked for", async () => {
    const { store } = await open();
    const ids = await store.write(async (tx) => {
      const made: number[] = [];
      for (const id of ["k1", "k2", "k1"]) made.push(await appendAuditEvent(tx, event(id)));
      made.push(
        await appendAuditEvent(tx, { ...event("k3"), actor: { kind: "system", id: "start" }, at: 5 }),
      );
      return made;
    });
    const list = async (filter: Parameters<typeof listAuditEvents>[1]) =>
      (await store.read((db) => listAuditEvents(db, filter))).map(({ id }) => ids.indexOf(id));
    expect(await list({ limit: 2 })).toEqual([3, 2]);
    expect(await list({ limit: 2, before: ids[2] ?? 0 })).toEqual([1, 0]);
    expect(await list({ limit: 9, objectKind: "case", objectId: "k1" })).toEqual([2, 0]);
    expect(await list({ limit: 9, actor: "system:start" })).toEqual([3]);
    expect(await list({ limit: 9, action: "case.left" })).toEqual([]);
    expect(await list({ limit: 9, from: 5, until: 6 })).toEqual([3]);
  });

  it("are counted by quarters of an hour, in their order, by whatever is asked for", async () => {
    const { store } = await open();
    const first = Date.UTC(2026, 6, 1, 8);
    const ats = [first + 20 * 60_000, first, first + 15 * 60_000 - 1, first + 24 * 60 * 60_000];
    await store.write(async (tx) => {
      for (const [index, at] of ats.entries()) await appendAuditEvent(tx, { ...event(`q${index}`), at });
    });
    const count = async (filter: AuditFilter) => store.read((db) => countAuditEvents(db, filter));
    expect(await count({})).toEqual([
      { at: first, events: 2 },
      { at: first + 15 * 60_000, events: 1 },
      { at: first + 24 * 60 * 60_000, events: 1 },
    ]);
    expect(await count({ objectKind: "case", objectId: "q1" })).toEqual([{ at: first, events: 1 }]);
    expect(await count({ until: first })).toEqual([]);
  });
});

onBothDatabases("people", (open) => {
  const make = (staffId: string) => ({ person: `person-${staffId}`, salt: `salt-${staffId}` });
  const rowOf = async (store: Store, person: string) =>
    (await store.write((tx) => lockPersons(tx, [person])))[0];

  it("are made once, and known from then on", async () => {
    const { store } = await open({ now: () => 1_234 });
    const first = await store.write((tx) => personsOf(tx, ["E2", "E1", "E2"], make));
    expect(Object.fromEntries(first)).toEqual({ E1: "person-E1", E2: "person-E2" });
    const later = await store.write((tx) =>
      personsOf(tx, ["E2", "E3"], (staffId) => ({ person: `other-${staffId}`, salt: "other" })),
    );
    expect(Object.fromEntries(later)).toEqual({ E2: "person-E2", E3: "other-E3" });
    expect(await rowOf(store, "person-E2")).toEqual({
      person: "person-E2",
      staff_id: "E2",
      salt: "salt-E2",
      alike: "e2",
      left_in: null,
      erased_at: null,
      ledger_revision: 0,
      created_at: 1_234,
    });
    const known = await store.read((db) => knownPersons(db, ["E1", "E9"]));
    expect(Object.fromEntries(known)).toEqual({ E1: "person-E1" });
  });

  it("are never two where their numbers would be taken for one", async () => {
    const { store } = await open();
    await store.write((tx) => personsOf(tx, ["E1"], make));
    expect(Object.fromEntries(await store.read((db) => alikePersons(db, ["E1", "e1", "E 1", "E2"])))).toEqual(
      { e1: "E1", "E 1": "E1" },
    );
    for (const staffIds of [
      ["E2", "e1"],
      ["É3", "é3"],
    ]) {
      const refused = store.write((tx) => personsOf(tx, staffIds, make));
      await expect(refused).rejects.toMatchObject({ constraint: "people_alike_unique" });
    }
    expect(Object.fromEntries(await store.read((db) => knownPersons(db, ["E1", "e1", "E2"])))).toEqual({
      E1: "person-E1",
    });
  });

  it("are many or none", async () => {
    const { store } = await open();
    const staffIds = Array.from({ length: 1_203 }, (_, index) => `E${index}`);
    const persons = await store.write((tx) => personsOf(tx, staffIds, make));
    expect(persons.size).toBe(1_203);
    expect((await store.write((tx) => personsOf(tx, [], make))).size).toBe(0);
    expect(await store.write((tx) => lockPersons(tx, [...persons.values()]))).toHaveLength(1_203);
    expect((await store.read((db) => staffIdsOf(db, [...persons.values()]))).size).toBe(1_203);
  });

  it("are taken in order of pseudonym, and only those there are", async () => {
    const { store } = await open();
    await store.write((tx) => personsOf(tx, ["E3", "E1", "E2"], make));
    const taken = await store.write((tx) =>
      lockPersons(tx, ["person-E3", "person-E1", "nobody", "person-E3"]),
    );
    expect(taken.map(({ person }) => person)).toEqual(["person-E1", "person-E3"]);
  });

  it("leave, and their ledger counts its changes", async () => {
    const { store } = await open();
    await store.write(async (tx) => {
      await personsOf(tx, ["E1", "E2"], make);
      await setLeftIn(tx, "person-E1", "2026-08");
      await raiseLedgerRevisions(tx, ["person-E1", "person-E1"]);
    });
    expect(await rowOf(store, "person-E1")).toMatchObject({ left_in: "2026-08", ledger_revision: 1 });
    expect(await rowOf(store, "person-E2")).toMatchObject({ left_in: null, ledger_revision: 0 });
  });

  it("that are erased stand for nobody, and whoever comes with their number is somebody new", async () => {
    const { store } = await open();
    await store.write(async (tx) => {
      await personsOf(tx, ["E1"], make);
      await erasePerson(tx, "person-E1", 7);
    });
    expect(await store.read((db) => staffIdsOf(db, ["person-E1"]))).toEqual(new Map());
    expect(await rowOf(store, "person-E1")).toMatchObject({
      staff_id: null,
      salt: null,
      alike: null,
      erased_at: 7,
    });
    const again = await store.write((tx) =>
      personsOf(tx, ["E1"], () => ({ person: "person-new", salt: "s" })),
    );
    expect(again.get("E1")).toBe("person-new");
  });
});

onBothDatabases("references of cases", (open) => {
  it("are found where they differ only in blanks and the case of letters, under the same policy", async () => {
    const { store } = await open();
    await store.write(async (tx) => {
      await insertCases(tx, [
        { ...CASE, import_id: null, policy_id: "fines", reference: "C-1" },
        { ...CASE, import_id: null, id: "k2", policy_id: "other", reference: "c-2" },
      ]);
    });
    const found = await store.read((db) =>
      alikeReferences(db, { policyId: "fines", references: ["C-1", "c-1", "c - 1", "C-2", "C-3"] }),
    );
    expect(Object.fromEntries(found)).toEqual({ "c-1": "C-1", "c - 1": "C-1" });
  });
});

onBothDatabases("openings", (open) => {
  it("are kept once for each object and found by their commitment", async () => {
    const { store } = await open();
    const opening = { token: "text-1", object_id: "k1", salt: "s", value: '"a word"' };
    await store.write(async (tx) => {
      await insertOpenings(tx, [opening, { ...opening, token: "text-2" }]);
      await insertOpenings(tx, [opening, { ...opening, object_id: "d1" }]);
      await insertOpenings(tx, []);
    });
    const found = await store.read((db) => openingsOf(db, ["text-1", "text-9"]));
    expect([...found.values()]).toMatchObject([{ token: "text-1", value: '"a word"' }]);
  });
});

onBothDatabases("idempotency keys", (open, dialect) => {
  const answer = { actor: "key:1", key: "k", request_hash: "r", status: 201, body: '{"id":"d1"}', at: 1 };

  it("give back the answer that was kept, to the same actor only", async () => {
    const { store } = await open();
    await store.write((tx) => keepAnswer(tx, answer));
    expect(await store.read((db) => findAnswer(db, "key:1", "k"))).toEqual(answer);
    expect(await store.read((db) => findAnswer(db, "key:2", "k"))).toBeUndefined();
    const twice = store.write((tx) => keepAnswer(tx, { ...answer, body: "other" }));
    expect(await conflictOf(twice)).toBe("idempotency_keys_actor_key_unique");
  });

  it("are worked on by one transaction at a time", async () => {
    const { store, again } = await open();
    const other = await again();
    const isHeld = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const first = store.write(async (tx) => {
      const held = await tryLockKey(tx, "key:1", "k");
      isHeld.resolve();
      await mayEnd.promise;
      await keepAnswer(tx, answer);
      return held;
    });
    await isHeld.promise;
    const second = other.write(async (tx) => [
      await tryLockKey(tx, "key:1", "k"),
      await findAnswer(tx, "key:1", "k"),
      await tryLockKey(tx, "key:1", "other"),
    ]);
    // On PostgreSQL the second is told at once that the key is taken; on SQLite it begins when the first has ended.
    const isToldAtOnce = dialect === "postgres";
    if (isToldAtOnce) await second;
    mayEnd.resolve();
    expect(await first).toBe(true);
    expect(await second).toEqual(isToldAtOnce ? [false, undefined, true] : [true, answer, true]);
  });
});

onBothDatabases("facts and settings", (open) => {
  it("are kept, changed, and set once by whoever is first", async () => {
    const { store } = await open();
    await store.write((tx) => putMeta(tx, { key: "a", value: "1" }));
    await store.write((tx) => putMeta(tx, { key: "a", value: "2" }));
    expect(await store.read((db) => metaValue(db, "a"))).toBe("2");
    expect(await store.read((db) => metaValue(db, "b"))).toBeUndefined();
    const once = (value: string) => store.write((tx) => putMetaOnce(tx, { key: "log-key", value }));
    const [first] = await Promise.all([once("one"), once("two")]);
    expect(await once("three")).toBe(first);
  });

  it("are listed by key", async () => {
    const { store } = await open();
    const setting = { key: "b", value: "1", changed_at: 1, changed_by: "user:u1" };
    await store.write(async (tx) => {
      await putSetting(tx, setting);
      await putSetting(tx, { ...setting, key: "a" });
      await putSetting(tx, { ...setting, value: "2", changed_at: 2 });
    });
    expect(await store.read(allSettings)).toEqual([
      { ...setting, key: "a" },
      { ...setting, value: "2", changed_at: 2 },
    ]);
  });
});

onBothDatabases("the log", (open) => {
  /** Gives every waiting event its place, as a sequencer would. */
  const sequence = (store: Store) =>
    store.write(async (tx) => {
      await withSequencerLock(tx);
      const from = await logSize(tx);
      const pending = await pendingLeaves(tx, 700);
      await placeLeaves(tx, {
        leaves: pending.map(({ auditEventId }, index) => ({
          position: from + index,
          audit_event_id: auditEventId,
          leaf_hash: `h${from + index}`,
        })),
        nodes: pending.map((_, index) => ({ level: 0, position: from + index, hash: `h${from + index}` })),
      });
      return pending.length;
    });
  const append = (store: Store, count: number) =>
    store.write(async (tx) => {
      for (let at = 0; at < count; at += 1) await appendAuditEvent(tx, event(`k${at}`));
    });

  it("begins empty", async () => {
    const { store } = await open();
    expect(await store.read(logSize)).toBe(0);
    expect(await store.read(latestCheckpoint)).toBeUndefined();
    expect(await store.read((db) => nodesAt(db, []))).toEqual([]);
  });

  it("gives every event one place, in order, and none waits any longer", async () => {
    const { store } = await open();
    await append(store, 603);
    expect(await store.read(countPendingLeaves)).toBe(603);
    expect(await sequence(store)).toBe(603);
    expect(await store.read(countPendingLeaves)).toBe(0);
    await append(store, 2);
    await sequence(store);
    expect(await store.read(logSize)).toBe(605);
    const page = await store.read((db) => leavesFrom(db, { from: 602, limit: 2 }));
    expect(page.map(({ position }) => position)).toEqual([602, 603]);
    expect(page[1]?.body).toContain('"id":"k0"');
    const id = page[1]?.audit_event_id ?? 0;
    expect(await store.read((db) => leafOfEvent(db, id))).toMatchObject({ position: 603, leaf_hash: "h603" });
    expect(await store.read((db) => leafOfEvent(db, id + 99))).toBeUndefined();
  });

  it("gives places in turn to sequencers at once", async () => {
    const { store, again } = await open();
    const other = await again();
    await append(store, 40);
    const placed = await Promise.all([sequence(store), sequence(other), sequence(store), sequence(other)]);
    expect(placed.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(await store.read(logSize)).toBe(40);
  });

  it("gives nodes by their places", async () => {
    const { store } = await open();
    await append(store, 4);
    await sequence(store);
    const nodes = await store.read((db) =>
      nodesAt(db, [
        { level: 0, position: 3 },
        { level: 0, position: 1 },
        { level: 9, position: 0 },
      ]),
    );
    expect(nodes.map(({ hash }) => hash).toSorted()).toEqual(["h1", "h3"]);
  });

  it("gives the newest checkpoint, and those after a size in order", async () => {
    const { store } = await open();
    await store.write(async (tx) => {
      for (const size of [2, 10, 5])
        await insertCheckpoint(tx, { size, root_hash: "r", note: `n${size}`, at: 1 });
    });
    expect(await store.read(latestCheckpoint)).toMatchObject({ size: 10 });
    const later = await store.read((db) => listCheckpoints(db, { after: 2, limit: 9 }));
    expect(later.map(({ size }) => size)).toEqual([5, 10]);
  });
});

onBothDatabases("jobs", (open) => {
  const job = (id: string, created_at = 1) => ({
    id,
    kind: "replay",
    payload: "{}",
    created_at,
    created_by: "user:u1",
  });
  const claim = (worker: string, at = 100, silentSince = 0) => ({
    kinds: ["replay"],
    worker,
    at,
    silentSince,
  });

  it("are taken in the order they came, each by one worker", async () => {
    const { store } = await open();
    await store.write(async (tx) => {
      await insertJob(tx, job("late", 2));
      await insertJob(tx, job("early", 1));
      await insertJob(tx, { ...job("other", 0), kind: "import" });
    });
    const take = (worker: string) => store.write((tx) => claimJob(tx, claim(worker)));
    expect(await take("w1")).toMatchObject({
      id: "early",
      state: "running",
      claimed_by: "w1",
      claimed_at: 100,
    });
    expect(await take("w2")).toMatchObject({ id: "late" });
    expect(await take("w3")).toBeUndefined();
    expect(await store.write((tx) => claimJob(tx, { ...claim("w3"), kinds: [] }))).toBeUndefined();
  });

  it("count, and end with a result", async () => {
    const { store } = await open();
    await store.write((tx) => insertJob(tx, { ...job("j1"), total: 10 }));
    await store.write((tx) => insertJob(tx, job("j2", 2)));
    await store.write((tx) => claimJob(tx, claim("w1")));
    const hold = { id: "j1", worker: "w1", at: 200 };
    expect(await store.write((tx) => reportJob(tx, hold, { done: 4, total: 10, result: "[]" }))).toBe(true);
    expect(await store.read((db) => jobRow(db, "j1"))).toMatchObject({
      done: 4,
      total: 10,
      result: "[]",
      claimed_at: 200,
    });
    expect(await store.write((tx) => finishJob(tx, hold, { state: "done", result: "{}" }))).toBe(true);
    expect(await store.read((db) => jobRow(db, "j1"))).toMatchObject({ state: "done", result: "{}" });
    expect(await store.read((db) => jobRow(db, "j2"))).toMatchObject({ state: "queued" });
  });

  it("of a worker that fell silent are taken over, and that worker is told", async () => {
    const { store } = await open();
    await store.write((tx) => insertJob(tx, job("j1")));
    await store.write((tx) => claimJob(tx, claim("w1", 100)));
    expect(await store.write((tx) => claimJob(tx, claim("w2", 150, 100)))).toBeUndefined();
    expect(await store.write((tx) => claimJob(tx, claim("w2", 150, 101)))).toMatchObject({
      claimed_by: "w2",
    });
    const late = { id: "j1", worker: "w1", at: 160 };
    expect(await store.write((tx) => reportJob(tx, late, NOTHING_YET))).toBe(false);
    expect(await store.write((tx) => finishJob(tx, late, { state: "done", result: null }))).toBe(false);
  });

  it("that are called off end nowhere, and their worker is told", async () => {
    const { store } = await open();
    await store.write((tx) => insertJob(tx, job("j1")));
    await store.write((tx) => claimJob(tx, claim("w1")));
    expect(await store.write((tx) => cancelJob(tx, { id: "j1", at: 2 }))).toBe(true);
    expect(await store.write((tx) => cancelJob(tx, { id: "j1", at: 2 }))).toBe(false);
    expect(await store.write((tx) => reportJob(tx, { id: "j1", worker: "w1", at: 1 }, NOTHING_YET))).toBe(
      false,
    );
    expect(await store.write((tx) => claimJob(tx, claim("w2", 200, 999)))).toBeUndefined();
  });
});
