import { mkdtempSync, rmSync } from "node:fs";
import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "@evenhand/api";
import { type ClientOptions, type EvenhandClient, EvenhandProblem, createClient } from "@evenhand/client";
import { type Store, openStore } from "@evenhand/store";
import { afterEach, describe, expect, it } from "vitest";
import { exampleCase } from "../operations/example-case.ts";
import { type Process, processOver, serve } from "../operations/service.ts";
import { cuttingProxy } from "./cutting-proxy.ts";

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

type Serving = { readonly process: Process; readonly store: Store; readonly url: string };

/** A service over a new SQLite file, on a port of its own. */
async function serving(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-client-"));
  cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore({ file: join(folder, "evenhand.db") });
  cleaning.push(store.close);
  const process = await processOver(store);
  const server = await serve(process.app, process.surroundings);
  cleaning.push(server.stop);
  return { process, store, url: server.url };
}

type Recording = { readonly client: EvenhandClient; readonly sent: readonly Sent[] };
type Sent = {
  readonly path: string;
  readonly idempotencyKey: string | null;
  readonly status: number | undefined;
};

/** A client that really sends, and what it sent with what came back. */
function clientOf(options: Omit<ClientOptions, "fetch">): Recording {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const { pathname: path } = new URL(url as URL);
    const idempotencyKey = new Headers(init?.headers).get("Idempotency-Key");
    try {
      const response = await globalThis.fetch(url, init);
      sent.push({ path, idempotencyKey, status: response.status });
      return response;
    } catch (error) {
      sent.push({ path, idempotencyKey, status: undefined });
      throw error;
    }
  };
  return { client: createClient({ ...options, fetch }), sent };
}

async function problemOf(work: Promise<unknown>): Promise<EvenhandProblem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof EvenhandProblem) return error;
  throw new Error("no problem was thrown", { cause: error });
}

async function listOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const POLICY = "complaint-fines";

