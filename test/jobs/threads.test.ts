import { jobThreads } from "@evenhand/api";
import { startReplay } from "@evenhand/service";
import { type Store, insertJob, jobRow } from "@evenhand/store";
import { expect, it } from "vitest";
import { AUDITOR } from "../evidence-service/acts.ts";
import { tellStory } from "../evidence-service/story.ts";
import { given } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

async function stateOf(store: Store, id: string): Promise<string | undefined> {
  return (await store.read((db) => jobRow(db, id)))?.state;
}

onBothDatabases("threads that work on jobs", (open) => {
  it("do so beside the process that began them, tell of what fails, and end when told", async () => {
    const { store, place } = await open();
    const { scene } = await tellStory(store);
    const alarms: string[] = [];
    const threads = jobThreads({ most: 2, database: place, alarm: (message) => void alarms.push(message) });
    const id = given(await startReplay(scene.context, { actor: AUDITOR, body: {} })).id;
    const broken = {
      id: "job-broken",
      kind: "replay",
      payload: "no JSON",
      created_at: 1,
      created_by: "user:u1",
    };
    await store.write((tx) => insertJob(tx, broken));
    threads.wake();
    threads.wake();
    const ended = async () => [await stateOf(store, broken.id), await stateOf(store, id)];
    await expect.poll(ended).toEqual(["failed", "done"]);
    expect(alarms).toEqual(["a job failed"]);
    await threads.stop();
    // Nothing is begun by threads that were told to end.
    threads.wake();
    const late = given(await startReplay(scene.context, { actor: AUDITOR, body: {} })).id;
    expect(await stateOf(store, late)).toBe("queued");
  });
});
