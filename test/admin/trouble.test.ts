import { sql } from "kysely";
import { TOTP, URI } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../auth/service.ts";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

type DraftDocument = {
  readonly parameters: Readonly<
    Record<string, { readonly value: number; readonly label: { readonly en: string } }>
  >;
};

type AtDraft = {
  readonly author: Visitor;
  readonly path: string;
  readonly stored: () => Promise<DraftDocument>;
};

/** An author with a draft of their own on the screen, at one of its figures. */
async function authorAtDraft(language: "en" | "zh" = "en"): Promise<AtDraft> {
  const author = await world.open({ language, width: 1440 });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  const path = `/policies/complaint-fines/draft/${id}?at=%2Fparameters%2FcloseDays`;
  await author.goTo(path);
  const stored = async (): Promise<DraftDocument> => {
    const read = await author.page.request.get(`/v1/drafts/${id}`);
    return ((await read.json()) as { readonly document: DraftDocument }).document;
  };
  return { author, path, stored };
}

const closeDays = async ({ stored }: AtDraft) => (await stored()).parameters["closeDays"];

/** Ends every session, as time would. */
function endSessions(): Promise<unknown> {
  return world.service.context.store.write((tx) => sql`delete from sessions`.execute(tx));
}

/**
 * Lets whatever the page wants to do only find out who asks once `told` is called, so that an edit comes before what
 * happens to its session: behind a dialog nothing can be typed.
 */
async function untold(page: Page): Promise<{ readonly told: () => void }> {
  const told = Promise.withResolvers<undefined>();
  await page.route("**/v1/me", async (route) => {
    await told.promise;
    await route.continue();
  });
  return { told: () => told.resolve(undefined) };
}

/** Lets the page wait for answers a tenth of the time. */
function impatient(page: Page): Promise<void> {
  return page.evaluate(`{
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms / 10);
  }`);
}

/** Whom the service takes the browser for. */
async function signedIn(page: Page): Promise<string> {
  return ((await (await page.request.get("/v1/me")).json()) as { readonly id: string }).id;
}

describe("a session that ends while somebody edits", () => {
  it.each(["en", "zh"] as const)(
    "is gone on with after signing in again, at the same place, with the edits then saved (%s)",
    async (language) => {
      const draft = await authorAtDraft(language);
      const { page } = draft.author;
      const value = page.getByLabel({ en: "Value", zh: "数值" }[language], { exact: true });
      const { told } = await untold(page);
      await value.fill("9");
      await endSessions();
      told();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      expect(await seriousFaults(draft.author)).toEqual([]);
      await draft.author.shoot(`session-over-${language}`);
      await dialog.locator("input[type=password]").fill("not the password");
      await page.keyboard.press("Enter");
      await dialog.getByRole("alert").waitFor();
      await dialog.locator("input[type=password]").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(async () => (await closeDays(draft))?.value).toBe(9);
      await expect.poll(() => value.inputValue()).toBe("9");
      expect(await page.evaluate("document.activeElement?.tagName")).toBe("INPUT");
      expect(new URL(page.url()).searchParams.get("at")).toBe("/parameters/closeDays");
      await draft.author.close();
    },
  );

  it("is gone on with also where the account asks for a second factor", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    const headers = { Origin: world.url };
    const made = await page.request.post("/api/auth/two-factor/enable", {
      data: { password: PASSWORD },
      headers,
    });
    const app = URI.parse(((await made.json()) as { readonly totpUri: string }).totpUri) as TOTP;
    const code = (at: number): string => app.generate({ timestamp: at });
    await page.request.post("/api/auth/two-factor/verify-totp", {
      data: { code: code(Date.now()) },
      headers,
    });
    const { told } = await untold(page);
    await page.getByLabel("Value", { exact: true }).fill("8");
    await endSessions();
    told();
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[type=password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    // Each code counts once, so that the next one is given.
    await dialog.getByLabel("Code from your authenticator app").fill(code(Date.now() + 30_000));
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => (await closeDays(draft))?.value).toBe(8);
    await draft.author.close();
  });
});

