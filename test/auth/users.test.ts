import { ROLES } from "@evenhand/domain";
import { changeUser, setPassword } from "@evenhand/store";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { PASSWORD, type TestService, serviceOver, statuses } from "./service.ts";

const NEW = { email: "new@example.org", name: "New", personId: "E2001", roles: ["author"] };

async function asAdmin(service: TestService) {
  const admin = await service.person({ roles: ["admin"] });
  const cookie = await service.signIn(admin);
  return {
    admin,
    post: (path: string, body: unknown) => service.send(path, { method: "POST", body, cookie }),
    patch: (id: string, body: unknown) => service.send(`/v1/users/${id}`, { method: "PATCH", body, cookie }),
    get: (path: string) => service.send(path, { cookie }),
  };
}

onBothDatabases("an account", (open) => {
  it("is made by an administrator and opened by its owner, with a link that works once", async () => {
    const service = await serviceOver((await open()).store);
    const { post, get } = await asAdmin(service);
    const made = await post("/v1/users", { ...NEW, email: "New@Example.org" });
    expect(made.status).toBe(201);
    expect(made.body["user"]).toMatchObject({ ...NEW, disabled: false, canSignIn: false });
    const { link } = made.body["invitation"] as { readonly link: string };
    expect(link).toMatch(/^http:\/\/localhost\/welcome\/[A-Za-z0-9_-]{43}$/);
    const form = new URLSearchParams({ name: "Newcomer", password: PASSWORD, again: PASSWORD });
    const accept = () =>
      service.app.request(new URL(link).pathname, {
        method: "POST",
        body: form.toString(),
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      });
    expect((await accept()).status).toBe(200);
    expect((await accept()).status).toBe(410);
    await service.signIn(NEW);
    const { users } = (await get("/v1/users")).body;
    const opened = { email: NEW.email, name: "Newcomer", canSignIn: true };
    expect(users).toEqual(expect.arrayContaining([expect.objectContaining(opened)]));
  });

  it("is one for each address", async () => {
    const service = await serviceOver((await open()).store);
    const { post } = await asAdmin(service);
    const made = await Promise.all([1, 2, 3].map(() => post("/v1/users", NEW)));
    expect(statuses(made)).toEqual([201, 409, 409]);
    expect(made.find(({ status }) => status === 409)?.body).toMatchObject({
      code: "already-there",
      errors: [{ pointer: "/email" }],
    });
  });

  it("is one of several of a person, told apart by address and joined by the staff number", async () => {
    const service = await serviceOver((await open()).store);
    const one = await service.person({ roles: ["author"], personId: "E7" });
    const other = await service.person({ roles: ["approver"], personId: "E7" });
    for (const person of [one, other]) {
      const me = await service.send("/v1/me", { cookie: await service.signIn(person) });
      expect(me.body).toMatchObject({ id: person.id, personId: "E7" });
    }
  });

  it("can be given a new link, with which the one before ends", async () => {
    const service = await serviceOver((await open()).store);
    const { post } = await asAdmin(service);
    const made = await post("/v1/users", NEW);
    const first = (made.body["invitation"] as { readonly link: string }).link;
    const { id } = made.body["user"] as { readonly id: string };
    const again = await post(`/v1/users/${id}/invitation`, undefined);
    const second = (again.body["invitation"] as { readonly link: string }).link;
    expect((await service.send(new URL(first).pathname)).status).toBe(410);
    expect((await service.send(new URL(second).pathname)).status).toBe(200);
    expect((await post("/v1/users/nobody/invitation", undefined)).body).toMatchObject({ code: "not-found" });
  });

  it("leaves in the audit trail what it may, and neither address nor name", async () => {
    const service = await serviceOver((await open()).store);
    const { admin, post, patch } = await asAdmin(service);
    const made = await post("/v1/users", NEW);
    const { id } = made.body["user"] as { readonly id: string };
    await patch(id, { roles: ["handler"], name: "Renamed" });
    await patch(id, { roles: ["handler"] });
    await patch(id, { disabled: true });
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const trail = await service.send(`/v1/audit-events?object=user:${id}`, { cookie: auditor });
    expect(trail.body["events"]).toMatchObject([
      { action: "user.changed", before: { disabled: false }, after: { disabled: true } },
      {
        action: "user.changed",
        actor: { kind: "user", id: admin.id },
        before: { roles: ["author"] },
        after: { roles: ["handler"] },
      },
      { action: "user.created", after: { roles: ["author"] } },
    ]);
    expect(trail.text).not.toMatch(/example|New|Renamed|E2001/);
  });

  it("whose person was erased is never changed, invited or signed in to again", async () => {
    const { store } = await open();
    const service = await serviceOver(store);
    const { post, patch, get } = await asAdmin(service);
    const erased = await service.person({ roles: ["handler"], personId: "E2002" });
    const cookie = await service.signIn(erased);
    const invited = await post(`/v1/users/${erased.id}/invitation`, undefined);
    const { link } = invited.body["invitation"] as { readonly link: string };
    expect((await post("/v1/people/E2002/erase", { reason: "asked for it" })).status).toBe(200);
    const shut = [409, "wrong-state", "whoever had this account was erased, and it stays shut"];
    const changes = [{ disabled: false }, { roles: ["handler"] }, { name: "Renamed" }, { disabled: true }];
    for (const change of [...changes, { secondFactor: false }, { disabled: false, roles: ["admin"] }]) {
      const { status, body } = await patch(erased.id, change);
      expect([change, status, body["code"], body["detail"]]).toEqual([change, ...shut]);
    }
    const again = await post(`/v1/users/${erased.id}/invitation`, undefined);
    expect([again.status, again.body["code"], again.body["detail"]]).toEqual(shut);
    expect((await service.send(new URL(link).pathname)).status).toBe(410);
    expect((await service.send("/v1/me", { cookie })).status).toBe(401);
    const { users } = (await get("/v1/users")).body;
    expect(users).toContainEqual(expect.objectContaining({ id: erased.id, disabled: true, roles: [] }));

    // Even one that was opened again in the tables themselves.
    const row = { password: PASSWORD, email: `${erased.id}@example.org` };
    await store.write(async (tx) => {
      const at = service.now();
      await changeUser(tx, erased.id, { at, disabledAt: null });
      await sql`update users set email = ${row.email} where id = ${erased.id}`.execute(tx);
      const hash = await service.surroundings.signIn().hashPassword(PASSWORD);
      await setPassword(tx, { id: "password-again", userId: erased.id, hash, at });
    });
    const signIn = await service.send("/api/auth/sign-in/email", { method: "POST", body: row });
    expect(signIn.status).toBe(401);
    expect((await patch(erased.id, { roles: ["admin"] })).body["code"]).toBe("wrong-state");
  });

  it("is not made of what makes none, and all that is wrong is said at once", async () => {
    const service = await serviceOver((await open()).store);
    const { post } = await asAdmin(service);
    const bad = {
      email: "no address",
      personId: "E 1",
      roles: ["author", "boss"],
      name: "  ",
      password: "x",
    };
    const answer = await post("/v1/users", bad);
    expect([answer.status, answer.body["errors"]]).toMatchObject([
      422,
      [
        { code: "wrong-shape", pointer: "/email" },
        { code: "wrong-shape", pointer: "/name" },
        { code: "wrong-shape", pointer: "/personId" },
        { code: "unknown-field", pointer: "/password" },
        { code: "unknown-value", pointer: "/roles/1" },
      ],
    ]);
    expect((await post("/v1/users", { ...NEW, roles: "admin" })).body["errors"]).toMatchObject([
      { code: "wrong-shape", pointer: "/roles" },
    ]);
    // A case calls the company so.
    for (const personId of ["company", "Company"])
      expect((await post("/v1/users", { ...NEW, personId })).body["errors"]).toMatchObject([
        { code: "wrong-shape", pointer: "/personId" },
      ]);
  });
});

