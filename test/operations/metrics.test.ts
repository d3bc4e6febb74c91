import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "@evenhand/api";
import type { KeyScope } from "@evenhand/domain";
import { PROBLEM_CODES, sequenceLog } from "@evenhand/service";
import { type Store, insertJob, openStore } from "@evenhand/store";
import { afterEach, describe, expect, it } from "vitest";
import { exampleCase } from "./example-case.ts";
import { type Process, processOver, serve } from "./service.ts";

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

async function opened(): Promise<{ readonly store: Store; readonly process: Process }> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-metrics-"));
  cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore({ file: join(folder, "evenhand.db") });
  cleaning.push(store.close);
  return { store, process: await processOver(store) };
}

/** Asks a process as somebody with a key would. */
function asking({ app }: Pick<Process, "app">, key: string) {
  const headers = { Authorization: `Bearer ${key}` };
  return {
    get: async (path: string) => app.request(path, { headers }),
    post: async (path: string, body: unknown, idempotencyKey?: string) =>
      app.request(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          ...headers,
          "Content-Type": "application/json",
          ...(idempotencyKey === undefined ? {} : { "Idempotency-Key": idempotencyKey }),
        },
      }),
  };
}

const ALL: readonly KeyScope[] = ["metrics:read", "decide", "decisions:read"];

/** The samples of the text format, as `name{labels}` with their values. */
function samplesOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      // `Nan`: of a pause between two scrapes in which nothing was measured.
      const [, name, value] = /^([a-z][a-z0-9_]+(?:\{[^{}]*\})?) (\d[\d.e+-]*|Nan)$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`no sample: ${line}`);
      return [name, Number(value)];
    }),
  );
}

async function scrape(process: Process, key: string): Promise<ReadonlyMap<string, number>> {
  const response = await asking(process, key).get("/metrics");
  expect(response.status).toBe(200);
  return samplesOf(await response.text());
}

