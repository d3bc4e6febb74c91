import { createHash } from "node:crypto";
import { createUser } from "@evenhand/service";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { ORIGIN, PASSWORD, type TestService, serviceOver, statuses } from "./service.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const WHO = { email: "new@example.org", name: '<b>"New"</b>', personId: "E2001", roles: ["author"] };

/** The address of a link that nobody has used yet. */
async function link(service: TestService, change: object = {}): Promise<string> {
  const actor = { kind: "system", id: "test" } as const;
  const made = await createUser(service.context, { actor, body: { ...WHO, ...change } });
  if ("refusal" in made) throw new Error(JSON.stringify(made.refusal.problems));
  return `/welcome/${made.invitation.token}`;
}

async function post(
  service: TestService,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly page: string }> {
  const response = await service.app.request(path, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: ORIGIN, ...headers },
  });
  return { status: response.status, page: await response.text() };
}

const RIGHT = { name: "Newcomer", password: PASSWORD, again: PASSWORD };

onBothDatabases("the page that a link opens", (open) => {
  it("runs no script, is styled by its own style alone, and tells no other site its address", async () => {
    const service = await serviceOver((await open()).store);
    const { status, text, headers } = await service.send(await link(service));
    expect(status).toBe(200);
    const policy = headers.get("Content-Security-Policy") ?? "";
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? "";
    expect(policy).toContain(`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(text).not.toMatch(/<script|onclick|style="/);
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBe("no-store");
    // What somebody else wrote stands in it as text.
    expect(text).toContain("&lt;b&gt;&quot;New&quot;&lt;/b&gt;");
  });

  it("speaks the language of the browser, or the one that is chosen", async () => {
    const service = await serviceOver((await open()).store);
    const path = await link(service);
    const zh = await service.send(path, { headers: { "Accept-Language": "zh-CN" } });
    expect([zh.headers.get("Content-Language"), zh.text]).toEqual([
      "zh",
      expect.stringContaining("设置密码"),
    ]);
    expect(zh.text).toContain('<html lang="zh-CN">');
    const en = await service.send(`${path}?lang=en`, { headers: { "Accept-Language": "zh-CN" } });
    expect([en.headers.get("Content-Language"), en.text]).toEqual([
      "en",
      expect.stringContaining("Set your password"),
    ]);
    expect(en.text).toContain(`action="${path}?lang=en"`);
  });

  it("asks again for what does not fit, and leaves the link open", async () => {
    const service = await serviceOver((await open()).store);
    const path = await link(service);
    const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ ...RIGHT, password: "short", again: "short" }, "a password has 12 to 128 characters"],
      [{ ...RIGHT, again: "something else" }, "the two passwords are not the same"],
      [{ ...RIGHT, name: " " }, "a name has 1 to 100 characters"],
      [{}, "a password has 12 to 128 characters"],
    ];
    for (const [fields, says] of wrong) {
      const { status, page } = await post(service, path, fields);
      expect([status, page]).toEqual([422, expect.stringContaining(says)]);
      // What was typed into a field of secrets is not sent back.
      expect(page).not.toMatch(/value="(?:short|something else|four words)/);
    }
    expect((await post(service, path, RIGHT)).status).toBe(200);
  });

  it("says how to sign in once the password is set, and from then on that the link was used", async () => {
    const service = await serviceOver((await open()).store);
    const path = await link(service);
    const done = await post(service, `${path}?lang=zh`, RIGHT);
    expect(done.page).toContain("今后请用所设密码和以下地址登录");
    expect(done.page).toContain(WHO.email);
    // Whoever has an account now is told what they can do with it.
    for (const says of ['<a href="/">登录</a>', '<a href="/docs">', "需要对接其他系统的，请查阅"])
      expect(done.page).toContain(says);
    expect((await service.send("/docs")).status).toBe(200);
    await service.signIn(WHO);
    for (const again of [await post(service, path, RIGHT), await service.send(path)])
      expect([again.status, "page" in again ? again.page : again.text]).toEqual([
        410,
        expect.stringContaining("This link was used already"),
      ]);
  });

  it("is used by one of several who try at once", async () => {
    const service = await serviceOver((await open()).store);
    const path = await link(service);
    const tried = await Promise.all(
      ["one", "two", "three"].map((who) => {
        const password = `four words by ${who}`;
        return post(service, path, { ...RIGHT, password, again: password });
      }),
    );
    expect(statuses(tried)).toEqual([200, 410, 410]);
  });

  it("says that the link has expired after seven days, and that one that was made up is none", async () => {
    const service = await serviceOver((await open()).store);
    const path = await link(service);
    service.pass(7 * DAY_MS - 1);
    expect((await service.send(path)).status).toBe(200);
    service.pass(1);
    const late = await post(service, path, RIGHT);
    expect([late.status, late.page]).toEqual([410, expect.stringContaining("This link has expired")]);
    const none = await service.send(`/welcome/${"A".repeat(43)}`);
    expect([none.status, none.text]).toEqual([404, expect.stringContaining("There is no such link")]);
  });

  it("takes a form of its own and nothing else", async () => {
    const service = await serviceOver((await open()).store);
    const path = await link(service);
    expect((await post(service, path, RIGHT, { Origin: "https://evil.example" })).status).toBe(403);
    expect((await post(service, path, RIGHT, { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await post(service, path, { ...RIGHT, more: "x".repeat(9_000) })).status).toBe(413);
    expect((await service.send(path)).status).toBe(200);
  });
});