/** Written by hand: which roles go together. */
const GO_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  admin: ["admin", "employee"],
  author: ["author", "approver", "handler", "employee"],
  approver: ["author", "approver", "handler", "employee"],
  handler: ["author", "approver", "handler", "employee"],
  auditor: ["auditor", "employee"],
  employee: ["admin", "author", "approver", "handler", "auditor", "employee"],
};

onBothDatabases("roles of one person", (open) => {
  it("go together or not, whether under one account or two", async () => {
    const service = await serviceOver((await open()).store);
    const { post } = await asAdmin(service);
    let count = 0;
    for (const one of ROLES) {
      for (const other of ROLES) {
        count += 1;
        const status = GO_TOGETHER[one]?.includes(other) === true ? 201 : 409;
        const email = `pair-${count}@example.org`;
        const together = await post("/v1/users", {
          ...NEW,
          email,
          personId: `T${count}`,
          roles: [one, other],
        });
        expect([one, other, together.status]).toEqual([one, other, status]);
        const person = { ...NEW, personId: `A${count}` };
        await post("/v1/users", { ...person, email: `one-${count}@example.org`, roles: [one] });
        const second = await post("/v1/users", {
          ...person,
          email: `other-${count}@example.org`,
          roles: [other],
        });
        const code = status === 409 ? "roles-clash" : undefined;
        expect([one, other, second.status, second.body["code"]]).toEqual([one, other, status, code]);
      }
    }
  });

  it("do not clash with those of an account that is shut, which then stays shut", async () => {
    const service = await serviceOver((await open()).store);
    const { patch } = await asAdmin(service);
    const auditor = await service.person({ roles: ["auditor"], personId: "E9" });
    await patch(auditor.id, { disabled: true });
    const handler = await service.person({ roles: ["handler"], personId: "E9" });
    expect((await patch(auditor.id, { disabled: false })).body).toMatchObject({ code: "roles-clash" });
    expect((await patch(handler.id, { roles: ["handler", "auditor"] })).body).toMatchObject({
      code: "roles-clash",
    });
    expect((await patch(handler.id, { roles: ["employee"] })).status).toBe(200);
    expect((await patch(auditor.id, { disabled: false })).status).toBe(200);
  });

  it("cannot be brought to clash by two requests at once", async () => {
    const service = await serviceOver((await open()).store);
    const { post } = await asAdmin(service);
    const made = await Promise.all(
      ["auditor", "handler"].map((role) =>
        post("/v1/users", { ...NEW, email: `${role}@example.org`, personId: "E10", roles: [role] }),
      ),
    );
    expect(statuses(made)).toEqual([201, 409]);
  });

  it("leave one administrator, always", async () => {
    const service = await serviceOver((await open()).store);
    const { admin, patch, post } = await asAdmin(service);
    expect((await patch(admin.id, { disabled: true })).body).toMatchObject({ code: "wrong-state" });
    expect((await patch(admin.id, { roles: ["employee"] })).body).toMatchObject({ code: "wrong-state" });
    // One who was only invited cannot manage anything yet.
    await post("/v1/users", { ...NEW, roles: ["admin"] });
    expect((await patch(admin.id, { disabled: true })).body).toMatchObject({ code: "wrong-state" });
    await service.person({ roles: ["admin"] });
    expect((await patch(admin.id, { disabled: true })).status).toBe(200);
  });
});