describe("/metrics", () => {
  it("is for whoever may read metrics, in the text format of Prometheus", async () => {
    const { process } = await opened();
    expect((await process.app.request("/metrics")).status).toBe(401);
    const other = asking(process, await process.key("evaluate", "decide", "decisions:read"));
    expect((await other.get("/metrics")).status).toBe(403);
    const own = asking(process, await process.key("metrics:read"));
    const response = await own.get("/metrics");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect((await own.get("/metrics?all=1")).status).toBe(400);
  });

  it("counts requests by the pattern of their route, method and status, with how long they took", async () => {
    const { process } = await opened();
    const key = await process.key(...ALL);
    const { get, post } = asking(process, key);
    const made = await post("/v1/decisions", { policy: "complaint-fines", case: exampleCase("C-1") }, "k1");
    const { id } = (await made.json()) as { readonly id: string };
    await get(`/v1/decisions/${id}`);
    await get("/v1/decisions/dec-unknown");
    await get(`/somewhere/${id}`);
    await process.app.request("/healthz", { method: "PROPFIND" });
    const samples = await scrape(process, key);
    const counted = (labels: string): number | undefined => samples.get(`http_requests_total{${labels}}`);
    expect(counted('method="POST",route="/v1/decisions",status="201",ok="true"')).toBe(1);
    expect(counted('method="GET",route="/v1/decisions/:id",status="200",ok="true"')).toBe(1);
    expect(counted('method="GET",route="/v1/decisions/:id",status="404",ok="false"')).toBe(1);
    expect(counted('method="GET",route="none",status="404",ok="false"')).toBe(1);
    expect(counted('method="other",route="/healthz",status="405",ok="false"')).toBe(1);
    const took = 'method="POST",route="/v1/decisions",status="201",ok="true"';
    expect(samples.get(`http_request_duration_seconds_count{${took}}`)).toBe(1);
    expect(samples.get(`http_request_duration_seconds_sum{${took}}`)).toBeGreaterThan(0);
  });

  it("names no person, case, decision, key or request", async () => {
    const { process } = await opened();
    const key = await process.key(...ALL);
    const { get, post } = asking(process, key);
    const made = await post(
      "/v1/decisions",
      { policy: "complaint-fines", case: exampleCase("C-1") },
      "order-17",
    );
    const { id } = (await made.json()) as { readonly id: string };
    await get(`/v1/decisions/${id}`);
    await get(`/v1/decisions?party=P1&reference=C-1`);
    await get(`/anywhere/P1/C-1`);
    await sequenceLog(process.context, process.surroundings.metrics.eventsPlaced);
    const text = await (await get("/metrics")).text();
    for (const named of [id, "P1", "C-1", "order-17", key, key.slice(0, 12), "anywhere"])
      expect(text).not.toContain(named);
    expect(text).not.toMatch(/person-[0-9a-f]/);
  });

  it("counts problems by code, each from zero, and those of what is no request too", async () => {
    const { process } = await opened();
    const key = await process.key(...ALL);
    const before = await scrape(process, key);
    for (const code of Object.keys(PROBLEM_CODES))
      expect(before.get(`evenhand_problems_total{code="${code}"}`)).toBe(0);
    await asking(process, key).post("/v1/decisions", { policy: "complaint-fines" }, "k1");
    const server = await serve(process.app, process.surroundings);
    cleaning.push(server.stop);
    await sendBytes(server.url, "hello\r\n\r\n");
    const after = await scrape(process, key);
    const risen = [...after].filter(([name, value]) => name.startsWith("evenhand_problems") && value > 0);
    expect(risen).toEqual([
      ['evenhand_problems_total{code="missing-field"}', 1],
      ['evenhand_problems_total{code="malformed-request"}', 1],
    ]);
  });

  it("counts a decision once, however often its request is sent, when it gets its place in the log", async () => {
    const { process } = await opened();
    const key = await process.key(...ALL);
    const recorded = 'evenhand_events_total{action="decision.recorded"}';
    expect((await scrape(process, key)).get(recorded)).toBe(0);
    const body = { policy: "complaint-fines", case: exampleCase("C-1") };
    for (const status of [201, 201])
      expect((await asking(process, key).post("/v1/decisions", body, "k1")).status).toBe(status);
    const waiting = await scrape(process, key);
    expect(waiting.get("evenhand_log_leaves")).toBe(0);
    expect(waiting.get("evenhand_pending_leaves")).toBeGreaterThan(1);
    expect(waiting.get("evenhand_pending_leaf_age_seconds")).toBeGreaterThanOrEqual(0);
    await sequenceLog(process.context, process.surroundings.metrics.eventsPlaced);
    const placed = await scrape(process, key);
    expect(placed.get(recorded)).toBe(1);
    expect(placed.get("evenhand_pending_leaves")).toBe(0);
    expect(placed.get("evenhand_pending_leaf_age_seconds")).toBe(0);
    expect(placed.get("evenhand_log_leaves")).toBe(waiting.get("evenhand_pending_leaves"));
  });

  it("tells of alarms, open jobs, and the process itself", async () => {
    const { process, store } = await opened();
    const key = await process.key(...ALL);
    process.context.alarm("the two evaluators disagree", { policy: "complaint-fines" });
    const job = { kind: "simulation", payload: "{}", created_at: 1, created_by: "user:u1" };
    await store.write(async (tx) => {
      for (const id of ["j1", "j2"]) await insertJob(tx, { ...job, id });
    });
    const samples = await scrape(process, key);
    expect(samples.get("evenhand_alarms_total")).toBe(1);
    expect(process.logged.map(({ level, message }) => ({ level, message }))).toContainEqual({
      level: "error",
      message: "the two evaluators disagree",
    });
    expect(samples.get('evenhand_open_jobs{kind="simulation",state="queued"}')).toBe(2);
    expect(samples.get("evenhand_running_imports")).toBe(0);
    expect(samples.get("evenhand_store_up")).toBe(1);
    expect(samples.has("nodejs_eventloop_lag_p99_seconds")).toBe(true);
    expect(samples.get("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
  });

  it("says that the database cannot be used, and gives no figure from before", async () => {
    const { process, store } = await opened();
    const key = await process.key(...ALL);
    expect((await scrape(process, key)).get("evenhand_store_up")).toBe(1);
    await store.close();
    // Whoever was let in a moment ago still is.
    const samples = await scrape(process, key);
    expect(samples.get("evenhand_store_up")).toBe(0);
    expect(samples.has("evenhand_pending_leaves")).toBe(false);
    expect(samples.get('evenhand_store_failures_total{trouble="closed"}')).toBe(1);
    expect((await asking(process, key).get("/v1/decisions")).status).toBe(503);
    expect((await scrape(process, key)).get('evenhand_store_failures_total{trouble="closed"}')).toBe(3);
  });

  it("keeps the counts of two apps apart", async () => {
    const { process } = await opened();
    const key = await process.key(...ALL);
    const { metrics: _, ...surroundings } = process.surroundings;
    const other = createApp(surroundings);
    await process.app.request("/healthz");
    const health = 'http_requests_total{method="GET",route="/healthz",status="200",ok="true"}';
    expect((await scrape(process, key)).get(health)).toBe(1);
    const response = await asking({ app: other }, key).get("/metrics");
    expect(samplesOf(await response.text()).has(health)).toBe(false);
  });
});

/** Sends bytes as they are, and waits until the other side ends. */
async function sendBytes(url: string, bytes: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(bytes);
  socket.resume();
  await new Promise((resolve) => socket.once("close", resolve));
}
