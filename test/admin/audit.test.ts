import { readFile } from "node:fs/promises";
import { verifyBundle } from "@evenhand/evidence";
import { appendAuditEvent, leavesFrom } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../auth/service.ts";
import { pastTheService } from "../evidence-service/past-the-service.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

// Several windows at once need room on a busy machine.
let world: AdminWorld;
let auditor: TestPerson;
/** Whose account was changed, by whom. */
let changed: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  world = await startAdminWorld();
  const { service } = world;
  auditor = await service.person({ roles: ["auditor"] });
  admin = await service.person({ roles: ["admin"] });
  changed = await service.person({ roles: ["author"] });
  const { status, text } = await service.send(`/v1/users/${changed.id}`, {
    method: "PATCH",
    cookie: await service.signIn(admin),
    body: { roles: ["author", "approver"] },
  });
  if (status !== 200) throw new Error(`the account was not changed: ${text}`);
});
afterAll(() => world.stop());

async function atAudit(search = "", given: Parameters<AdminWorld["open"]>[0] = {}): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo(`/audit${search}`);
  await visitor.signIn(auditor);
  return visitor;
}

const WORDS = {
  en: { page: "Audit log", changed: "Changed an account", published: "Published a version", table: "Table" },
  zh: { page: "审计日志", changed: "更改账户", published: "发布版本", table: "表" },
} as const;

