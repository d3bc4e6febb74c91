import { randomBytes } from "node:crypto";
import { type JobKind, jobRunner, readProgress, rulebookOfStore } from "@evenhand/service";
import {
  type JobRow,
  type Store,
  cancelJob,
  checkpointOf,
  claimJob,
  insertJob,
  jobRow,
} from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { type Counted, counting, upTo } from "./counting.ts";

const KIND = "count";
const SILENT_MS = 30_000;

/** A clock that a test turns, alarms that it looks into, and workers. */
function worldOver(store: Store) {
  const alarms: unknown[] = [];
  const clock = { now: 1_000_000 };
  const context = {
    store,
    rulebook: rulebookOfStore(store),
    now: () => clock.now,
    random: (bytes: number) => randomBytes(bytes),
    alarm: (message: string, details: Readonly<Record<string, unknown>>) =>
      void alarms.push({ message, ...details }),
  };
  const beats: (() => void)[] = [];
  const worker = (kind: JobKind) =>
    jobRunner(() => context, {
      kinds: [kind],
      silentMs: SILENT_MS,
      pause: async () => undefined,
      every: (_ms, work) => {
        beats.push(work);
        return () => void beats.splice(beats.indexOf(work), 1);
      },
    });
  return {
    alarms,
    clock,
    context,
    beats,
    worker,
    put: (id: string, total = 20) =>
      store.write((tx) =>
        insertJob(tx, { id, kind: KIND, payload: "{}", total, created_at: clock.now, created_by: "user:u1" }),
      ),
    cancel: (id: string) => store.write((tx) => cancelJob(tx, { id, at: clock.now })),
    row: async (id: string): Promise<JobRow | undefined> => store.read((db) => jobRow(db, id)),
    progress: (id: string) =>
      readProgress(context, { id, name: { kind: KIND, label: { en: "count", zh: "计数" } } }),
    work: async (kind: JobKind) => {
      const runner = worker(kind);
      runner.wake();
      await runner.idle();
    },
  };
}

function countedIn(row: JobRow | undefined): Counted {
  return JSON.parse(row?.result ?? "null") as Counted;
}

onBothDatabases("a job", (open) => {
  it("is worked on to its end, says how far it is, and leaves no checkpoint behind", async () => {
    const { store } = await open();
    const { put, row, progress, work, clock } = worldOver(store);
    await put("j1");
    expect(await progress("j1")).toEqual({
      state: "queued",
      done: 0,
      skipped: 0,
      total: 20,
      perSecond: null,
    });
    const seen: unknown[] = [];
    await work(
      counting(KIND, {
        by: "w1",
        before: async () => {
          clock.now += 500;
          seen.push(await progress("j1"));
        },
      }),
    );
    expect(seen[11]).toEqual({ state: "running", done: 11, skipped: 1, total: 20, perSecond: 2 });
    expect(await row("j1")).toMatchObject({ state: "done", done: 20, skipped: 2, ended_at: clock.now });
    expect(countedIn(await row("j1")).numbers).toEqual(upTo(20));
    expect(await store.read((db) => checkpointOf(db, "j1"))).toBeUndefined();
  });

  it("whose worker is gone goes on from where it was left, once that worker was silent for a while", async () => {
    const { store } = await open();
    const { put, row, worker, work, clock } = worldOver(store);
    await put("j1");
    // It stops for ever in the middle of a step, as a process that is gone does.
    const reached = Promise.withResolvers<void>();
    const stuck = worker(
      counting(KIND, {
        by: "gone",
        before: async (number) => {
          if (number < 8) return;
          reached.resolve();
          await new Promise(() => undefined);
        },
      }),
    );
    stuck.wake();
    await reached.promise;
    await work(counting(KIND, { by: "early" }));
    expect(await row("j1")).toMatchObject({ state: "running", done: 7 });
    clock.now += SILENT_MS + 1;
    await work(counting(KIND, { by: "next" }));
    expect(await row("j1")).toMatchObject({ state: "done", done: 20 });
    expect(countedIn(await row("j1"))).toEqual({ numbers: upTo(20), by: ["gone", "next"] });
  });

  it("whose step takes long is not taken over as long as its worker gives signs of life", async () => {
    const { store } = await open();
    const { put, row, worker, work, clock, beats } = worldOver(store);
    await put("j1");
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = worker(
      counting(KIND, {
        by: "slow",
        before: async (number) => {
          if (number !== 8) return;
          reached.resolve();
          await goOn.promise;
        },
      }),
    );
    slow.wake();
    await reached.promise;
    clock.now += SILENT_MS - 1;
    for (const beat of beats) beat();
    await expect.poll(async () => (await row("j1"))?.claimed_at).toBe(clock.now);
    clock.now += SILENT_MS - 1;
    await work(counting(KIND, { by: "other" }));
    goOn.resolve();
    await slow.idle();
    expect(countedIn(await row("j1"))).toEqual({ numbers: upTo(20), by: ["slow"] });
    expect(beats).toEqual([]);
  });

  it("that is called off keeps what was done, and nothing more is done", async () => {
    const { store } = await open();
    const { put, row, work, cancel } = worldOver(store);
    await put("j1");
    await work(
      counting(KIND, { by: "w1", before: async (number) => void (number === 6 && (await cancel("j1"))) }),
    );
    expect(await row("j1")).toMatchObject({ state: "cancelled", done: 6 });
    expect(countedIn(await row("j1")).numbers).toEqual(upTo(6));
    expect(await store.read((db) => checkpointOf(db, "j1"))).toBeUndefined();
  });

  it("of a worker that is told to stop is another's at once", async () => {
    const { store } = await open();
    const { put, row, worker, work } = worldOver(store);
    await put("j1");
    const runner = worker(
      counting(KIND, { by: "w1", before: async (number) => void (number === 5 && void runner.stop()) }),
    );
    runner.wake();
    await runner.idle();
    expect(await row("j1")).toMatchObject({ state: "queued", done: 5, claimed_by: null });
    await work(counting(KIND, { by: "w2" }));
    expect(countedIn(await row("j1"))).toEqual({ numbers: upTo(20), by: ["w1", "w2"] });
  });

  it("that fails is told as failed with what was done, raises an alarm, and keeps no other job from being done", async () => {
    const { store } = await open();
    const { put, row, work, alarms } = worldOver(store);
    await put("j1");
    await put("j2", 3);
    await work(
      counting(KIND, {
        by: "w1",
        before: async (number) => {
          if (number === 4) throw new Error("four is unknown");
        },
      }),
    );
    expect(await row("j1")).toMatchObject({ state: "failed", done: 3 });
    expect(countedIn(await row("j1")).numbers).toEqual(upTo(3));
    expect(await row("j2")).toMatchObject({ state: "done", done: 3 });
    expect(alarms).toEqual([
      { message: "a job failed", job: "j1", kind: KIND, fault: "Error: four is unknown" },
    ]);
  });

  it("that ends every worker before anything is kept is given up after the fifth", async () => {
    const { store } = await open();
    const { put, row, work, clock, alarms } = worldOver(store);
    await put("j1");
    for (let time = 1; time <= 5; time += 1) {
      const claim = { kinds: [KIND], worker: `w${time}`, at: clock.now, silentSince: clock.now - SILENT_MS };
      expect(await store.write((tx) => claimJob(tx, claim))).toMatchObject({ attempts: time });
      clock.now += SILENT_MS + 1;
    }
    await work(counting(KIND, { by: "w6" }));
    expect(await row("j1")).toMatchObject({ state: "failed", done: 0 });
    expect(alarms).toHaveLength(1);
  });
});
