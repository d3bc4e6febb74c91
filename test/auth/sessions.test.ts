import type { Kysely } from "kysely";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { MINUTE_MS, ORIGIN, PASSWORD, type TestService, serviceOver, statuses } from "./service.ts";

onBothDatabases("a session", (open) => {
  it("begins with address and password, in a cookie that scripts cannot read", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["author"] });
    const answer = await service.send("/api/auth/sign-in/email", {
      method: "POST",
      body: { email: person.email.toUpperCase(), password: PASSWORD },
    });
    expect([answer.status, answer.body]).toEqual([200, { state: "signed-in" }]);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^evenhand\.session_token=\S+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const me = await service.send("/v1/me", { cookie: answer.cookie });
    expect(me.body).toMatchObject({ kind: "user", ...person, roles: ["author"], secondFactor: false });
  });

  it("is of this host alone, and never in the clear, where it is served over HTTPS", async () => {
    const publicUrl = "https://evenhand.example.org";
    const service = await serviceOver((await open()).store, { servedOverHttps: true, publicUrl });
    const { email } = await service.person({ roles: ["author"] });
    const { headers, cookie } = await service.send("/api/auth/sign-in/email", {
      method: "POST",
      body: { email, password: PASSWORD },
      headers: { Origin: publicUrl },
    });
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-evenhand\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(headers.getSetCookie()[0]).not.toContain("Domain");
    expect((await service.send("/v1/me", { cookie })).status).toBe(200);
  });

  it("ends after half an hour in which nothing is asked for, and not before", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["author"] }));
    for (let asked = 0; asked < 4; asked += 1) {
      service.pass(29 * MINUTE_MS);
      expect((await service.send("/v1/me", { cookie })).status).toBe(200);
      // The moment of use is kept without anybody waiting for it.
      await touched(service);
    }
    service.pass(30 * MINUTE_MS);
    const over = await service.send("/v1/me", { cookie });
    expect([over.status, over.body["code"], over.headers.get("WWW-Authenticate")]).toEqual([
      401,
      "not-signed-in",
      "Bearer",
    ]);
    service.pass(-30 * MINUTE_MS);
    expect((await service.send("/v1/me", { cookie })).status).toBe(401);
  });

  it("ends after twelve hours, however much is asked for", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["author"] }));
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      service.pass(20 * MINUTE_MS);
      expect((await service.send("/v1/me", { cookie })).status).toBe(200);
      await touched(service);
    }
    service.pass(20 * MINUTE_MS - 1);
    expect((await service.send("/v1/me", { cookie })).status).toBe(200);
    service.pass(1);
    expect((await service.send("/v1/me", { cookie })).status).toBe(401);
  });

  it("ends by signing out, in every cookie that was copied from it", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["author"] }));
    const out = await service.send("/api/auth/sign-out", { method: "POST", cookie });
    expect([out.body, out.cookie]).toEqual([{ state: "signed-out" }, ""]);
    expect((await service.send("/v1/me", { cookie })).status).toBe(401);
  });

  it("is none with a cookie that was made up or changed", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["author"] }));
    const [name = "", value = ""] = cookie.split("=");
    const [token, signature = ""] = decodeURIComponent(value).split(".");
    const forged = [
      `${name}=`,
      `${name}=x.y`,
      `${name}=${token}`,
      `${name}=${encodeURIComponent(`${token}.${signature.replace(/^./, (letter) => (letter === "A" ? "B" : "A"))}`)}`,
      `${name}=${encodeURIComponent(`${token}x.${signature}`)}`,
      `${name}=%ff%fe`,
      "=;;=;",
    ];
    for (const one of forged) {
      expect([one, (await service.send("/v1/me", { cookie: one })).status]).toEqual([one, 401]);
    }
    expect((await service.send("/v1/me", { cookie })).status).toBe(200);
  });

  it("has the roles as they are now, and ends at once where the account is shut", async () => {
    const service = await serviceOver((await open()).store);
    const admin = await service.signIn(await service.person({ roles: ["admin"] }));
    const person = await service.person({ roles: ["author"] });
    const cookie = await service.signIn(person);
    const change = (body: object) =>
      service.send(`/v1/users/${person.id}`, { method: "PATCH", body, cookie: admin });
    expect((await change({ roles: ["handler"] })).status).toBe(200);
    expect((await service.send("/v1/me", { cookie })).body).toMatchObject({ roles: ["handler"] });
    expect((await change({ disabled: true })).body).toMatchObject({ disabled: true });
    expect((await service.send("/v1/me", { cookie })).status).toBe(401);
    const again = await service.send("/api/auth/sign-in/email", {
      method: "POST",
      body: { email: person.email, password: PASSWORD },
    });
    expect([again.status, again.body["detail"]]).toEqual([401, "the account is disabled"]);
    expect((await change({ disabled: false })).status).toBe(200);
    await service.signIn(person);
  });
});

