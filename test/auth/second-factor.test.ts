import { type Kysely, sql } from "kysely";
import { Secret, TOTP } from "otpauth";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { MINUTE_MS, PASSWORD, type TestPerson, type TestService, serviceOver, statuses } from "./service.ts";

onBothDatabases("a second factor", (open) => {
  it("counts once a code of it was sent, and from then on signing in asks for one", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["approver"] });
    const cookie = await service.signIn(person);
    const { app } = await setUp(service, cookie);
    const halfway = await signIn(service, person);
    expect([
      halfway.body,
      halfway.headers.getSetCookie().some((set) => /session_token=[^;]/.test(set)),
    ]).toEqual([{ state: "second-factor-needed" }, false]);
    expect((await service.send("/v1/me", { cookie: halfway.cookie })).status).toBe(401);
    const wrong = await verify(service, halfway.cookie, "000000");
    expect([wrong.status, wrong.body["detail"]]).toEqual([401, "the code is not right"]);
    const through = await verify(service, halfway.cookie, nextCode(app));
    expect(through.body).toEqual({ state: "signed-in" });
    const me = await service.send("/v1/me", { cookie: through.cookie });
    expect(me.body).toMatchObject({ secondFactor: true, hasSecondFactor: true });
  });

  it("takes each code once, from whoever is signing in and from whoever is signed in", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["approver"] });
    const { app, cookie, code } = await setUp(service, await service.signIn(person));
    const again = await verify(service, cookie, code);
    expect([again.status, again.body["detail"]]).toEqual([401, "this code was given before"]);
    // Whoever looked over their shoulder, and knows the password as well.
    const [one, other] = [await signIn(service, person), await signIn(service, person)];
    expect((await verify(service, other.cookie, code)).status).toBe(401);
    const next = nextCode(app);
    const both = await Promise.all([one, other].map((half) => verify(service, half.cookie, next)));
    expect(statuses(both)).toEqual([200, 401]);
    expect((await service.send("/v1/me", { cookie })).status).toBe(200);
  });

  it("takes each code once over a database that was made before it did so", async () => {
    const { store } = await open();
    await serviceOver(store);
    await store.write((tx) => sql`alter table second_factors drop column used_codes`.execute(tx));
    const service = await serviceOver(store);
    const { cookie, code } = await setUp(
      service,
      await service.signIn(await service.person({ roles: ["approver"] })),
    );
    expect((await verify(service, cookie, code)).body["detail"]).toBe("this code was given before");
  });

  it("counts as signing in once its code was given, not after the password alone", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["approver"] });
    const admin = await service.signIn(await service.person({ roles: ["admin"] }));
    const last = async (): Promise<unknown> => {
      const { body } = await service.send("/v1/users", { cookie: admin });
      const users = body["users"] as readonly { readonly id: string; readonly lastSignedInAt: unknown }[];
      return users.find(({ id }) => id === person.id)?.lastSignedInAt;
    };
    expect(await last()).toBeNull();
    const first = new Date(service.now()).toISOString();
    const cookie = await service.signIn(person);
    expect(await last()).toBe(first);
    service.pass(MINUTE_MS);
    // The session that takes the place of the first one is no further sign-in.
    const { app } = await setUp(service, cookie);
    const halfway = await signIn(service, person);
    expect(await last()).toBe(first);
    await verify(service, halfway.cookie, nextCode(app));
    expect(await last()).toBe(new Date(service.now()).toISOString());
  });

  it("makes the session no longer than it would have been", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["approver"] });
    const first = await service.signIn(person);
    service.pass(25 * MINUTE_MS);
    const { cookie } = await setUp(service, first);
    const me = async (): Promise<number> => (await service.send("/v1/me", { cookie })).status;
    const sessions = service.context.store.auth.db as unknown as Kysely<{ sessions: { seen_at: number } }>;
    const seen = async () =>
      (await sessions.selectFrom("sessions").select("seen_at").executeTakeFirst())?.seen_at;
    for (let passed = 25; passed < 12 * 60 - 25; passed += 25) {
      service.pass(25 * MINUTE_MS);
      expect(await me()).toBe(200);
      await expect.poll(seen).toBe(service.now());
    }
    service.pass(25 * MINUTE_MS);
    expect(await me()).toBe(401);
  });

  it("can be a code on paper, once, and a code that was given cannot be tried out for ever", async () => {
    const service = await serviceOver((await open()).store);
    const person = await service.person({ roles: ["approver"] });
    const { backupCodes } = await setUp(service, await service.signIn(person));
    const [code = ""] = backupCodes;
    const withPaper = async (): Promise<number> => {
      const { cookie } = await signIn(service, person);
      const sent = { method: "POST", body: { code }, cookie };
      return (await service.send("/api/auth/two-factor/verify-backup-code", sent)).status;
    };
    expect([await withPaper(), await withPaper()]).toEqual([200, 401]);
    const { cookie } = await signIn(service, person);
    const tried: number[] = [];
    for (let count = 0; count < 7; count += 1) tried.push((await verify(service, cookie, "000000")).status);
    expect(tried.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(tried.slice(5)).toEqual([429, 401]);
  });

  it("is taken off with the password, or by an administrator, which signs the account out", async () => {
    const service = await serviceOver((await open()).store);
    const admin = await service.signIn(await service.person({ roles: ["admin"] }));
    const person = await service.person({ roles: ["approver"] });
    const one = await setUp(service, await service.signIn(person));
    const disable = (cookie: string, password: string) =>
      service.send("/api/auth/two-factor/disable", { method: "POST", body: { password }, cookie });
    expect((await disable(one.cookie, "not the password")).body).toMatchObject({ code: "not-allowed" });
    const off = await disable(one.cookie, PASSWORD);
    expect(off.status).toBe(200);
    expect((await service.send("/v1/me", { cookie: off.cookie })).body).toMatchObject({
      secondFactor: false,
      hasSecondFactor: false,
    });
    const two = await setUp(service, await service.signIn(person));
    const change = (body: object) =>
      service.send(`/v1/users/${person.id}`, { method: "PATCH", body, cookie: admin });
    expect((await change({ secondFactor: true })).body).toMatchObject({ code: "unknown-value" });
    expect((await change({ secondFactor: false })).body).toMatchObject({ hasSecondFactor: false });
    expect((await service.send("/v1/me", { cookie: two.cookie })).status).toBe(401);
    await service.signIn(person);
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const { body } = await service.send(`/v1/audit-events?object=user:${person.id}`, { cookie: auditor });
    const actions = (body["events"] as readonly { readonly action: string }[]).map(({ action }) => action);
    expect(actions.toReversed()).toEqual([
      "user.created",
      "user.password-set",
      "user.second-factor-on",
      "user.second-factor-off",
      "user.second-factor-on",
      "user.changed",
    ]);
  });
});