describe("another account that signs in in another tab", () => {
  it.each(["en", "zh"] as const)(
    "has nothing saved in its name; the first account signs in again and its edits are saved (%s)",
    async (language) => {
      const draft = await authorAtDraft(language);
      const { page } = draft.author;
      const [first, other] = [await signedIn(page), await world.service.person({ roles: ["author"] })];
      const { told } = await untold(page);
      await page.getByLabel({ en: "Value", zh: "数值" }[language], { exact: true }).fill("9");
      await page.request.post("/api/auth/sign-in/email", {
        data: { email: other.email, password: PASSWORD },
        headers: { Origin: world.url },
      });
      expect(await signedIn(page)).not.toBe(first);
      const changes: string[] = [];
      page.on("request", (request) => {
        if (request.method() !== "GET") changes.push(new URL(request.url()).pathname);
      });
      told();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await page.getByText({ en: /1 edit waits/, zh: /1处修改暂存/ }[language]).waitFor();
      expect(changes).toEqual([]);
      expect(await seriousFaults(draft.author)).toEqual([]);
      await draft.author.shoot(`other-account-${language}`);
      await dialog.locator("input[type=password]").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(async () => (await closeDays(draft))?.value).toBe(9);
      expect(await signedIn(page)).toBe(first);
      await draft.author.close();
    },
  );
});

describe("two people in one draft", () => {
  /** Both at the same figure of one draft. */
  async function twoAtDraft(language: "en" | "zh" = "en") {
    const draft = await authorAtDraft(language);
    const other = await world.open({ language, width: 1440 });
    await other.goTo("/");
    await other.signInAs("author");
    await other.goTo(draft.path);
    return { ...draft, other };
  }

  it("see each other, and where the other one is, and take in what the other one saves", async () => {
    const { author, other } = await twoAtDraft();
    await other.page.getByText(/^E\d+ is at: time allowed to close/).waitFor();
    await author.page.getByText(/^E\d+ is at: time allowed to close/).waitFor();
    await other.page.getByRole("link", { name: /performance bonus that may be/ }).click();
    await author.page.getByText(/^E\d+ is at: part of a month/).waitFor();
    await author.shoot("presence-en");
    await other.page.getByLabel("Name · English").fill("the bonus cap");
    await saved(other.page);
    await author.page.getByRole("link", { name: "the bonus cap" }).waitFor();
    expect(author.complaints).toEqual([]);
    await other.close();
    world.service.pass(16_000);
    await author.page.locator(".presence").waitFor({ state: "detached" });
    await author.close();
  });

  it("no longer see a window that was closed, left or loaded anew, nor their own of before", async () => {
    const { author, other, path } = await twoAtDraft();
    const seen = author.page.locator(".presence");
    await seen.waitFor();
    await other.page.goto("/");
    // A window that only fell silent would be seen for fifteen seconds.
    await seen.waitFor({ state: "detached" });
    await other.goTo(path);
    await seen.waitFor();
    await expect.poll(() => other.page.locator(".presence li").count()).toBe(1);
    await other.page.getByRole("link", { name: "Home", exact: true }).click();
    await seen.waitFor({ state: "detached" });
    // The same window once more, by a reload and by its address, is not somebody beside itself.
    for (const again of [() => author.page.reload(), () => author.page.goto(path)]) {
      await again();
      await author.page.waitForResponse((answer) => answer.url().endsWith("/presence"));
      await author.page.getByLabel("Value", { exact: true }).waitFor();
      await expect.poll(() => seen.count()).toBe(0);
    }
    expect([author.complaints, other.complaints]).toEqual([[], []]);
    await author.close();
    await other.close();
  });

  it("edit different fields at once, and both edits stand", async () => {
    const draft = await twoAtDraft();
    const { author, other } = draft;
    await author.page.getByLabel("Value", { exact: true }).fill("9");
    await other.page.getByLabel("Name · English").fill("time to close");
    await Promise.all([saved(author.page), saved(other.page)]);
    await expect.poll(() => closeDays(draft)).toMatchObject({ value: 9, label: { en: "time to close" } });
    await author.close();
    await other.close();
  });

  it.each(["en", "zh"] as const)(
    "edit one field at once, and the second is shown all values and chooses (%s)",
    async (language) => {
      const draft = await twoAtDraft(language);
      const { author, other } = draft;
      const value = ({ page }: Visitor) =>
        page.getByLabel({ en: "Value", zh: "数值" }[language], { exact: true });
      // Both are at the revision that they opened: the other one is kept from hearing of the first edit.
      await other.page.route("**/presence", (route) => route.abort());
      await value(author).fill("9");
      await expect.poll(async () => (await closeDays(draft))?.value).toBe(9);
      await value(other).fill("11");
      await other.page.getByLabel({ en: "Name · English", zh: "名称 · 英文" }[language]).fill("to close");
      const clash = other.page.locator(".clashes");
      await clash.waitFor();
      const field = clash.getByRole("group");
      await expect.poll(() => field.count()).toBe(1);
      await expect.poll(() => field.locator("[data-part=value]").allInnerTexts()).toEqual(["7", "11", "9"]);
      expect(await seriousFaults(other)).toEqual([]);
      await other.shoot(`clash-${language}`);
      expect((await closeDays(draft))?.value).toBe(9);
      await field.getByRole("radio").last().check();
      await clash.getByRole("button").last().click();
      await expect.poll(() => closeDays(draft)).toMatchObject({ value: 9, label: { en: "to close" } });
      await expect.poll(() => value(other).inputValue()).toBe("9");
      await author.close();
      await other.close();
    },
  );

  it("puts the own value in its place where that is chosen", async () => {
    const draft = await twoAtDraft();
    const { author, other } = draft;
    await other.page.route("**/presence", (route) => route.abort());
    await author.page.getByLabel("Value", { exact: true }).fill("9");
    await saved(author.page);
    await other.page.getByLabel("Value", { exact: true }).fill("11");
    await other.page.getByRole("button", { name: "All mine" }).click();
    await other.page.getByRole("button", { name: "Save as chosen" }).click();
    await expect.poll(async () => (await closeDays(draft))?.value).toBe(11);
    await author.close();
    await other.close();
  });
});