describe.each(["en", "zh"] as const)("the audit log in %s", (language) => {
  const words = WORDS[language];

  it("lists who did what, and opens what an event changed, without a serious fault of access", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/");
    await visitor.signIn(auditor);
    const { page } = visitor;
    await page.getByRole("link", { name: words.page }).click();
    await page.getByRole("heading", { level: 1, name: words.page }).waitFor();
    const row = page.getByRole("row").filter({ hasText: words.changed });
    await row.getByRole("button").click();
    const line = page.getByRole("row").filter({ hasText: "author, approver" }).last();
    await expect.poll(() => line.getByRole("cell").allInnerTexts()).toEqual(["author", "author, approver"]);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`audit-${language}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("says in a sentence how much happened, and shows the days as a picture and as a table", async () => {
    const visitor = await atAudit("", { language });
    const { page } = visitor;
    const strip = page.getByRole("region", { name: { en: "Events per day", zh: "每日记录数" }[language] });
    const summary = await strip.getByRole("paragraph").innerText();
    await expect.poll(() => strip.getByRole("img").getAttribute("aria-label")).toBe(summary);
    await strip.getByRole("button", { name: words.table }).click();
    const [, total = ""] = (language === "en" ? /: (\d+) in all/ : /共(\d+)条/).exec(summary) ?? [];
    await expect.poll(() => strip.getByRole("row").last().getByRole("cell").last().innerText()).toBe(total);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`audit-strip-${language}`);
    await visitor.close();
  });
});

describe("what is asked of the audit log", () => {
  it("stands in the address: kind and id of the object, action, actor and days", async () => {
    const visitor = await atAudit();
    const { page } = visitor;
    await page.getByLabel("On what").selectOption("user");
    await page.getByLabel("Its id").fill(changed.id);
    await page.keyboard.press("Enter");
    const found = page.locator(".audit-table > tbody > tr");
    await expect.poll(() => found.count()).toBe(3);
    await page.getByLabel("What was done").selectOption("user.changed");
    await expect.poll(() => found.count()).toBe(1);
    await page.getByLabel("By whom").fill(`user:${admin.id}`);
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).search).toContain(`actor=user%3A${admin.id}`);
    await page.reload();
    await expect.poll(() => found.count()).toBe(1);
    await expect.poll(() => page.getByLabel("Its id").inputValue()).toBe(changed.id);
    await page.getByLabel("To", { exact: true }).fill("2020-01-01");
    await page.getByLabel("To", { exact: true }).blur();
    await page.getByText("No event is like that.").waitFor();
    await page.getByText("No such event from").waitFor();
    await visitor.shoot("audit-none-en");
    await page.getByRole("button", { name: "Show all events" }).first().click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await expect.poll(() => found.count()).toBeGreaterThan(3);
    await visitor.close();
  });

  it("is refused in words where it is none, and told where the days are backwards", async () => {
    const visitor = await atAudit("?actor=somebody");
    const { page } = visitor;
    await page.getByRole("alert").first().waitFor();
    await expect
      .poll(() => page.getByRole("alert").first().innerText())
      .toContain("is not an actor such as `user:…`");
    await visitor.goTo("/audit?from=2026-08-01&to=2026-07-01");
    await page.getByText("the first day comes after the last").waitFor();
    await visitor.close();
  });

  it("is let go where another kind of object has nothing to do with the action", async () => {
    const visitor = await atAudit("?kind=user&action=user.changed");
    const { page } = visitor;
    await page.getByLabel("On what").selectOption("policy-version");
    await expect.poll(() => new URL(page.url()).search).toBe("?kind=policy-version");
    await expect
      .poll(() => page.getByLabel("What was done").locator("option").allInnerTexts())
      .toEqual(["Any", "Published a version", "Withdrew a version"]);
    await visitor.close();
  });
});

describe("an event", () => {
  it("is opened by keys, leads to its object, and to everything on it", async () => {
    const visitor = await atAudit("?kind=policy-version");
    const { page } = visitor;
    const version = page.getByRole("link", {
      name: "Complaint responsibility and bonus deduction · version 2",
    });
    await expect.poll(() => version.getAttribute("href")).toBe("/policies/complaint-fines?version=2");
    const row = page.getByRole("row").filter({ has: version });
    await row.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "In force from" }).waitFor();
    await expect.poll(() => row.getByRole("button").getAttribute("aria-expanded")).toBe("true");
    await page.getByText("As JSON").click();
    await expect
      .poll(() => page.locator(".audit-event pre").innerText())
      .toContain('"action": "policy.published"');
    await visitor.shoot("audit-event-en");
    await page.getByRole("link", { name: "Everything on this object" }).click();
    await expect.poll(() => page.locator(".audit-table > tbody > tr").count()).toBe(1);
    await page.getByRole("button", { expanded: false }).first().press("Space");
    await page.getByRole("link", { name: "Address of this event" }).click();
    await expect.poll(() => page.locator(".audit-table > tbody > tr[data-open=true]").count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("holds no staff number and no address of whoever it is about", async () => {
    const visitor = await atAudit(`?kind=user&id=${changed.id}&action=user.created`);
    const { page } = visitor;
    await page.getByRole("button", { expanded: false }).first().click();
    await page.getByText("As JSON").click();
    const told = await page.locator("#content").innerText();
    expect(told).toMatch(/person-[0-9a-f]{64}/);
    expect(told).not.toContain(changed.personId);
    expect(told).not.toContain(changed.email);
    await visitor.close();
  });
});

describe("what the service did of its own", () => {
  it.each([
    ["en", "The service: rule files taken in", "By whom"],
    ["zh", "系统：制度文件载入", "操作者"],
  ] as const)("is told by the name of the part that did it (%s)", async (language, name, field) => {
    const visitor = await atAudit("?actor=system%3Arule-files", { language });
    await visitor.page.locator(".audit-table > tbody").getByText(name).first().waitFor();
    expect(await visitor.page.locator("#content").innerText()).not.toContain("rule-files");
    const chosen = visitor.page.getByLabel(field, { exact: true });
    await expect.poll(() => chosen.inputValue()).toBe(name);
    await chosen.fill("");
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => new URL(visitor.page.url()).search).toBe("");
    await chosen.fill(name);
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => new URL(visitor.page.url()).search).toBe("?actor=system%3Arule-files");
    await visitor.shoot(`audit-system-${language}`);
    await visitor.close();
  });
});

describe("older events", () => {
  it("stand on further pages, each with an address of its own", async () => {
    const { context } = world.service;
    await context.store.write(async (tx) => {
      for (let day = 1; day <= 120; day += 1)
        await appendAuditEvent(tx, {
          at: context.now(),
          actor: { kind: "system", id: "paging" },
          action: "settings.changed",
          object: { kind: "settings", id: "settings" },
          before: { announcementDay: day - 1 },
          after: { announcementDay: day },
        });
    });
    const visitor = await atAudit("?actor=system%3Apaging");
    const { page } = visitor;
    const rows = page.locator(".audit-table > tbody > tr");
    await expect.poll(() => rows.count()).toBe(50);
    await page.getByRole("link", { name: "Older events" }).click();
    await page.getByRole("link", { name: "Newest events" }).waitFor();
    await page.getByRole("link", { name: "Older events" }).click();
    await expect.poll(() => rows.count()).toBe(20);
    await page.getByText("These are the first events of all.").waitFor();
    await page.reload();
    await expect.poll(() => rows.count()).toBe(20);
    await page.getByRole("link", { name: "Newest events" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has("before")).toBe(false);
    await visitor.close();
  });
});

/** A file that an auditor chose, made of a text. */
function fileOf(text: string, name = "checkpoint.json") {
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

describe("the log, verified in the browser", () => {
  it.each(["en", "zh"] as const)("holds, and says in words what was looked at (%s)", async (language) => {
    const visitor = await atAudit("", { language });
    const { page } = visitor;
    await page.getByRole("button", { name: { en: "Verify here", zh: "在此核验" }[language] }).click();
    await page.getByText({ en: "Everything holds", zh: "全部相符" }[language]).waitFor();
    const said = await page.locator(".audit-verified").innerText();
    const { text } = await world.service.send("/v1/log/checkpoint", {
      cookie: await world.service.signIn(auditor),
    });
    const { checkpoint, vkey } = JSON.parse(text) as { readonly checkpoint: string; readonly vkey: string };
    const [origin = "", size = "", root = ""] = checkpoint.split("\n");
    expect(said).toContain(size);
    expect(said).toContain(Buffer.from(root, "base64").toString("hex"));
    expect(said).toContain(`${origin}+${vkey.split("+")[1]}`);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`audit-verified-${language}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("begins with the events of a checkpoint that was kept, or says that it does not", async () => {
    const { service } = world;
    const cookie = await service.signIn(auditor);
    const kept = (await service.send("/v1/log/checkpoint", { cookie })).text;
    await service.person({ roles: ["employee"] });
    const visitor = await atAudit();
    const { page } = visitor;
    await page.getByText("Against what you kept").click();
    await page.getByLabel("A checkpoint that you kept", { exact: true }).setInputFiles(fileOf(kept));
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText(/The log begins with the very \d+ events of the checkpoint that you kept/).waitFor();
    await page.getByText("Verified under the key of what you kept").waitFor();
    await page
      .getByLabel("The verifier key that you were given")
      .fill("test/log+00000000+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText("Something does not hold").waitFor();
    await page.getByText("this is no verifier key").first().waitFor();
    await page
      .getByLabel("A checkpoint that you kept", { exact: true })
      .setInputFiles(fileOf("what is this"));
    await page.getByLabel("The verifier key that you were given").fill("");
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText("it is not JSON").waitFor();
    await visitor.shoot("audit-not-kept-en");
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("names the first leaf that is not what was signed, once a byte was changed past the service", async () => {
    const { place, service } = world;
    const { context } = service;
    await service.send("/v1/log/checkpoint", { cookie: await service.signIn(auditor) });
    const leaves = await context.store.read((db) => leavesFrom(db, { from: 0, limit: 5_000 }));
    const leaf = leaves.find(({ body }) => body.includes('"action":"user.changed"'));
    if (!leaf) throw new Error("no account was changed");
    const change = (from: string, to: string): Promise<void> =>
      pastTheService(
        { store: context.store, place },
        `update audit_events set body = replace(body, '${from}', '${to}') where id = ${leaf.audit_event_id}`,
      );
    await change("approver", "approvee");
    const visitor = await atAudit();
    const { page } = visitor;
    await page.getByRole("button", { name: "Verify here" }).click();
    await page
      .getByText(`Leaf ${leaf.position}, counted from 0, is the first that is not what was signed.`)
      .waitFor();
    await page.getByText("What stands there now: Changed an account").waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot("audit-altered-en");
    await change("approvee", "approver");
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText("Everything holds").waitFor();
    await visitor.close();
  });

  it("is called off where somebody does not want to wait, and keeps what was done", async () => {
    const visitor = await atAudit();
    const { page } = visitor;
    await page.route("**/v1/log/bundle*", () => undefined);
    await page.getByRole("button", { name: "Verify here" }).click();
    const bar = page.getByRole("progressbar", { name: "Hashing the events" });
    await expect.poll(() => bar.getAttribute("aria-valuemax")).not.toBe("0");
    await page.getByRole("button", { name: "Call off" }).click();
    await page.getByText(/Called off after 0 of \d+ events/).waitFor();
    await visitor.close();
  });

  it("tells what the service refuses", async () => {
    const visitor = await atAudit();
    const { page } = visitor;
    await page.route("**/v1/log/bundle*", (route) => route.abort());
    await page.getByRole("button", { name: "Verify here" }).click();
    await page.getByText("The service cannot be reached.").waitFor();
    await expect.poll(() => page.getByText("Everything holds").count()).toBe(0);
    await visitor.close();
  });
});

describe("what an auditor takes home", () => {
  it("is the events that were asked for as a table, and what verifies the log without the service", async () => {
    const { service } = world;
    const visitor = await atAudit("?kind=user&action=user.changed");
    const { page } = visitor;
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download these events as CSV" }).click(),
    ]);
    const lines = (await readFile(await table.path(), "utf8")).trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`user:${admin.id},user.changed,Changed an account,user,${changed.id}`);
    const cookie = await service.signIn(auditor);
    const kept = (await service.send("/v1/log/checkpoint", { cookie })).text;
    const { checkpoint, vkey } = JSON.parse(kept) as { readonly checkpoint: string; readonly vkey: string };
    await service.person({ roles: ["employee"] });
    await page.getByText("Take it with you").click();
    await page.getByLabel("Size of a checkpoint that you kept before").fill(checkpoint.split("\n")[1] ?? "");
    const [bundle] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the bundle since then" }).click(),
    ]);
    await expect.poll(() => page.locator(".audit-carry code").innerText()).toContain(`--key ${vkey}`);
    expect(verifyBundle(await readFile(await bundle.path(), "utf8"), kept, { vkey }).problems).toEqual([]);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot("audit-carry-en");
    await page.getByRole("button", { name: "中文" }).click();
    await visitor.shoot("audit-carry-zh");
    await visitor.close();
  });
});

describe("whoever does not audit", () => {
  it.each(["author", "admin", "handler"] as const)(
    "as %s sees no way to the page, and there who may",
    async (role) => {
      const visitor = await world.open();
      await visitor.goTo("/audit");
      await visitor.signInAs(role);
      const { page } = visitor;
      await page.getByText("It is open to whoever has the role Auditor.").waitFor();
      await expect.poll(() => page.getByRole("link", { name: "Audit log" }).count()).toBe(0);
      await visitor.close();
    },
  );
});

it("needs no sideways scrolling in a narrow window", async () => {
  const visitor = await atAudit("?kind=policy-version", { width: 640 });
  const { page } = visitor;
  await page.getByRole("button", { expanded: false }).first().click();
  expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
  await visitor.shoot("audit-narrow-en");
  await visitor.close();
});
