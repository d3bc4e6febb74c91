import { type ListeningServer, createApp, listen } from "@evenhand/api";
import { cancelJob, claimJob, insertJob, reportJob } from "@evenhand/store";
import { afterEach, expect, it } from "vitest";
import { type TestService, serviceOver } from "../auth/service.ts";
import { onBothDatabases } from "../support/databases.ts";

const servers: ListeningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
});

const ID = "job-1";
const HOLD = { id: ID, worker: "w1" };

/** A replay that some other process works on, and whoever may follow it. */
async function open({ app, surroundings, context: { store, now }, ...service }: TestService) {
  const job = {
    id: ID,
    kind: "replay",
    payload: "{}",
    total: 1_000,
    created_at: now(),
    created_by: "user:u1",
  };
  await store.write(async (tx) => {
    await insertJob(tx, job);
    await claimJob(tx, { kinds: ["replay"], worker: "w1", at: now(), silentSince: 0 });
  });
  const server = await listen(app, { host: "127.0.0.1", port: 0, surroundings });
  servers.push(server);
  const cookie = await service.signIn(await service.person({ roles: ["auditor"] }));
  const follow = (headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/v1/replays/${ID}/events`, { headers: { cookie, ...headers } });
  const report = (done: number, passedMs: number) =>
    store.write((tx) =>
      reportJob(tx, { ...HOLD, at: now() + passedMs }, { done, total: 1_000, skipped: 7, result: "{}" }),
    );
  return { follow, report, server, cancel: () => store.write((tx) => cancelJob(tx, { id: ID, at: now() })) };
}

type Told = { readonly event?: string; readonly id?: string; readonly data?: unknown };

/** The events of an answer, one after the other as they come. */
async function* eventsOf(response: Response): AsyncGenerator<Told> {
  let text = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const parts = text.split("\n\n");
    text = parts.pop() ?? "";
    for (const part of parts) yield toldIn(part);
  }
}

function toldIn(part: string): Told {
  const lines = part.split("\n").map((line) => /^(\w+): (.*)$/.exec(line) ?? ["", "comment", ""]);
  const { data, ...rest } = Object.fromEntries(lines.map(([, name, value]) => [name, value])) as Record<
    string,
    string
  >;
  return { ...rest, ...(data === undefined ? {} : { data: JSON.parse(data) as unknown }) };
}

onBothDatabases("the progress of a run", (openStore) => {
  it("is told as it goes on, with counts and a rate that its worker measured, until it has ended", async () => {
    const { follow, report, cancel } = await open(await serviceOver((await openStore()).store));
    await report(200, 500);
    const response = await follow();
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "text/event-stream"]);
    const events = eventsOf(response);
    const next = async (): Promise<Told> => (await events.next()).value as Told;
    const counts = { skipped: 7, total: 1_000 };
    expect(await next()).toEqual({
      event: "progress",
      id: "200",
      data: { state: "running", done: 200, perSecond: 400, ...counts },
    });
    await report(350, 1_000);
    expect(await next()).toMatchObject({ event: "progress", data: { done: 350, perSecond: 350 } });
    await cancel();
    expect(await next()).toMatchObject({
      event: "end",
      id: "end",
      data: { state: "cancelled", done: 350, ...counts },
    });
    expect((await events.next()).done).toBe(true);
    // A browser comes again by itself; that it has seen something before makes no difference until it has seen the end.
    expect(await (await follow({ "Last-Event-ID": "200" })).text()).toContain("event: end");
    expect((await follow({ "Last-Event-ID": "end" })).status).toBe(204);
  });

  it("is told to nobody who may not read the run, and of none that is not there", async () => {
    const service = await serviceOver((await openStore()).store);
    const { server } = await open(service);
    const cookie = await service.signIn(await service.person({ roles: ["handler"] }));
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const ask = async (id: string, headers: Readonly<Record<string, string>>) =>
      (await fetch(`${server.url}/v1/replays/${id}/events`, { headers })).status;
    expect([await ask(ID, {}), await ask(ID, { cookie }), await ask("job-2", { cookie: auditor })]).toEqual([
      401, 403, 404,
    ]);
  });

  it("ends when the service is to end, so that nobody waits for it", async () => {
    const service = await serviceOver((await openStore()).store);
    const stopping = new AbortController();
    const app = createApp({ ...service.surroundings, stopping: stopping.signal });
    const { follow } = await open({ ...service, app });
    const events = eventsOf(await follow());
    expect((await events.next()).value).toMatchObject({ event: "progress" });
    stopping.abort();
    expect((await events.next()).done).toBe(true);
  });
});