onBothDatabases("a password", (open) => {
  it("that is wrong is answered alike, whether or not there is an account", async () => {
    const service = await serviceOver((await open()).store);
    const { email } = await service.person({ roles: ["author"] });
    const answers = await Promise.all(
      [email, "nobody@example.org", "no address"].map(async (tried) => {
        const body = { email: tried, password: "not the password" };
        const answer = await service.send("/api/auth/sign-in/email", { method: "POST", body });
        return { ...answer.body, instance: undefined };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, code: "not-signed-in" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("can be guessed at ten times in a quarter of an hour, and from one address a hundred times", async () => {
    const service = await serviceOver((await open()).store);
    const { email } = await service.person({ roles: ["author"] });
    const guess = (to: string, password = "not the password") =>
      service.send("/api/auth/sign-in/email", { method: "POST", body: { email: to, password } });
    const first = await Promise.all(Array.from({ length: 12 }, () => guess(email)));
    expect(statuses(first)).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const right = await guess(email.toUpperCase(), PASSWORD);
    expect([right.status, right.body["code"]]).toEqual([429, "too-many-requests"]);
    expect(Number(right.headers.get("Retry-After"))).toBeGreaterThan(800);
    for (let tried = 13; tried < 100; tried += 1) await guess(`nobody-${tried}`);
    const other = await service.person({ roles: ["author"] });
    expect((await guess(other.email, PASSWORD)).status).toBe(429);
  });

  it("is changed with the one before, which ends every other session and is told to the audit trail", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["author"] });
    const [here, there] = [await service.signIn(person), await service.signIn(person)];
    const change = (body: object) =>
      service.send("/api/auth/change-password", { method: "POST", cookie: here, body });
    expect(
      (await change({ currentPassword: "not it, not it", newPassword: "another four words" })).body,
    ).toMatchObject({
      code: "not-allowed",
      detail: "the password is not right",
    });
    expect((await change({ currentPassword: PASSWORD, newPassword: "short" })).body).toMatchObject({
      code: "out-of-range",
      errors: [{ pointer: "/newPassword" }],
    });
    const changed = await change({ currentPassword: PASSWORD, newPassword: "another four words" });
    expect(changed.body).toEqual({ state: "signed-in" });
    expect((await service.send("/v1/me", { cookie: changed.cookie })).status).toBe(200);
    expect((await service.send("/v1/me", { cookie: there })).status).toBe(401);
    expect((await service.send("/v1/me", { cookie: here })).status).toBe(401);
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const { text, body } = await service.send("/v1/audit-events?action=user.password-changed", {
      cookie: auditor,
    });
    expect(body["events"]).toMatchObject([
      { actor: { kind: "user", id: person.id }, object: { id: person.id } },
    ]);
    expect(text).not.toContain("words");
  });
});

onBothDatabases("a request that changes something", (open) => {
  it("comes from here where it brings a cookie, and from nowhere else", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["admin"] }));
    const from = (Origin: string | undefined) =>
      service.app.request("/v1/keys", {
        method: "POST",
        body: JSON.stringify({ name: "x", scopes: ["evaluate"] }),
        headers: {
          Cookie: cookie,
          "Content-Type": "application/json",
          ...(Origin === undefined ? {} : { Origin }),
        },
      });
    for (const elsewhere of [
      "https://evil.example",
      "http://localhost:81",
      "https://localhost",
      "null",
      undefined,
    ]) {
      const response = await from(elsewhere);
      expect([elsewhere, response.status]).toEqual([elsewhere, 403]);
      expect(await response.json()).toMatchObject({ code: "wrong-origin" });
    }
    expect((await from(ORIGIN)).status).toBe(201);
  });

  it("needs no origin where a key says who sends it, and reading needs none with a cookie", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["admin"] }));
    expect((await service.app.request("/v1/users", { headers: { Cookie: cookie } })).status).toBe(200);
    const { key } = await service.key(["evaluate"]);
    const response = await service.app.request("/v1/policies/complaint-fines/evaluate", {
      method: "POST",
      body: "{}",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    });
    expect(response.status).toBe(422);
  });

  it("cannot sign a browser in from another site, without any cookie", async () => {
    const service = await serviceOver((await open()).store);
    const { email } = await service.person({ roles: ["author"] });
    const body = { email, password: PASSWORD };
    const headers = { Origin: "https://evil.example" };
    const answer = await service.send("/api/auth/sign-in/email", { method: "POST", body, headers });
    expect([answer.status, answer.body["code"]]).toEqual([403, "wrong-origin"]);
  });
});

onBothDatabases("a store that is out of reach", (open) => {
  it("is said to be so to whoever is or wants to be signed in, and to keys", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["author"] });
    const [cookie, { key }] = [await service.signIn(person), await service.key(["evaluate"])];
    await service.context.store.close();
    const body = { email: person.email, password: PASSWORD };
    const answers = [
      await service.send("/v1/me", { cookie }),
      await service.send("/v1/policies", { key }),
      await service.send("/api/auth/sign-in/email", { method: "POST", body }),
      await service.send("/api/auth/sign-out", { method: "POST", cookie }),
      await service.send("/welcome/none"),
    ];
    for (const { status, body: problem, headers } of answers)
      expect([status, problem["code"], headers.get("Retry-After")]).toEqual([503, "store-unavailable", "5"]);
    expect((await service.send("/healthz")).status).toBe(200);
  });
});

/** Waits until the moment of use is kept, for which no answer waits. */
async function touched({ context, now }: TestService): Promise<void> {
  const sessions = context.store.auth.db as unknown as Kysely<{ sessions: { seen_at: number } }>;
  await expect
    .poll(async () => (await sessions.selectFrom("sessions").select("seen_at").executeTakeFirst())?.seen_at)
    .toBe(now());
}
