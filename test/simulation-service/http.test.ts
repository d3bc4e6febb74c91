import { takeInRules } from "@evenhand/service";
import { expect, it } from "vitest";
import { type TestService, serviceOver } from "../auth/service.ts";
import { FILES } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { POLICY, keepPast } from "./past.ts";

type Row = Readonly<Record<string, unknown>>;

async function open(service: TestService) {
  await takeInRules(service.context, FILES);
  await keepPast(service.context.store, { count: 120 });
  const cookie = await service.signIn(await service.person({ roles: ["author"] }));
  const ask = (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") =>
    service.send(path, { cookie, method, ...(body === undefined ? {} : { body }) });
  return { cookie, ask };
}

onBothDatabases("simulations over HTTP", (openStore) => {
  it("are counted before, started, followed, read, looked into and exported", async () => {
    const service = await serviceOver((await openStore()).store);
    const { ask, cookie } = await open(service);
    const body = { policy: POLICY, baseline: 1, candidate: { version: 2 }, groups: ["complaintKind"] };
    const estimate = await ask("/v1/simulations/estimate", body);
    expect([estimate.status, estimate.body["cases"], estimate.body["isSame"]]).toEqual([200, 120, false]);
    expect(estimate.body).toMatchObject({
      baseline: { version: 1 },
      candidate: { version: 2 },
      isEvidence: false,
    });
    expect(estimate.body["facts"]).toContainEqual(
      expect.objectContaining({ name: "complaintKind", scope: "case" }),
    );
    const same = await ask("/v1/simulations/estimate", { ...body, candidate: { version: 1 } });
    expect(same.body["isSame"]).toBe(true);
    const started = await ask("/v1/simulations", body);
    expect(started.status).toBe(202);
    const path = started.headers.get("Location") ?? "";
    expect(path).toBe(`/v1/simulations/${String(started.body["id"])}`);
    // What follows a run ends with it.
    const followed = await service.send(`${path}/events`, { cookie });
    expect(followed.text.split("\n\n").filter((part) => part.startsWith("event: end"))).toHaveLength(1);
    const told = await ask(path);
    expect(told.body).toMatchObject({
      state: "done",
      done: 120,
      total: 120,
      isFull: true,
      isEvidence: false,
    });
    expect(told.body["resultHash"]).toMatch(/^[0-9a-f]{64}$/);
    const page = await ask(`${path}/changes?limit=1`);
    const [first] = page.body["changes"] as readonly Row[];
    expect(page.body["next"]).toMatch(/^\d+$/);
    const sizesOf = async (order: string): Promise<readonly number[]> =>
      ((await ask(`${path}/changes?limit=200&order=${order}`)).body["changes"] as readonly Row[]).map(
        ({ differenceMinor }) => Math.abs(Number(differenceMinor)),
      );
    const [byDay, bySize] = [await sizesOf("day"), await sizesOf("difference")];
    expect(bySize).toEqual(byDay.toSorted((one, other) => other - one));
    // Of one size alone, or in that order already, it would say nothing.
    expect(new Set(byDay).size).toBeGreaterThan(1);
    expect(bySize).not.toEqual(byDay);
    const whole = await ask(`${path}/changes/${String(first?.["id"])}`);
    expect(Object.keys(whole.body)).toEqual([
      "change",
      "case",
      "baseline",
      "candidate",
      "candidateUponBaseline",
    ]);
    const table = await ask(`${path}/export?lang=en`);
    const lines = table.text.trim().split(/\r?\n/);
    expect(lines[0]).toContain("Case,Decided on,Before,After,Difference");
    const result = (told.body["result"] as { readonly simulation: { readonly counts: Row } }).simulation;
    expect(lines).toHaveLength(Number(result.counts["changed"]) + 1);
    const none = await ask(`${path}/export?lang=en&cause=no-such-rule`);
    expect(none.text.trim().split(/\r?\n/)).toHaveLength(1);
    const book = await ask(`${path}/export?format=xlsx&lang=zh`);
    expect(book.headers.get("Content-Type")).toContain("spreadsheetml");
    const listed = await ask(`/v1/simulations?policy=${POLICY}`);
    expect(listed.body["simulations"]).toMatchObject([{ id: started.body["id"], state: "done" }]);
  });

  it("say what is wrong with what they are asked", async () => {
    const service = await serviceOver((await openStore()).store);
    const { ask } = await open(service);
    const statuses = await Promise.all([
      ask("/v1/simulations", { policy: POLICY }),
      ask("/v1/simulations", { policy: "none", candidate: { version: 1 } }),
      ask("/v1/simulations", { policy: POLICY, candidate: { version: 9 } }),
      ask("/v1/simulations/estimate", { policy: POLICY, candidate: { version: 1 }, groups: ["none"] }),
      ask("/v1/simulations/job-1"),
      ask("/v1/simulations/job-1/changes"),
      ask("/v1/simulations/job-1/changes/case-1"),
      ask("/v1/simulations/job-1/export"),
      ask("/v1/simulations/job-1/cancel", undefined, "POST"),
      ask("/v1/simulations/job-1/pin", undefined, "POST"),
      ask("/v1/simulations/job-1/changes?direction=up&least=many&order=size"),
    ]);
    expect(statuses.map(({ status, body }) => [status, body["code"]])).toEqual([
      [422, "missing-field"],
      [404, "unknown-policy"],
      [404, "unknown-version"],
      [422, "unknown-value"],
      ...Array.from({ length: 6 }, () => [404, "not-found"]),
      [400, "invalid-parameter"],
    ]);
  });
});
