import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { type TestProvider, startProvider } from "./provider.ts";
import { type Answer, type TestService, serviceOver } from "./service.ts";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.stop());

/** Signs in at the provider as a browser does, and gives where it ends up. */
async function signIn(service: TestService, body: object = { provider: "oidc" }): Promise<Answer> {
  const begun = await service.send("/api/auth/sign-in/social", { method: "POST", body });
  if (begun.status !== 200) throw new Error(begun.text);
  const back = await provider.visit(begun.body["url"] as string);
  return service.send(back.pathname + back.search, { cookie: begun.cookie });
}

const location = ({ headers }: Answer): string | null => headers.get("Location");

onBothDatabases("signing in at an identity provider", (open) => {
  it("opens the account that an administrator made, found by its verified address, and then by itself", async () => {
    const service = await serviceOver((await open()).store, { provider: provider.config });
    const person = await service.person({ roles: ["handler"], email: "handler@example.org" });
    provider.knows({ sub: "s-1", email: "Handler@Example.org", email_verified: true });
    const first = await signIn(service);
    expect([first.status, location(first)]).toEqual([302, "/"]);
    const me = await service.send("/v1/me", { cookie: first.cookie });
    // Name, roles and staff number stay those that were given here.
    expect(me.body).toMatchObject({ ...person, name: "Somebody", roles: ["handler"], secondFactor: false });
    // From then on the account at the provider counts, whatever address it has.
    provider.knows({ sub: "s-1", email: "married@example.org", email_verified: false });
    const second = await signIn(service, { provider: "oidc", callbackPath: "/docs" });
    expect(location(second)).toBe("/docs");
    expect((await service.send("/v1/me", { cookie: second.cookie })).body).toMatchObject(person);
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    const linked = await service.send("/v1/audit-events?action=user.linked", { cookie: auditor });
    expect(linked.body["events"]).toMatchObject([{ object: { kind: "user", id: person.id } }]);
  });

  it.each([
    {
      what: "an address that the provider did not verify",
      account: { email: "handler@example.org", email_verified: false },
    },
    {
      what: "an address without an account",
      account: { email: "stranger@example.org", email_verified: true },
    },
  ])("opens nothing with $what", async ({ account }) => {
    const service = await serviceOver((await open()).store, { provider: provider.config });
    await service.person({ roles: ["handler"], email: "handler@example.org" });
    provider.knows({ sub: "s-2", ...account });
    const ended = await signIn(service);
    expect(location(ended)).toMatch(/^\/welcome\/sign-in-failed\?error=[\w%]+$/);
    expect(ended.cookie).not.toContain("session_token");
    const page = await service.send(location(ended) ?? "");
    expect([page.status, page.text]).toEqual([403, expect.stringContaining("did not vouch")]);
    const admin = await service.signIn(await service.person({ roles: ["admin"] }));
    expect((await service.send("/v1/users", { cookie: admin })).body["users"]).toHaveLength(2);
  });

  it("opens nothing that is shut", async () => {
    const service = await serviceOver((await open()).store, { provider: provider.config });
    const admin = await service.signIn(await service.person({ roles: ["admin"] }));
    const { id } = await service.person({ roles: ["handler"], email: "handler@example.org" });
    provider.knows({ sub: "s-3", email: "handler@example.org", email_verified: true });
    await service.send(`/v1/users/${id}`, { method: "PATCH", body: { disabled: true }, cookie: admin });
    const ended = await signIn(service);
    expect(location(ended)).toMatch(/^\/welcome\/sign-in-failed/);
    expect(ended.cookie).not.toContain("session_token");
  });

  it("is refused with an answer that was made up, replayed, or begun in another browser", async () => {
    const service = await serviceOver((await open()).store, { provider: provider.config });
    await service.person({ roles: ["handler"], email: "handler@example.org" });
    provider.knows({ sub: "s-4", email: "handler@example.org", email_verified: true });
    const begun = await service.send("/api/auth/sign-in/social", {
      method: "POST",
      body: { provider: "oidc" },
    });
    const back = await provider.visit(begun.body["url"] as string);
    const path = back.pathname + back.search;
    const tried = [
      await service.send(path),
      await service.send("/api/auth/callback/oidc?code=made-up&state=made-up", { cookie: begun.cookie }),
      await service.send("/api/auth/callback/oidc", { cookie: begun.cookie }),
      await service.send("/api/auth/callback/oidc?error=access_denied&error_description=<b>", {
        cookie: begun.cookie,
      }),
    ];
    for (const answer of tried) {
      expect([answer.status, location(answer)]).toEqual([
        302,
        expect.stringMatching(/^\/welcome\/sign-in-failed\?/),
      ]);
      expect(answer.cookie).not.toContain("session_token");
    }
    expect(location(await service.send(path, { cookie: begun.cookie }))).toMatch(
      /^\/(welcome\/sign-in-failed.*)?$/,
    );
    expect(location(await service.send(path, { cookie: begun.cookie }))).toMatch(
      /^\/welcome\/sign-in-failed/,
    );
  });

  it("leads back to no other site", async () => {
    const service = await serviceOver((await open()).store, { provider: provider.config });
    const others = [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "/a?b=//evil.example",
      "javascript:x",
      "/a b",
    ];
    for (const callbackPath of others) {
      const sent = { method: "POST", body: { provider: "oidc", callbackPath } };
      const answer = await service.send("/api/auth/sign-in/social", sent);
      expect([callbackPath, answer.status, answer.body["code"]]).toEqual([callbackPath, 422, "wrong-shape"]);
    }
  });

  it("leaves the password as it is", async () => {
    const service = await serviceOver((await open()).store, { provider: provider.config });
    const person = await service.person({ roles: ["handler"], email: "handler@example.org" });
    provider.knows({ sub: "s-5", email: person.email, email_verified: true });
    await signIn(service);
    expect(await service.signIn(person)).toContain("session_token=");
  });
});

onBothDatabases("a service without an identity provider", (open) => {
  it("says that there is none", async () => {
    const service = await serviceOver((await open()).store);
    const body = { provider: "oidc" };
    const answer = await service.send("/api/auth/sign-in/social", { method: "POST", body });
    expect([answer.status, answer.body["code"]]).toEqual([404, "not-found"]);
    expect((await service.send("/api/auth/callback/oidc?code=x")).status).toBe(404);
  });
});