type SetUp = {
  readonly app: TOTP;
  readonly code: string;
  readonly cookie: string;
  readonly backupCodes: readonly string[];
};

/** Sets up an app that makes codes, as its owner would, and gives the session as it is then. */
async function setUp(service: TestService, cookie: string): Promise<SetUp> {
  const begun = await service.send("/api/auth/two-factor/enable", {
    method: "POST",
    body: { password: PASSWORD },
    cookie,
  });
  const address = new URL(begun.body["totpUri"] as string);
  const app = new TOTP({ secret: Secret.fromBase32(address.searchParams.get("secret") ?? "") });
  const code = app.generate();
  const done = await verify(service, cookie, code);
  expect([done.status, done.body]).toEqual([200, { state: "signed-in" }]);
  return { app, code, cookie: done.cookie, backupCodes: begun.body["backupCodes"] as readonly string[] };
}

/** What the app shows half a minute later, which counts already. */
function nextCode(app: TOTP): string {
  return app.generate({ timestamp: Date.now() + 30_000 });
}

function signIn(service: TestService, { email }: TestPerson): ReturnType<TestService["send"]> {
  return service.send("/api/auth/sign-in/email", { method: "POST", body: { email, password: PASSWORD } });
}

function verify(service: TestService, cookie: string, code: string): ReturnType<TestService["send"]> {
  return service.send("/api/auth/two-factor/verify-totp", { method: "POST", body: { code }, cookie });
}