describe("whoever may only read", () => {
  it.each(["en", "zh"] as const)(
    "sees the draft, is told who can change it, and changes nothing (%s)",
    async (language) => {
      const draft = await authorAtDraft(language);
      const reader = await world.open({ language, width: 1440 });
      await reader.goTo("/");
      await reader.signInAs("approver");
      await reader.goTo(draft.path);
      const value = reader.page.getByLabel({ en: "Value", zh: "数值" }[language], { exact: true });
      await expect.poll(() => value.inputValue()).toBe("7");
      await expect.poll(() => value.isDisabled()).toBe(true);
      await reader.page.getByText({ en: /can change it/, zh: /角色的人员可以修改/ }[language]).waitFor();
      const submit = { en: "Submit for review", zh: /提交/ }[language];
      await expect.poll(() => reader.page.getByRole("button", { name: submit }).count()).toBe(0);
      expect(await seriousFaults(reader)).toEqual([]);
      await reader.shoot(`draft-reader-${language}`);
      await reader.close();
      await draft.author.close();
    },
  );
});

describe("undoing", () => {
  it("takes two edits back by two quick presses", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    const undoes = (after: number) =>
      page.getByRole("button", { name: new RegExp(`^Undo: .* → ${after}$`) }).waitFor();
    await page.getByLabel("Value", { exact: true }).fill("9");
    await undoes(9);
    await page.getByLabel("Value", { exact: true }).fill("11");
    await undoes(11);
    await page.locator("h1").click();
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await expect.poll(async () => (await closeDays(draft))?.value).toBe(7);
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    await draft.author.close();
  });
});

