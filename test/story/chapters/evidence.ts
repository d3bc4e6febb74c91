import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { carriedVerifier } from "../../evidence/carried-verifier.ts";
import type { Client } from "../client.ts";
import { changeOneByte } from "../intruder.ts";
import type { Ran } from "../transcript.ts";
import { type World, onDay } from "../world.ts";

type Replay = {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
};
type Replayed = {
  readonly verdict: string;
  readonly causes: readonly { readonly cause: string; readonly at?: string }[];
};

const DECISIONS = ["FIRST", "SECOND", "THIRD", "HALVED"] as const;

/** 5 August: the auditor takes a checkpoint of the log home. */
export async function checkpointIsKept(world: World): Promise<void> {
  const { service, transcript, as, folder } = world;
  await onDay(world, "2026-08-05T17:00:00+08:00", "auditor");
  const auditor = as("auditor");
  const key = await auditor.send<{ vkey: string }>({ step: "log-key", path: "/v1/log/key" });
  expect(key.body.vkey).toBe(service.verifierKey);
  transcript.name("VKEY", key.body.vkey);
  const { text, body } = await auditor.send<{ checkpoint: string }>({
    step: "checkpoint",
    path: "/v1/log/checkpoint",
  });
  transcript.name("SIZE", body.checkpoint.split("\n")[1] ?? "");
  folder.write("checkpoint.json", text);
  const verifier = await auditor.send({ path: "/v1/log/verify.mjs" });
  folder.write("verify.mjs", verifier.text);
}

/** 8 September: everything is computed again and proved. */
export async function everythingIsProved(world: World): Promise<void> {
  const { transcript, as, folder } = world;
  await onDay(world, "2026-09-08T09:00:00+08:00", "auditor");
  const auditor = as("auditor");
  const vkey = transcript.named("VKEY");

  const { verifyReceipt } = await carriedVerifier();
  for (const name of DECISIONS) {
    const receipt = await auditor.send({ path: receiptOf(world, name) });
    // An auditor's receipt opens nothing.
    expect(receipt.body["openings"]).toEqual([]);
    expect(verifyReceipt(Buffer.from(receipt.text), { vkey })).toEqual([]);
    const changed = receipt.text.replace("decision.recorded", "decision.recordec");
    expect(verifyReceipt(Buffer.from(changed), { vkey })).not.toEqual([]);
  }
  const { text } = await auditor.send({ step: "receipt", path: receiptOf(world, "HALVED") });
  folder.write("receipt.json", text);
  expect(await verified(world, "verify-receipt")).toEqual([0, "receipt.json: everything holds\n"]);

  const bundle = await auditor.send({
    step: "bundle",
    path: `/v1/log/bundle?since=${transcript.named("SIZE")}&leaves=yes`,
  });
  folder.write("bundle.json", bundle.text);
  const grown = ["node", "verify.mjs", "log", "--since", "checkpoint.json", "bundle.json", "--key", vkey];
  expect((await folder.run(grown, { step: "verify-log" })).code).toBe(0);

  const replay = await replayAll(auditor, transcript.name("REPLAY", await startReplay(auditor)));
  expect(replay).toMatchObject({
    state: "done",
    done: 4,
    total: 4,
    counts: { identical: 4, different: 0, cannot: 0 },
  });
  expect(await evenhand(world, ["replay", "--all"], "replay-all")).toMatchObject({
    code: 0,
    said: expect.stringContaining("4 identical") as string,
  });
  expect((await evenhand(world, ["verify", "--key", vkey], "verify-all")).code).toBe(0);
}

function receiptOf({ transcript }: World, name: string): string {
  return `/v1/decisions/${transcript.named(name)}/receipt`;
}

/** What the verifier that the auditor carries says of the receipt in their folder, and how it ends. */
async function verified(
  { folder, transcript }: World,
  step?: string,
): Promise<readonly [number | null, string]> {
  const words = ["node", "verify.mjs", "receipt.json", "--key", transcript.named("VKEY")];
  const { code, said } = await folder.run(words, step === undefined ? {} : { step });
  return [code, said];
}

async function startReplay(auditor: Client): Promise<string> {
  const started = await auditor.send<Replay>({
    step: "start-replay",
    method: "POST",
    path: "/v1/replays",
    body: {},
    status: 202,
  });
  expect(started.headers.get("Location")).toBe(`/v1/replays/${started.body.id}`);
  return started.body.id;
}

/** It works in the background, so whoever wants to know asks again. */
async function replayAll(auditor: Client, id: string): Promise<Replay> {
  const path = `/v1/replays/${id}`;
  for (;;) {
    const { body } = await auditor.send<Replay>({ path });
    if (body.state !== "queued" && body.state !== "running") break;
    await pause(20);
  }
  return (await auditor.send<Replay>({ step: "replay", path })).body;
}

/** Runs the program beside the service, on the database that it works with. */
function evenhand({ service, folder }: World, args: readonly string[], step: string): Promise<Ran> {
  const { place } = service;
  const env: Readonly<Record<string, string>> =
    "file" in place ? { DATA: dirname(place.file) } : { DATABASE_URL: place.url };
  return folder.run(["evenhand", ...args], { step, env });
}

/** 9 September: somebody with the database makes 450.00 of the halved decision into 150.00, by one byte. */
export async function oneByteIsFound(world: World): Promise<void> {
  const { service, transcript, as, folder } = world;
  expect(service.complaints).toEqual([]);
  await changeOneByte(
    service.place,
    {
      table: "audit_events",
      column: "body",
      where: { action: "decision.recorded", object_id: transcript.named("HALVED") },
    },
    { from: '"bonusMinor":45000', to: '"bonusMinor":15000' },
  );
  const vkey = transcript.named("VKEY");
  const found = await evenhand(world, ["verify", "--key", vkey], "verify-altered");
  expect([found.code, found.said]).toEqual([
    2,
    expect.stringMatching(/^leaf-altered {2}\/leaves\/\d+\n.*\n1 problem\n$/),
  ]);
  const again = await evenhand(world, ["replay", "--all"], "replay-altered");
  expect([again.code, again.said]).toEqual([2, expect.stringContaining("3 identical, 1 different")]);

  await onDay(world, "2026-09-09T09:00:00+08:00", "auditor");
  const auditor = as("auditor");
  const replayed = await auditor.send<Replayed>({
    step: "replay-changed",
    path: `/v1/decisions/${transcript.named("HALVED")}/replay`,
  });
  expect(replayed.body.verdict).toBe("different");
  expect(replayed.body.causes.map(({ cause, at }) => [cause, at])).toContainEqual([
    "record",
    "/outcome/parties/0/bonusMinor",
  ]);
  // What was handed out before still holds; what is handed out now does not.
  expect((await verified(world))[0]).toBe(0);
  folder.write("receipt.json", (await auditor.send({ path: receiptOf(world, "HALVED") })).text);
  const [code, said] = await verified(world, "verify-changed");
  expect([code, said]).toEqual([2, expect.stringContaining("not-in-tree /auditEvent")]);
}
