import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Store, insertJob, jobRow } from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { type Counted, upTo } from "./counting.ts";
import type { CountingOrder } from "./worker.ts";

const KIND = "count";
const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
type Started = { readonly child: ChildProcess; readonly ended: Promise<unknown> };

function start(order: Omit<CountingOrder, "kind">): Started {
  const child = spawn(process.execPath, [WORKER, JSON.stringify({ ...order, kind: KIND })], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { child, ended: once(child, "close") };
}

async function put(store: Store, id: string, total: number): Promise<void> {
  const job = { id, kind: KIND, payload: "{}", total, created_at: 1, created_by: "user:u1" };
  await store.write((tx) => insertJob(tx, job));
}

async function counted(store: Store, id: string): Promise<{ readonly state: string } & Counted> {
  const row = await store.read((db) => jobRow(db, id));
  const { numbers, by } = JSON.parse(row?.result ?? '{"numbers":[],"by":[]}') as Counted;
  return { state: row?.state ?? "", numbers, by };
}

onBothDatabases("jobs in processes of their own", (open) => {
  it("that are killed in the middle are gone on with by another, from where they were", async () => {
    const { store, place } = await open();
    await put(store, "j1", 60);
    const order = { place, silentMs: 400 };
    // Slow enough that it is still in the middle when it is killed, however late that is seen.
    const first = start({ ...order, stepMs: 250 });
    await expect.poll(async () => (await counted(store, "j1")).numbers.length).toBeGreaterThan(2);
    first.child.kill("SIGKILL");
    await first.ended;
    const left = (await counted(store, "j1")).numbers.length;
    expect(left).toBeLessThan(60);
    await expect.poll(() => isSilent(store, order.silentMs)).toBe(true);
    const second = start({ ...order, stepMs: 1 });
    await second.ended;
    expect(await counted(store, "j1")).toEqual({
      state: "done",
      numbers: upTo(60),
      by: [String(first.child.pid), String(second.child.pid)],
    });
  });

  it("are never given to two of them", async () => {
    const { store, place } = await open();
    const ids = upTo(12).map((number) => `j${number}`);
    for (const id of ids) await put(store, id, 5);
    const both = [0, 1].map(() => start({ place, stepMs: 2, silentMs: 30_000 }));
    await Promise.all(both.map(({ ended }) => ended));
    const all = await Promise.all(ids.map((id) => counted(store, id)));
    expect(all.every(({ state, by }) => state === "done" && by.length === 1)).toBe(true);
    expect(all.map(({ numbers }) => numbers)).toEqual(ids.map(() => upTo(5)));
  });
});

async function isSilent(store: Store, ms: number): Promise<boolean> {
  const row = await store.read((db) => jobRow(db, "j1"));
  return Date.now() - (row?.claimed_at ?? 0) > ms;
}
