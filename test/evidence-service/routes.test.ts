import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkpoint, readCheckpoint, verifyBundle, verifyReceipt } from "@evenhand/evidence";
import { takeInRules } from "@evenhand/service";
import { expect, it } from "vitest";
import { type Answer, type TestService, serviceOver } from "../auth/service.ts";
import { FILES } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { actsOn, complaint } from "./acts.ts";

/** A service with a decision and somebody of each role signed in. */
async function openService(store: Parameters<typeof serviceOver>[0]) {
  const service = await serviceOver(store);
  await takeInRules(service.context, FILES);
  const acts = actsOn(service);
  const decision = await acts.record(complaint("C-1"));
  const cookies = new Map<string, string>();
  for (const role of ["admin", "handler", "auditor", "employee"] as const)
    cookies.set(role, await service.signIn(await service.person({ roles: [role] })));
  const as = (role: string, path: string, body?: unknown): Promise<Answer> =>
    service.send(path, {
      cookie: cookies.get(role) ?? "",
      ...(body === undefined ? {} : { method: "POST", body }),
    });
  return { service, acts, decision, as, vkey: await keyOf(service) };
}

async function keyOf({ send }: TestService): Promise<string> {
  return String((await send("/v1/log/key")).body["vkey"]);
}

onBothDatabases("evidence over HTTP", (open) => {
  it("gives a receipt that holds, with names for a handler and a key, and without for an auditor", async () => {
    const { service, as, decision, vkey } = await openService((await open()).store);
    const path = `/v1/decisions/${decision}/receipt`;
    const { key } = await service.key(["decisions:read"]);
    const [handler, auditor, byKey] = [
      await as("handler", path),
      await as("auditor", path),
      await service.send(path, { key }),
    ];
    for (const { text } of [handler, auditor, byKey])
      expect(verifyReceipt(text, { vkey })).toEqual({ problems: [] });
    expect(handler.text).toContain('"value":"P1"');
    expect(byKey.text).toBe(handler.text);
    expect(auditor.text).toContain('"openings":[]');
    expect((await as("employee", path)).status).toBe(403);
    expect((await as("admin", path)).status).toBe(403);
    expect((await as("handler", "/v1/decisions/dec-0/receipt")).status).toBe(404);
  });

  it("gives receipts of other events, and its verifier to carry, which says that they hold", async () => {
    const { service, as, vkey } = await openService((await open()).store);
    const events = (await as("auditor", "/v1/audit-events?action=policy.published")).body["events"] as {
      id: number;
    }[];
    const told = await as("auditor", `/v1/audit-events/${events[0]?.id}/receipt`);
    expect(verifyReceipt(told.text, { vkey })).toEqual({ problems: [] });
    expect((await as("auditor", "/v1/audit-events/none/receipt")).status).toBe(400);
    expect((await as("auditor", "/v1/audit-events/99999/receipt")).status).toBe(404);
    expect((await as("handler", `/v1/audit-events/${events[0]?.id}/receipt`)).status).toBe(403);
    const folder = mkdtempSync(join(tmpdir(), "evenhand-verifier-"));
    writeFileSync(join(folder, "verify.mjs"), (await service.send("/v1/log/verify.mjs")).text);
    writeFileSync(join(folder, "receipt.json"), told.text);
    const run = spawnSync(process.execPath, [
      join(folder, "verify.mjs"),
      join(folder, "receipt.json"),
      "--key",
      vkey,
    ]);
    rmSync(folder, { recursive: true });
    expect(run.status).toBe(0);
  });

  it("gives a checkpoint, and later what shows that the log only grew, with the events in between where asked", async () => {
    const { acts, as, vkey } = await openService((await open()).store);
    const kept = await as("auditor", "/v1/log/checkpoint");
    const { size } = readCheckpoint(String(kept.body["checkpoint"])) as Checkpoint;
    await acts.record(complaint("C-2"));
    for (const path of [`/v1/log/bundle?since=${size}`, `/v1/log/bundle?since=${size}&leaves=yes`]) {
      const bundle = await as("auditor", path);
      expect(verifyBundle(bundle.text, kept.text, { vkey })).toEqual({ problems: [] });
      expect("leaves" in bundle.body).toBe(path.includes("leaves"));
    }
    const same = await as("auditor", `/v1/log/bundle?since=${size + 1}`);
    expect(verifyBundle(same.text, kept.text, { vkey }).problems.map(({ code }) => code)).toEqual([
      "not-consistent",
    ]);
    expect((await as("auditor", "/v1/log/bundle?since=9999")).body).toMatchObject({
      code: "invalid-parameter",
    });
    expect((await as("auditor", "/v1/log/bundle")).body).toMatchObject({ code: "invalid-parameter" });
    expect((await as("auditor", "/v1/log/bundle?since=0&leaves=maybe")).status).toBe(400);
    expect((await as("handler", "/v1/log/checkpoint")).status).toBe(403);
    expect((await as("admin", `/v1/log/bundle?since=${size}`)).status).toBe(403);
  });

  it("replays one at once, and many in the background with counts and pages", async () => {
    const { acts, as, decision } = await openService((await open()).store);
    for (let number = 2; number < 30; number += 1)
      await acts.record(complaint(`C-${number}`, { lossAmount: 10_000 }));
    expect((await as("auditor", `/v1/decisions/${decision}/replay`)).body).toMatchObject({
      verdict: "identical",
      causes: [],
    });
    expect((await as("handler", `/v1/decisions/${decision}/replay`)).status).toBe(403);
    const all = await ended(as, (await as("auditor", "/v1/replays", {})).headers);
    expect(all).toMatchObject({
      state: "done",
      done: 29,
      total: 29,
      counts: { identical: 29, different: 0, cannot: 0 },
      verdicts: [],
      next: null,
    });
    const started = await as("auditor", "/v1/replays", { decisions: [decision] });
    expect(started.status).toBe(202);
    const named = await ended(as, started.headers);
    expect(named).toMatchObject({
      total: 1,
      verdicts: [{ decision, verdict: "identical", reference: "C-1" }],
    });
    // Whoever audits sees pseudonyms here as well.
    expect(JSON.stringify(named)).not.toContain('"P1"');
    const none = await ended(as, (await as("auditor", "/v1/replays", { until: "2026-07-01" })).headers);
    expect(none).toMatchObject({ state: "done", total: 0 });
    for (const [body, code] of [
      [{ decisions: ["dec-0"] }, "unknown-value"],
      [{ from: "soon" }, "not-a-date"],
      [{ policies: "x" }, "unknown-field"],
      [{ evaluator: "other" }, "unknown-value"],
    ] as const)
      expect((await as("auditor", "/v1/replays", body)).body).toMatchObject({ code });
    expect((await as("auditor", "/v1/replays/job-0")).status).toBe(404);
    expect((await as("auditor", `/v1/replays/${String(named["id"])}/cancel`, {})).body).toMatchObject({
      code: "wrong-state",
    });
  });

  it("erases and unmasks for those who may, and for nobody else", async () => {
    const { acts, as, decision } = await openService((await open()).store);
    expect((await as("admin", "/v1/people/P1/erase", { reason: "asked" })).body).toMatchObject({
      code: "still-owing",
    });
    for (const role of ["handler", "auditor", "employee"])
      expect((await as(role, "/v1/people/P1/erase", { reason: "asked" })).status).toBe(403);
    await acts.leave("P1", "2026-07", 0);
    expect((await as("admin", "/v1/people/P1/erase", { reason: "asked" })).body).toMatchObject({
      texts: 1,
      accounts: 0,
    });
    const unmask = `/v1/decisions/${decision}/unmask`;
    for (const role of ["admin", "handler", "employee"])
      expect((await as(role, unmask, { reason: "why" })).status).toBe(403);
    expect((await as("auditor", unmask, {})).body).toMatchObject({ code: "missing-field" });
    const told = await as("auditor", unmask, { reason: "a question of P2" });
    expect(told.text).toContain('"party":"P2"');
    expect(told.text).not.toContain('"party":"P1"');
  });
});

/** What came of a replay, once it is over. */
async function ended(
  as: (role: string, path: string) => Promise<Answer>,
  headers: Headers,
): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const { body, status } = await as("auditor", headers.get("Location") ?? "");
    if (status !== 200) throw new Error(JSON.stringify(body));
    if (body["state"] !== "queued" && body["state"] !== "running") return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