onBothDatabases("the settings", (open) => {
  it("begin with what is safe, change by what is named, and leave a trace", async () => {
    const service = await serviceOver((await open()).store);
    const { get } = await asAdmin(service);
    const cookie = await service.signIn(await service.person({ roles: ["admin"] }));
    const put = (body: unknown) => service.send("/v1/settings", { method: "PUT", body, cookie });
    const usual = { requireSecondFactor: false, twoApproversFromMinor: 10_000_000, announcementDay: 10 };
    expect((await get("/v1/settings")).body).toEqual(usual);
    expect((await put({ announcementDay: 5 })).body).toEqual({ ...usual, announcementDay: 5 });
    expect((await put({ announcementDay: 5 })).body).toEqual({ ...usual, announcementDay: 5 });
    expect((await get("/v1/settings")).body).toEqual({ ...usual, announcementDay: 5 });
    expect(
      (await put({ announcementDay: 29, twoApproversFromMinor: -1, x: 1 })).body["errors"],
    ).toMatchObject([
      { code: "unknown-field", pointer: "/x" },
      { code: "out-of-range", pointer: "/twoApproversFromMinor" },
      { code: "out-of-range", pointer: "/announcementDay" },
    ]);
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const trail = await service.send("/v1/audit-events?object=settings", { cookie: auditor });
    expect(trail.body["events"]).toMatchObject([{ before: usual, after: { ...usual, announcementDay: 5 } }]);
  });
});

onBothDatabases("the audit trail", (open) => {
  it("is read page by page, the newest first, by whom, what and when", async () => {
    const service = await serviceOver((await open()).store);
    const { admin, post } = await asAdmin(service);
    for (const name of ["a", "b", "c"]) {
      service.pass(60_000);
      await post("/v1/keys", { name, scopes: ["evaluate"] });
    }
    const cookie = await service.signIn(await service.person({ roles: ["auditor"] }));
    const read = async (query: string) => {
      const { body } = await service.send(`/v1/audit-events?${query}`, { cookie });
      const events = body["events"] as readonly { readonly after?: { readonly name?: string } }[];
      return { names: events.map(({ after }) => after?.name), next: body["next"] as number | null };
    };
    const first = await read(`action=key.created&actor=user:${admin.id}&limit=2`);
    expect(first.names).toEqual(["c", "b"]);
    expect(await read(`action=key.created&limit=2&cursor=${first.next}`)).toEqual({
      names: ["a"],
      next: null,
    });
    const after = encodeURIComponent(new Date(service.now()).toISOString());
    expect((await read(`object=key&after=${after}`)).names).toEqual(["c"]);
  });

  it("is not read by what it does not know", async () => {
    const service = await serviceOver((await open()).store);
    const cookie = await service.signIn(await service.person({ roles: ["auditor"] }));
    const unknown = [
      "limit=0",
      "limit=501",
      "cursor=x",
      "after=yesterday",
      "actor=me",
      "object=:",
      "action=x",
      "who=me",
    ];
    for (const query of unknown) {
      const { status, body } = await service.send(`/v1/audit-events?${query}`, { cookie });
      expect([query, status, body["code"]]).toEqual([query, 400, "invalid-parameter"]);
    }
  });
});
