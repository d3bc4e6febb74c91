import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Background, type BackgroundTask, createMetrics, startBackground } from "@evenhand/api";
import { verifyCheckpoint } from "@evenhand/evidence";
import {
  type Store,
  appendAuditEvent,
  countPendingLeaves,
  latestCheckpoint,
  leavesFrom,
  logSize,
  openStore,
} from "@evenhand/store";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MINUTE_MS, serviceOver } from "../auth/service.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Process, VERIFIER_KEY, processOver } from "./service.ts";

const running: Background[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

function start(process: Process, tasks?: readonly BackgroundTask[]): Background {
  const { context: service, surroundings } = process;
  const { log, metrics } = surroundings;
  const background = startBackground({ service, log, metrics, ...(tasks ? { tasks } : {}) });
  running.push(background);
  return background;
}

const SECRET = "C-1 of P1";

const event = (id: string) =>
  ({
    at: 1_000,
    actor: { kind: "system", id: "test" },
    action: "settings.changed",
    object: { kind: "settings", id },
    after: { told: SECRET },
  }) as const;

async function happen(store: Store, count: number): Promise<void> {
  await store.write(async (tx) => {
    for (let at = 0; at < count; at += 1) await appendAuditEvent(tx, event(`t${at}`));
  });
}

const pending = (store: Store): Promise<number> => store.read(countPendingLeaves);

/** Every leaf has its place and the newest checkpoint is signed over all of them. */
async function expectWholeLog(store: Store): Promise<void> {
  const { size, leaves, note } = await store.read(async (db) => ({
    size: await logSize(db),
    leaves: await leavesFrom(db, { from: 0, limit: 10_000 }),
    note: (await latestCheckpoint(db))?.note ?? "",
  }));
  expect(leaves.map(({ position }) => position)).toEqual(Array.from({ length: size }, (_, at) => at));
  expect(new Set(leaves.map(({ audit_event_id: id }) => id)).size).toBe(size);
  expect(verifyCheckpoint(note, VERIFIER_KEY)).toMatchObject({ checkpoint: { size } });
}

onBothDatabases("the log", (open) => {
  it("takes in what happens soon after it happened", async () => {
    const { store } = await open();
    const process = await processOver(store);
    start(process);
    await expect.poll(() => pending(store)).toBe(0);
    await happen(store, 3);
    await expect.poll(() => pending(store)).toBe(0);
    await expectWholeLog(store);
  });

  it("takes in what happened last before the process ends, and nothing afterwards", async () => {
    const { store } = await open();
    const background = start(await processOver(store));
    await expect.poll(() => pending(store)).toBe(0);
    await happen(store, 2);
    await background.stop();
    expect(await pending(store)).toBe(0);
    await expectWholeLog(store);
    await happen(store, 1);
    await sleep(600);
    expect(await pending(store)).toBe(1);
  });

  it("is the same where several processes take turns", async () => {
    const { store, again } = await open();
    const processes = [
      await processOver(store),
      await processOver(await again()),
      await processOver(await again()),
    ];
    for (const process of processes) start(process);
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(processes.map(({ context }) => happen(context.store, 7)));
      await sleep(100);
    }
    await expect.poll(() => pending(store)).toBe(0);
    await expectWholeLog(store);
    expect(processes.flatMap(({ logged }) => logged)).toEqual([]);
  });
});

onBothDatabases("a process", (open) => {
  it("forgets sessions that are over, and no other", async () => {
    const { store } = await open();
    const { context, surroundings, person, signIn, pass, send } = await serviceOver(store);
    const somebody = await person({ roles: ["auditor"] });
    await signIn(somebody);
    pass(31 * MINUTE_MS);
    const cookie = await signIn(somebody);
    const background = startBackground({ service: context, log: surroundings.log, metrics: createMetrics() });
    running.push(background);
    await expect.poll(() => countSessions(store)).toBe(1);
    expect((await send("/v1/audit-events", { cookie })).status).toBe(200);
  });
});

describe("a background task", () => {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-background-"));
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ file: join(folder, "evenhand.db") });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("goes on by itself once a full disk has room again, and its log tells of nobody", async () => {
    const process = await processOver(store);
    await happen(store, 500);
    await store.write((tx) => sql`pragma max_page_count = 1`.execute(tx));
    start(process);
    await expect.poll(() => process.logged.length).toBeGreaterThan(0);
    expect(process.logged[0]).toMatchObject({
      level: "error",
      message: "a background task failed and will be tried again",
      fields: { task: "place-in-log", trouble: "full" },
    });
    await store.write((tx) => sql`pragma max_page_count = 1000000`.execute(tx));
    await expect.poll(() => pending(store)).toBe(0);
    await expectWholeLog(store);
    await expect
      .poll(() => process.logged.at(-1))
      .toMatchObject({ level: "info", message: "a background task works again" });
    expect(JSON.stringify(process.logged)).not.toContain(SECRET);
  });

  it("has one turn at a time, however long one takes", async () => {
    let [now, most, turns] = [0, 0, 0];
    const slow = task("slow", async () => {
      now += 1;
      turns += 1;
      most = Math.max(most, now);
      await sleep(20);
      now -= 1;
    });
    const background = start(await processOver(store), [slow]);
    await expect.poll(() => turns).toBeGreaterThan(3);
    await background.stop();
    expect({ now, most }).toEqual({ now: 0, most: 1 });
  });

  it("that fails keeps no other from its turns, and its message out of the log", async () => {
    const process = await processOver(store);
    let turns = 0;
    const failing = task("failing", async () => {
      throw new Error(SECRET);
    });
    start(process, [failing, task("other", async () => void (turns += 1))]);
    await expect.poll(() => turns).toBeGreaterThan(3);
    const [first] = process.logged;
    expect(first).toMatchObject({ level: "error", fields: { task: "failing", fault: { name: "Error" } } });
    expect(JSON.stringify(process.logged)).not.toContain(SECRET);
    const text = await process.surroundings.metrics.text([]);
    expect(text).toMatch(/^evenhand_background_failures_total\{task="failing"\} [1-9]/m);
  });

  it("that fails waits longer each time, and has its last turn all the same", async () => {
    const process = await processOver(store);
    const turns: number[] = [];
    const failing = task("failing", async () => {
      turns.push(performance.now());
      throw new Error(SECRET);
    });
    const background = start(process, [{ ...failing, atLast: true }]);
    await expect.poll(() => turns.length).toBeGreaterThan(2);
    const [first = 0, second = 0, third = 0] = turns;
    // A timer may come a millisecond early, and late by any time.
    expect(second - first).toBeGreaterThan(490);
    expect(third - second).toBeGreaterThan(990);
    const before = turns.length;
    await background.stop();
    expect(turns).toHaveLength(before + 1);
  });
});

function task(name: string, run: BackgroundTask["run"]): BackgroundTask {
  return { name, everyMs: 1, run };
}

async function countSessions(store: Store): Promise<number> {
  const { rows } = await store.read((db) =>
    sql<{ n: number }>`select count(*) as n from sessions`.execute(db),
  );
  return Number(rows[0]?.n);
}