describe("the client", () => {
  it("evaluates a case, and nothing is recorded", async () => {
    const { process, url } = await serving();
    const { client } = clientOf({ baseUrl: url, key: await process.key("evaluate", "decisions:read") });
    const { policy, outcome } = await client.evaluate(POLICY, { case: exampleCase("C-1") });
    expect(policy).toMatchObject({ id: POLICY, version: 2 });
    expect(outcome.parties[0]).toMatchObject({ party: "P1", totalMinor: 120_000 });
    expect(await listOf(client.decisions())).toEqual([]);
  });

  it("records a decision, and reads it as it was answered", async () => {
    const { process, url } = await serving();
    const { client, sent } = clientOf({ baseUrl: url, key: await process.key("decide", "decisions:read") });
    const made = await client.recordDecision({ policy: POLICY, case: exampleCase("C-1") });
    expect(made).toMatchObject({ reference: "C-1", status: "in-force" });
    expect(made.record.outcome.parties[0]).toMatchObject({ party: "P1", totalMinor: 120_000 });
    expect(sent[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(await client.decision(made.id)).toMatchObject({ id: made.id, record: made.record });
  });

  it("records a decision on a case that the service keeps, by its id", async () => {
    const { process, url } = await serving();
    const key = await process.key("cases:write", "decide", "decisions:read");
    const { client } = clientOf({ baseUrl: url, key });
    const kept = await fetch(`${url}/v1/cases`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${key}`,
        "Content-Type": "application/json",
        "Idempotency-Key": "keep-1",
      },
      body: JSON.stringify({ policy: POLICY, case: exampleCase("C-1") }),
    });
    expect(kept.status).toBe(201);
    const { id } = (await kept.json()) as { readonly id: string };
    const made = await client.recordDecision({ policy: POLICY, case: { id } });
    expect(made).toMatchObject({ reference: "C-1", record: { caseId: id } });
    const problem = await problemOf(client.recordDecision({ policy: POLICY, case: { id: "case-0" } }));
    expect(problem.code).toBe("unknown-value");
  });

  it("takes each call for a thing of its own, unless it is given the same key", async () => {
    const { process, url } = await serving();
    const { client } = clientOf({ baseUrl: url, key: await process.key("decide") });
    const asked = { policy: POLICY, case: exampleCase("C-1") };
    const first = await client.recordDecision(asked, { idempotencyKey: "order-17" });
    expect(await client.recordDecision(asked, { idempotencyKey: "order-17" })).toEqual(first);
    expect((await problemOf(client.recordDecision(asked))).code).toBe("already-decided");
    const other = { policy: POLICY, case: exampleCase("C-2") };
    const reused = await problemOf(client.recordDecision(other, { idempotencyKey: "order-17" }));
    expect(reused).toMatchObject({ status: 422, code: "idempotency-key-reused" });
  });

  it("reads decisions page by page, the newest first, as it is asked for", async () => {
    const { process, url } = await serving();
    const key = await process.key("decide", "decisions:read");
    const { client, sent } = clientOf({ baseUrl: url, key });
    const made: string[] = [];
    for (let at = 1; at <= 5; at += 1) {
      made.push((await client.recordDecision({ policy: POLICY, case: exampleCase(`C-${at}`) })).id);
    }
    const before = sent.length;
    const read = await listOf(client.decisions({ policy: POLICY }, { pageSize: 2 }));
    expect(read.map(({ id }) => id)).toEqual(made.toReversed());
    expect(sent.length - before).toBe(3);
    const named = await listOf(client.decisions({ reference: "C-3", party: "P1", status: "in-force" }));
    expect(named.map(({ id }) => id)).toEqual([made[2]]);
    expect(await listOf(client.decisions({ party: "P2" }))).toEqual([]);
  });

  it("fetches no page that nobody reads", async () => {
    const { process, url } = await serving();
    const { client, sent } = clientOf({ baseUrl: url, key: await process.key("decide", "decisions:read") });
    for (const at of [1, 2, 3]) await client.recordDecision({ policy: POLICY, case: exampleCase(`C-${at}`) });
    const before = sent.length;
    for await (const { reference } of client.decisions({}, { pageSize: 1 })) if (reference === "C-2") break;
    expect(sent.length - before).toBe(2);
  });
});

describe("a decision is recorded once", () => {
  it("where the connection is cut after it was kept and before the answer arrived", async () => {
    const { process, url } = await serving();
    const key = await process.key("decide", "decisions:read");
    const proxy = await cuttingProxy(url, { cut: 1 });
    cleaning.push(proxy.stop);
    const { client, sent } = clientOf({ baseUrl: proxy.url, key });
    const made = await client.recordDecision({ policy: POLICY, case: exampleCase("C-1") });
    // The first was answered, and nobody heard it.
    expect(proxy.withheld()).toMatch(/^HTTP\/1\.1 201 /);
    expect(proxy.withheld()).toContain(made.id);
    expect(sent.map(({ status }) => status)).toEqual([undefined, 201]);
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    const { client: direct } = clientOf({ baseUrl: url, key });
    expect((await listOf(direct.decisions())).map(({ id }) => id)).toEqual([made.id]);
  });

  it("where the same request is still running", async () => {
    const { process, store, url } = await serving();
    const { client, sent } = clientOf({ baseUrl: url, key: await process.key("decide") });
    // Whoever writes waits for this transaction, so the first request is in hand as long as it lasts.
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const holding = store.write(() => gate);
    const asked = { policy: POLICY, case: exampleCase("C-1") };
    const both = [1, 2].map(() => client.recordDecision(asked, { idempotencyKey: "order-17" }));
    await expect.poll(() => sent.map(({ status }) => status)).toContain(409);
    open();
    await holding;
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(sent.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(2);
  });
});

describe("what cannot be done", () => {
  it("now but soon is tried again, after the time that the service names", async () => {
    const { process } = await serving();
    let rules: "loading" | "open" = "loading";
    const surroundings = {
      ...process.surroundings,
      rules: () => (rules === "loading" ? ({ state: "loading" } as const) : process.surroundings.rules()),
    };
    const server = await serve(createApp(surroundings), surroundings);
    cleaning.push(server.stop);
    const { client, sent } = clientOf({ baseUrl: server.url, key: await process.key("evaluate") });
    const evaluating = client.evaluate(POLICY, { case: exampleCase("C-1") });
    await expect.poll(() => sent.map(({ status }) => status)).toEqual([503]);
    rules = "open";
    expect((await evaluating).outcome.disposition).toBe("upheld");
    expect(sent.map(({ status }) => status)).toEqual([503, 200]);
  });

  it("because of what was sent is not tried again, and all of it is told with where it is", async () => {
    const { process, url } = await serving();
    const { client, sent } = clientOf({ baseUrl: url, key: await process.key("decide") });
    const { facts, ...rest } = exampleCase("C-1");
    const { lossAmount, ...others } = facts;
    const wrong = { ...rest, facts: { ...others, lossAmuont: lossAmount ?? 0 } };
    const problem = await problemOf(client.recordDecision({ policy: POLICY, case: wrong }));
    expect(problem).toMatchObject({ status: 422, code: "unknown-fact", name: "EvenhandProblem" });
    expect(problem.errors).toMatchObject([
      { code: "unknown-fact", pointer: "/case/facts/lossAmuont", help: "did you mean `lossAmount`?" },
      { code: "missing-fact", pointer: "/case/facts/lossAmount" },
    ]);
    expect(problem.instance).toMatch(/^[0-9a-f]{16}$/);
    expect(sent.map(({ status }) => status)).toEqual([422]);
  });

  it("with this key is not tried again", async () => {
    const { process, url } = await serving();
    const { client, sent } = clientOf({ baseUrl: url, key: await process.key("evaluate") });
    const asked = { policy: POLICY, case: exampleCase("C-1") };
    expect(await problemOf(client.recordDecision(asked))).toMatchObject({ status: 403, code: "not-allowed" });
    expect(await problemOf(listOf(client.decisions()))).toMatchObject({ code: "not-allowed" });
    const { client: unknown } = clientOf({ baseUrl: url, key: "evh_nobody" });
    expect(await problemOf(unknown.decision("dec-1"))).toMatchObject({ status: 401, code: "not-signed-in" });
    expect(sent.map(({ status }) => status)).toEqual([403, 403]);
  });

  it("since the service is nowhere is told as such, with the cause, after as many attempts as were asked for", async () => {
    const { url, stop } = await answering((_request, response) => response.end());
    await stop();
    const { client, sent } = clientOf({ baseUrl: url, key: "evh_x", retries: 2 });
    const problem = await problemOf(client.evaluate(POLICY, { case: exampleCase("C-1") }));
    expect(problem).toMatchObject({ status: 0, code: "not-reached", errors: [] });
    expect(problem.cause).toBeInstanceOf(Error);
    expect(sent.map(({ status }) => status)).toEqual([undefined, undefined, undefined]);
  });

  it("since the service does not answer in time is given up", async () => {
    const { url } = await answering(() => undefined);
    const { client } = clientOf({ baseUrl: url, key: "evh_x", retries: 0, timeoutMs: 50 });
    expect((await problemOf(client.decision("dec-1"))).code).toBe("not-reached");
  });
});

describe("of something in between", () => {
  it("an answer that is no problem document is told by its status", async () => {
    const { url } = await answering((_request, response) => {
      response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad gateway</h1>");
    });
    const { client, sent } = clientOf({ baseUrl: url, key: "evh_x", retries: 1 });
    const problem = await problemOf(client.decision("dec-1"));
    expect(problem).toMatchObject({ status: 502, code: "no-problem-document" });
    expect(sent).toHaveLength(2);
  });

  it("a wait of more than a minute is left to whoever called", async () => {
    const { url } = await answering((_request, response) => {
      response.writeHead(429, { "Retry-After": "61" }).end();
    });
    const { client, sent } = clientOf({ baseUrl: url, key: "evh_x" });
    expect((await problemOf(client.decision("dec-1"))).status).toBe(429);
    expect(sent).toHaveLength(1);
  });

  it("nobody is followed elsewhere with the key and the case", async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await answering((request, response) => {
      seen.push(request.url);
      response.end("{}");
    });
    const { url } = await answering((_request, response) => {
      response.writeHead(307, { Location: `${elsewhere.url}/taken` }).end();
    });
    const { client } = clientOf({ baseUrl: url, key: "evh_x", retries: 0 });
    const asked = { policy: POLICY, case: exampleCase("C-1") };
    expect((await problemOf(client.recordDecision(asked))).code).toBe("not-reached");
    expect(seen).toEqual([]);
  });
});

/** A server that answers whatever it is told to, as a proxy might in place of the service. */
async function answering(
  answer: RequestListener,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  cleaning.push(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
