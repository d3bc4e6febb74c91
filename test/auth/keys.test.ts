import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type ApiKeysTable, keyById } from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { MINUTE_MS, type TestService, serviceOver } from "./service.ts";

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

async function withAdmin(service: TestService): Promise<string> {
  return service.signIn(await service.person({ roles: ["admin"] }));
}

/** Whether a key gets through to a list that it may read. */
async function opens(service: TestService, key: string): Promise<number> {
  return (await service.send("/v1/policies", { key })).status;
}

onBothDatabases("a key", (open) => {
  it("is shown once, and nothing that is kept or told tells it again", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await withAdmin(service);
    const body = { name: "order system", scopes: ["decide"], expiresInDays: 30 };
    const made = await service.send("/v1/keys", { method: "POST", body, cookie });
    expect(made.status).toBe(201);
    const secret = made.body["secret"] as string;
    expect(secret).toMatch(/^evh_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/);
    const { id, prefix } = made.body["key"] as { readonly id: string; readonly prefix: string };
    expect(secret.startsWith(`${prefix}_`)).toBe(true);
    expect(made.headers.get("Location")).toBe(`/v1/keys/${id}`);
    const row = await service.context.store.read((db) => keyById(db, id));
    const kept = JSON.stringify(row);
    expect(kept).not.toContain(secret.slice(prefix.length + 1));
    expect(row?.hash).toBe(createHash("sha256").update(JSON.stringify(secret)).digest("hex"));
    const listed = await service.send("/v1/keys", { cookie });
    expect(listed.body["keys"]).toMatchObject([{ id, prefix, scopes: ["decide"], state: "valid" }]);
    expect(listed.text).not.toContain(secret);
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const events = await service.send(`/v1/audit-events?object=key:${id}`, { cookie: auditor });
    expect(events.body["events"]).toMatchObject([
      { action: "key.created", after: { prefix, scopes: ["decide"] } },
    ]);
    expect(events.text).not.toContain(secret.slice(prefix.length + 1));
  });

  it("opens what its scopes name, until its moment has come", async () => {
    const service = await serviceOver((await open()).store);
    const { key } = await service.key(["evaluate"], { expiresInDays: 1 });
    expect(await opens(service, key)).toBe(200);
    service.pass(DAY_MS - 1);
    expect(await opens(service, key)).toBe(200);
    service.pass(1);
    const late = await service.send("/v1/policies", { key });
    expect([late.status, late.body["detail"], late.headers.get("WWW-Authenticate")]).toEqual([
      401,
      "this key has expired",
      "Bearer",
    ]);
  });

  it("opens nothing with a letter changed, cut short, or in another place", async () => {
    const service = await serviceOver((await open()).store);
    const { key } = await service.key(["evaluate"]);
    const last = key.endsWith("A") ? "B" : "A";
    for (const wrong of [
      key.slice(0, -1),
      `${key.slice(0, -1)}${last}`,
      `${key}x`,
      key.toUpperCase(),
      "evh_",
      "",
    ])
      expect([wrong, await opens(service, wrong)]).toEqual([wrong, 401]);
    for (const Authorization of [key, `Basic ${key}`, `Bearer ${key} ${key}`])
      expect((await service.send("/v1/policies", { headers: { Authorization } })).status).toBe(401);
    expect((await service.send(`/v1/policies?key=${key}`)).status).toBe(401);
  });

  it("ends at once where it is revoked, and revoking it twice changes nothing", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await withAdmin(service);
    const { id, key } = await service.key(["evaluate"]);
    expect(await opens(service, key)).toBe(200);
    const revoke = () => service.send(`/v1/keys/${id}`, { method: "DELETE", cookie });
    expect((await revoke()).body).toMatchObject({ state: "revoked" });
    const refused = await service.send("/v1/policies", { key });
    expect([refused.status, refused.body["detail"]]).toEqual([401, "this key was revoked"]);
    service.pass(MINUTE_MS);
    const again = await revoke();
    expect([again.status, again.body["revokedAt"]]).toEqual([
      200,
      new Date(service.now() - MINUTE_MS).toISOString(),
    ]);
  });

  it("that another process revoked is trusted for three seconds more, and no longer", async () => {
    const { store, again } = await open();
    const [one, other] = [await serviceOver(store), await serviceOver(await again())];
    const { id, key } = await one.key(["evaluate"]);
    expect(await opens(other, key)).toBe(200);
    const cookie = await withAdmin(one);
    await one.send(`/v1/keys/${id}`, { method: "DELETE", cookie });
    other.pass(3_000);
    expect(await opens(other, key)).toBe(401);
  });

  it("is rotated with an overlap, after which only the new one opens anything", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await withAdmin(service);
    const { id, key } = await service.key(["evaluate"], { expiresInDays: 100 });
    const rotate = (of: string, body: object) =>
      service.send(`/v1/keys/${of}/rotate`, { method: "POST", body, cookie });
    const rotated = await rotate(id, { overlapHours: 2 });
    expect(rotated.status).toBe(201);
    expect(rotated.body).toMatchObject({
      key: {
        name: "a system",
        scopes: ["evaluate"],
        expiresAt: new Date(service.now() + 100 * DAY_MS).toISOString(),
      },
      replaced: { id, expiresAt: new Date(service.now() + 2 * HOUR_MS).toISOString() },
    });
    const next = rotated.body["secret"] as string;
    expect([await opens(service, key), await opens(service, next)]).toEqual([200, 200]);
    expect((await rotate(id, {})).body).toMatchObject({ code: "wrong-state", status: 409 });
    service.pass(2 * HOUR_MS);
    expect([await opens(service, key), await opens(service, next)]).toEqual([401, 200]);
  });

  it("goes on no longer by being rotated than it would have", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await withAdmin(service);
    const { id } = await service.key(["evaluate"], { expiresInDays: 1 });
    const rotated = await service.send(`/v1/keys/${id}/rotate`, {
      method: "POST",
      body: { overlapHours: 720 },
      cookie,
    });
    expect(rotated.body["replaced"]).toMatchObject({
      expiresAt: new Date(service.now() + DAY_MS).toISOString(),
    });
  });

  it("tells when it was last used, to the minute, without anybody waiting for it", async () => {
    const service = await serviceOver((await open()).store);
    const { id, key } = await service.key(["evaluate"]);
    const row = (): Promise<ApiKeysTable | undefined> => service.context.store.read((db) => keyById(db, id));
    const first = service.now();
    await opens(service, key);
    await expect.poll(async () => (await row())?.last_used_at).toBe(first);
    service.pass(MINUTE_MS - 1);
    await opens(service, key);
    await nextTurn();
    expect((await row())?.last_used_at).toBe(first);
    service.pass(1);
    await opens(service, key);
    await expect.poll(async () => (await row())?.last_used_at).toBe(first + MINUTE_MS);
  });

  it("is told who it is", async () => {
    const service = await serviceOver((await open()).store);
    const { id, key } = await service.key(["decide", "evaluate"]);
    const me = await service.send("/v1/me", { key });
    expect(me.body).toEqual({
      kind: "key",
      id,
      scopes: ["evaluate", "decide"],
      permissions: ["self", "evaluate", "policies:read", "decisions:record"],
    });
  });

  it("is not made of what makes none", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await withAdmin(service);
    const good = { name: "x", scopes: ["evaluate"] };
    const bad: readonly (readonly [unknown, string, string])[] = [
      [{ ...good, scopes: [] }, "out-of-range", "/scopes"],
      [{ ...good, scopes: ["evaluate", "approve"] }, "unknown-value", "/scopes/1"],
      [{ ...good, expiresInDays: 3_651 }, "out-of-range", "/expiresInDays"],
      [{ ...good, expires: 1 }, "unknown-field", "/expires"],
      [{ scopes: ["evaluate"] }, "missing-field", "/name"],
      [[], "wrong-shape", ""],
    ];
    for (const [body, code, pointer] of bad) {
      const answer = await service.send("/v1/keys", { method: "POST", body, cookie });
      expect([answer.status, answer.body["errors"]]).toMatchObject([422, [{ code, pointer }]]);
    }
  });
});
