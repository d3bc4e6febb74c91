import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type SimulationView, beginSimulation, readSimulation, takeInRules } from "@evenhand/service";
import { type JobProgressRow, type Store, type StorePlace, jobProgress } from "@evenhand/store";
import { afterEach, expect, it } from "vitest";
import { AUTHOR, FILES, given, processOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type RunningServer, type ServerOptions, startServer } from "../support/server-process.ts";
import { POLICY, keepPast, workOff } from "./past.ts";

const CASES = 6_000;
const servers: RunningServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ kill }) => kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function optionsFor(place: StorePlace): ServerOptions {
  if ("file" in place) return { data: dirname(place.file) };
  const data = mkdtempSync(join(tmpdir(), "evenhand-killed-"));
  folders.push(data);
  return { data, databaseUrl: place.url };
}

async function start(options: ServerOptions): Promise<RunningServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

async function progressOf(store: Store, id: string): Promise<JobProgressRow> {
  const row = await store.read((db) => jobProgress(db, id));
  if (!row) throw new Error(`there is no job ${id}`);
  return row;
}

onBothDatabases("a simulation whose service is killed", (open) => {
  it("goes on from where it was in the next one, and comes to the same bytes", async () => {
    const { store, place } = await open();
    const scene = processOver(store);
    await takeInRules(scene.context, FILES);
    await keepPast(store, { count: CASES, people: 300 });
    const asked = { policy: POLICY, baseline: 1, candidate: { version: 2 }, groups: ["complaintKind"] };
    const begin = async () => given(await beginSimulation(scene.context, { actor: AUTHOR, body: asked })).id;
    const seen = async (id: string) =>
      JSON.parse(given(await readSimulation(scene.context, { id })).body) as SimulationView;
    const id = await begin();
    const options = optionsFor(place);
    const first = await start(options);
    await expect.poll(async () => (await progressOf(store, id)).done, { interval: 50 }).toBeGreaterThan(0);
    await first.kill();
    const left = await progressOf(store, id);
    expect(left.state).toBe("running");
    expect(left.done).toBeLessThan(CASES);
    // The half minute of silence passes at once.
    await store.write((tx) => tx.updateTable("jobs").set({ claimed_at: 1 }).where("id", "=", id).execute());
    await start(options);
    await expect.poll(async () => (await progressOf(store, id)).state, { interval: 100 }).toBe("done");
    const ended = await progressOf(store, id);
    // It went on, and did not begin again.
    expect(ended.taken_done).toBe(left.done);
    expect(ended.done).toBe(CASES);
    await Promise.all(servers.splice(0).map(({ stop }) => stop()));
    const whole = await begin();
    await workOff(scene.context);
    expect((await seen(id)).result).toEqual((await seen(whole)).result);
  });
});