describe("edits that cannot be saved", () => {
  it("are kept while the service is in trouble, guarded against leaving, and saved when it is back", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    await page.route("**/v1/drafts/*", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await page.getByLabel("Value", { exact: true }).fill("10");
    await page.getByText("No connection. 1 edit waits in this window").waitFor();
    await page.getByRole("link", { name: "Home" }).click();
    await page.getByRole("dialog", { name: "Not everything is saved" }).waitFor();
    await draft.author.shoot("leaving-en");
    await page.getByRole("button", { name: "Stay here" }).click();
    expect(new URL(page.url()).pathname).toContain("/draft/");
    const asked = page.waitForEvent("dialog");
    await page.evaluate("void setTimeout(() => location.reload())");
    await (await asked).dismiss();
    await page.unroute("**/v1/drafts/*");
    await saved(page);
    expect((await closeDays(draft))?.value).toBe(10);
    await draft.author.close();
  });

  it.each([
    ["a save", "**/v1/drafts/*", "PUT"],
    ["whose session it is", "**/v1/me", "GET"],
  ])("are saved where nothing is ever heard of %s that was asked for", async (_, path, method) => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    await impatient(page);
    let isHeard = false;
    await page.route(path, async (route) => {
      if (isHeard || route.request().method() !== method) await route.continue();
    });
    await page.getByLabel("Value", { exact: true }).fill("10");
    await page.getByText("No connection. 1 edit waits in this window").waitFor();
    isHeard = true;
    await saved(page);
    expect((await closeDays(draft))?.value).toBe(10);
    await draft.author.close();
  });

  it("are nobody else's where only the answer to a save was lost, and more was typed since", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    await impatient(page);
    let isLost = true;
    await page.route("**/v1/drafts/*", async (route) => {
      if (isLost && route.request().method() === "PUT") await route.fetch();
      else await route.continue();
    });
    const value = page.getByLabel("Value", { exact: true });
    await value.fill("10");
    await expect.poll(async () => (await closeDays(draft))?.value).toBe(10);
    await value.fill("12");
    await page.getByText(/No connection\. \d edits? waits? in this window/).waitFor();
    isLost = false;
    await saved(page);
    expect((await closeDays(draft))?.value).toBe(12);
    expect(await page.locator(".clashes").count()).toBe(0);
    await draft.author.close();
  });

  it("are saved while it is asked whether to leave without them, once that can be done, and the page is left", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    await page.route("**/v1/drafts/*", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await page.getByLabel("Value", { exact: true }).fill("11");
    await page.getByText("No connection. 1 edit waits in this window").waitFor();
    await page.getByRole("link", { name: "Home" }).click();
    await page.getByRole("dialog", { name: "Not everything is saved" }).waitFor();
    await page.unroute("**/v1/drafts/*");
    await page.getByRole("heading", { level: 1, name: /Good to see you/ }).waitFor();
    expect((await closeDays(draft))?.value).toBe(11);
    await draft.author.close();
  });

  it("are never sent where somebody leaves without them", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    await page.route("**/v1/drafts/*", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await page.getByLabel("Value", { exact: true }).fill("10");
    await page.getByText("No connection. 1 edit waits in this window").waitFor();
    await page.getByRole("link", { name: "Home" }).click();
    const leave = page.getByRole("button", { name: "Leave without them" });
    await leave.waitFor();
    // It is tried again every three seconds: right after one time there is room before the next.
    await page.waitForEvent("requestfailed", (request) => request.method() === "PUT");
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
    await page.unroute("**/v1/drafts/*");
    await leave.click();
    await page.getByRole("heading", { level: 1, name: /Good to see you/ }).waitFor();
    // Longer than it takes until something is tried again.
    await page.waitForTimeout(4_000);
    expect(sent).toEqual([]);
    expect((await closeDays(draft))?.value).toBe(7);
    await draft.author.close();
  });

  it("are saved first where somebody goes on at once", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    await page.getByLabel("Value", { exact: true }).fill("12");
    await page.getByRole("link", { name: "Home" }).click();
    await page.getByRole("heading", { level: 1, name: /Good to see you/ }).waitFor();
    expect((await closeDays(draft))?.value).toBe(12);
    await draft.author.close();
  });
});
