import {
  type JobContext,
  type JobRunner,
  REPLAY,
  cancelRun,
  jobRunner,
  listReplays,
  readReplay,
  startReplay,
} from "@evenhand/service";
import { claimJob, jobRow } from "@evenhand/store";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { AUDITOR } from "./acts.ts";
import { tellStory } from "./story.ts";

function runnerOf(context: JobContext): JobRunner {
  return jobRunner(() => context, { pause: async () => undefined, every: () => () => undefined });
}

async function cancel({ context }: Scene, id: string): ReturnType<typeof cancelRun> {
  return cancelRun(context, { id, name: REPLAY });
}

async function start({ context }: Scene, body: object = {}): Promise<string> {
  return given(await startReplay(context, { actor: AUDITOR, body })).id;
}

async function seen({ context }: Scene, id: string): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(given(await readReplay(context, { actor: AUDITOR, id })).body) as Record<string, unknown>;
}

onBothDatabases("replays in the background", (open) => {
  it("are done one after the other by whoever is there, each once", async () => {
    const { scene } = await tellStory((await open()).store);
    const [first, second] = [
      await start(scene),
      await start(scene, { policy: "complaint-fines", until: "2026-07-11" }),
    ];
    expect(await seen(scene, first)).toMatchObject({ state: "queued", done: 0, total: 6 });
    const runners = [0, 1].map(() => runnerOf(scene.context));
    for (const { wake } of runners) wake();
    for (const { idle } of runners) await idle();
    const { replays } = await listReplays(scene.context);
    expect(new Set(replays.map(({ id, state, done, total }) => `${id} ${state} ${done}/${total}`))).toEqual(
      new Set([first, second].map((id) => `${id} done 6/6`)),
    );
    for (const id of [first, second])
      expect(await seen(scene, id)).toMatchObject({ state: "done", done: 6, counts: { identical: 6 } });
  });

  it("count days where it is asked to, and name what is no time zone", async () => {
    const { scene } = await tellStory((await open()).store);
    const totalBefore = async (until: string, timeZone: string) =>
      (await seen(scene, await start(scene, { until, timeZone })))["total"];
    // It all happens on the morning of the tenth in Shanghai, when it still is the ninth in Samoa.
    expect(await totalBefore("2026-07-10", "Asia/Shanghai")).toBe(0);
    expect(await totalBefore("2026-07-10", "Pacific/Pago_Pago")).toBe(6);
    expect(
      refusalOf(await startReplay(scene.context, { actor: AUDITOR, body: { timeZone: "Shanghai" } })),
    ).toEqual(["unknown-value at /timeZone"]);
  });

  it("that are called off are not begun, and one that runs stops with what it found", async () => {
    const { scene } = await tellStory((await open()).store);
    const early = await start(scene);
    given(await cancel(scene, early));
    expect(refusalOf(await cancel(scene, early))).toEqual(["wrong-state"]);
    const runner = runnerOf(scene.context);
    runner.wake();
    await runner.idle();
    expect(await seen(scene, early)).toMatchObject({ state: "cancelled", done: 0 });

    const running = await start(scene);
    // Somebody calls it off while it is being worked on: the worker is told with its next sign of life.
    const stopped = runnerOf({
      ...scene.context,
      store: {
        ...scene.context.store,
        read: async (work) => {
          const result = await scene.context.store.read(work);
          if ((await scene.context.store.read((db) => jobRow(db, running)))?.state === "running")
            await cancel(scene, running);
          return result;
        },
      },
    });
    stopped.wake();
    await stopped.idle();
    expect(await seen(scene, running)).toMatchObject({ state: "cancelled" });
  });

  it("whose worker gives no sign of life for half a minute are gone on with", async () => {
    const { scene } = await tellStory((await open()).store);
    const { context, clock } = scene;
    const id = await start(scene);
    const at = clock.now;
    await context.store.write((tx) =>
      claimJob(tx, { kinds: ["replay"], worker: "gone", at, silentSince: 0 }),
    );
    const runner = runnerOf(context);
    runner.wake();
    await runner.idle();
    expect(await seen(scene, id)).toMatchObject({ state: "running", done: 0 });
    clock.now += 31_000;
    runner.wake();
    await runner.idle();
    expect(await seen(scene, id)).toMatchObject({ state: "done", done: 6 });
  });
});
