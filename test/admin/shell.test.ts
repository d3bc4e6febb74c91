import type { Role } from "@evenhand/domain";
import { claimJob, insertJob, reportJob } from "@evenhand/store";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../auth/service.ts";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

// Several windows at once need room on a busy machine.
let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

const PAGES = [
  { name: "home", path: "/" },
  { name: "policies", path: "/policies" },
  { name: "policy", path: "/policies/complaint-fines?version=2" },
  { name: "reviews", path: "/reviews" },
  { name: "not-found", path: "/nowhere" },
] as const;

describe.each(["en", "zh"] as const)("the app in %s", (language) => {
  it("shows whoever is not signed in the way to sign in, and then the page they wanted", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/policies?q=fines");
    await expect
      .poll(() => visitor.page.getByRole("heading", { level: 1 }).innerText())
      .toBe({ en: "Sign in", zh: "登录" }[language]);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`sign-in-${language}`);
    await visitor.signInAs("author");
    expect(new URL(visitor.page.url()).pathname).toBe("/policies");
    await expect.poll(() => visitor.page.getByRole("searchbox").inputValue()).toBe("fines");
    await expect.poll(() => visitor.page.getByRole("row").count()).toBe(2);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("has pages without a serious fault of access, and nothing that its content policy forbids", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/");
    await visitor.signInAs("author", "approver");
    for (const { name, path } of PAGES) {
      await visitor.goTo(path);
      expect([name, await seriousFaults(visitor)]).toEqual([name, []]);
      await visitor.shoot(`${name}-${language}`);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("says what is wrong with an address and a password that do not go together", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/");
    await visitor.page.locator("input[type=email]").fill("nobody@example.org");
    await visitor.page.locator("input[type=password]").fill("not the password");
    await visitor.page.locator("button[type=submit]").click();
    const alert = visitor.page.getByRole("alert");
    await alert.waitFor();
    await expect.poll(() => alert.innerText()).toMatch(language === "zh" ? /[\u4e00-\u9fff]/ : /password/);
    await visitor.shoot(`sign-in-refused-${language}`);
    await visitor.close();
  });
});

it("keeps the language that was chosen, over the browser's own", async () => {
  const visitor = await world.open({ language: "zh" });
  await visitor.goTo("/");
  await visitor.page.getByRole("button", { name: "English" }).click();
  await expect.poll(() => visitor.page.getByRole("heading", { level: 1 }).innerText()).toBe("Sign in");
  await visitor.goTo("/");
  await expect.poll(() => visitor.page.getByRole("heading", { level: 1 }).innerText()).toBe("Sign in");
  await expect.poll(() => visitor.page.locator("html").getAttribute("lang")).toBe("en");
  await visitor.close();
});

/** Somebody with a role, at a page. */
async function signedIn(
  role: Role,
  path: string,
  given: Parameters<AdminWorld["open"]>[0] = {},
): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs(role);
  if (path !== "/") await visitor.goTo(path);
  return visitor;
}

describe("the menu of who is signed in", () => {
  it("ends the session where somebody signs out, and not by a link from elsewhere", async () => {
    const visitor = await signedIn("auditor", "/sign-out");
    const { page } = visitor;
    await page.getByRole("heading", { name: /Good to see you/ }).waitFor();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByText("Roles: Auditor").waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot("user-menu-en");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator("input[type=email]").waitFor();
    await visitor.goTo("/policies");
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe("Sign in");
    await visitor.close();
  });

  it("changes the password, and sets up a second factor", async () => {
    const visitor = await signedIn("approver", "/");
    const { page } = visitor;
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByLabel("Password until now").fill(PASSWORD);
    await page.getByLabel("New password").fill("five words in a row");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByText("The password is changed.").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("button", { name: "Set up a second factor" }).click();
    await page.getByRole("dialog").locator("input[type=password]").fill("five words in a row");
    await page.getByRole("button", { name: "Set up", exact: true }).click();
    const key = page.getByRole("dialog").locator(".set-up p.code");
    await key.waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot("second-factor-en");
    const code = new TOTP({ secret: Secret.fromBase32(await key.innerText()) }).generate();
    await page.getByLabel("Code from your authenticator app").fill(code);
    await page.keyboard.press("Enter");
    await page.getByText("The second factor is on.").waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

describe("the palette", () => {
  it.each([
    ["en", "complaint v", "Complaint responsibility"],
    ["zh", "投诉", "投诉"],
  ] as const)("leads by keys to what is typed in %s", async (language, typed, name) => {
    const visitor = await signedIn("author", "/", { language });
    const { page } = visitor;
    await page.keyboard.press("Control+K");
    await page.getByRole("combobox").fill(typed);
    await page.getByRole("option").filter({ hasText: name }).first().waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`palette-${language}`);
    await page.getByRole("combobox").fill("complaint-fines");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/policies\/complaint-fines\?version=1/);
    await expect.poll(() => page.getByRole("combobox").count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("finds what is in the open draft, by its id or its article too", async () => {
    const visitor = await signedIn("author", "/");
    const { page } = visitor;
    const id = await visitor.beginDraft("complaint-fines");
    await visitor.goTo(`/policies/complaint-fines/draft/${id}`);
    await page.keyboard.press("Control+K");
    await page.getByRole("combobox").fill("bonuscap");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe("/parameters/bonusCapRate");
    await visitor.close();
  });
});

describe("the day that is looked at", () => {
  it.each(["en", "zh"] as const)(
    "says over the page what is wrong with it, and the bar keeps its height, in %s",
    async (language) => {
      const visitor = await world.open({ language });
      const { page } = visitor;
      await visitor.goTo("/policies");
      await visitor.signInAs("author");
      const field = page.locator(".as-of input");
      const height = async () => (await page.locator(".bar").boundingBox())?.height;
      const before = await height();
      await field.fill("someday");
      await field.press("Enter");
      await page.locator(".as-of [role=alert]").waitFor();
      expect(await height()).toBe(before);
      await visitor.shoot(`as-of-wrong-${language}`);
      await visitor.close();
    },
  );

  it("goes along to other pages, is marked, and can be taken back", async () => {
    const visitor = await signedIn("author", "/policies");
    const { page } = visitor;
    await page.getByLabel("As of").fill("2025-08-01");
    await page.getByLabel("As of").press("Enter");
    await page.getByText("Not today").waitFor();
    await page.getByRole("link", { name: "Complaint responsibility and bonus deduction" }).click();
    await page.getByRole("heading", { name: "Version 1 as sentences" }).waitFor();
    await page.getByRole("link", { name: "Home" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?on=2025-08-01");
    await visitor.shoot("as-of-en");
    await page.reload();
    await expect.poll(() => page.getByLabel("As of").inputValue()).toBe("1 August 2025");
    await page.getByRole("button", { name: "Back to today" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await expect.poll(() => page.getByText("Not today").count()).toBe(0);
    await visitor.close();
  });

  it.each([
    {
      language: "en",
      label: "As of",
      written: ["6 July 2026", "9 February 2026"],
      faults: ["There is no such day.", "The day or the month may come first here.", "This is not a day."],
      other: "27 February 2026",
    },
    {
      language: "zh",
      label: "基准日",
      written: ["2026年7月6日", "2026年2月9日"],
      faults: ["没有这一天", "无法确定是日在前还是月在前", "无法识别为日期"],
      other: "2026年2月27日",
    },
  ] as const)(
    "is written in $language as its readers write it, typed in any way, and chosen by keyboard from a calendar",
    async ({ language, label, written, faults, other }) => {
      const visitor = await world.open({ language });
      await visitor.goTo("/policies?on=2026-07-06");
      await visitor.signInAs("author");
      const { page } = visitor;
      const field = page.getByLabel(label);
      await expect.poll(() => field.inputValue()).toBe(written[0]);
      const type = async (text: string): Promise<void> => {
        await field.fill(text);
        await field.press("Enter");
      };
      const wrong = ["2026-02-30", "07/06/2026", "next week"];
      for (const [index, text] of wrong.entries()) {
        await type(text);
        await page
          .getByRole("alert")
          .filter({ hasText: faults[index] ?? "-" })
          .waitFor();
        await expect.poll(() => field.inputValue()).toBe(text);
        expect(new URL(page.url()).searchParams.get("on")).toBe("2026-07-06");
      }
      await visitor.shoot(`day-wrong-${language}`);
      for (const text of ["2026.2.9", "20260706", "2026年2月9日", "6 Jul 2026", "２０２６／２／９"]) {
        await type(text);
        await expect.poll(() => field.inputValue()).toBe(written[/[9９]/.test(text) ? 1 : 0]);
      }
      await expect.poll(() => page.getByRole("alert").count()).toBe(0);
      await field.press("Tab");
      await page.keyboard.press("Enter");
      const calendar = page.getByRole("dialog", { name: label });
      const focused = (): Promise<string | null> =>
        page.evaluate<string | null>("document.activeElement.getAttribute('aria-label')");
      await calendar.getByRole("grid").waitFor();
      // From Monday the 9th a week on, to its Sunday, a month on and back, a week on, and back to Friday.
      for (const key of ["ArrowDown", "End", "PageDown", "PageUp", "ArrowDown", "ArrowLeft", "ArrowLeft"])
        await page.keyboard.press(key);
      await expect.poll(focused).toContain(other);
      expect(await seriousFaults(visitor)).toEqual([]);
      await visitor.shoot(`day-calendar-${language}`);
      await page.keyboard.press("Escape");
      await expect.poll(() => calendar.count()).toBe(0);
      await expect.poll(() => field.inputValue()).toBe(written[1]);
      await page.keyboard.press("Enter");
      await calendar.getByRole("gridcell", { name: other }).click();
      await expect.poll(() => field.inputValue()).toBe(other);
      expect(new URL(page.url()).searchParams.get("on")).toBe("2026-02-27");
      await type("");
      await expect.poll(() => new URL(page.url()).searchParams.get("on")).toBeNull();
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );
});

/** A replay that another process works on; gives what works on it some way, and tells whether it is still to be done. */
async function replayElsewhere(): Promise<() => Promise<boolean>> {
  const { store } = world.service.context;
  const at = Date.now();
  const hold = { id: "a-replay", worker: "another process", at };
  await store.write(async (tx) => {
    const job = { id: hold.id, kind: "replay", payload: "{}", created_at: at, created_by: "system:test" };
    await insertJob(tx, job);
    await claimJob(tx, { ...hold, kinds: ["replay"], silentSince: at - 60_000 });
  });
  const result = JSON.stringify({ counts: { identical: 6_912, different: 0, cannot: 0 }, verdicts: [] });
  return () => store.write((tx) => reportJob(tx, hold, { done: 6_912, total: 9_932, result }));
}

describe("what runs in the background", () => {
  it("is counted in the tray, and can be called off", async () => {
    const visitor = await signedIn("auditor", "/");
    const { page } = visitor;
    const atWork = await replayElsewhere();
    expect(await atWork()).toBe(true);
    await visitor.goTo("/policies");
    await page.getByRole("button", { name: "1 under way in the background" }).click();
    await page.getByText("6,912 of 9,932").waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot("tray-en");
    await page.getByRole("button", { name: "Call off" }).click();
    await expect.poll(atWork).toBe(false);
    await visitor.close();
  });
});

describe("keys", () => {
  it("lead to the search of the list, and to the sheet of keys", async () => {
    const visitor = await signedIn("author", "/policies");
    const { page } = visitor;
    await page.keyboard.press("/");
    await page.keyboard.type("fines/");
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("fines/");
    await page.keyboard.press("Control+/");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await visitor.shoot("shortcuts-en");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await visitor.close();
  });
});

describe("whoever lacks a permission", () => {
  it.each(["en", "zh"] as const)(
    "is shown no way to a page, and there who may see it (%s)",
    async (language) => {
      const visitor = await signedIn("admin", "/policies", { language });
      const { page } = visitor;
      await page
        .getByText(
          {
            en: "It is open to whoever has the role Author, Approver, Handler or Auditor.",
            zh: "本页面仅对具有编写人、审核人、经办人或审计人员角色的人员开放",
          }[language],
        )
        .waitFor();
      // Home and the settings.
      await expect.poll(() => page.locator(".rail [data-part=link]").count()).toBe(2);
      expect(await seriousFaults(visitor)).toEqual([]);
      await visitor.shoot(`not-allowed-${language}`);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );
});

describe("a page that breaks down", () => {
  it("says what, why and under which id, and is tried again, while the rest goes on", async () => {
    const visitor = await signedIn("author", "/");
    const { page } = visitor;
    await page.route("**/v1/policies", (route) => route.fulfill({ json: { policies: [{ id: "odd" }] } }));
    await visitor.goTo("/policies");
    await page.getByRole("heading", { name: "This page has broken down" }).waitFor();
    await expect.poll(() => page.locator(".page-fault .code").innerText()).toMatch(/\(fault [0-9a-f]{8}\)/);
    await visitor.shoot("page-fault-en");
    await page.unroute("**/v1/policies");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("searchbox").waitFor();
    await visitor.close();
  });
});

describe("a draft that no editor can read", () => {
  it("is opened with its problems, and mended as JSON", async () => {
    const visitor = await signedIn("author", "/");
    const { page } = visitor;
    const id = await visitor.beginDraft("complaint-fines");
    const document = { id: "complaint-fines", title: 5, rules: { late: 1 }, parameters: [1], facts: "none" };
    await page.request.put(`/v1/drafts/${id}`, {
      data: { label: "an old form", document },
      headers: { Origin: world.url, "If-Match": '"1"' },
    });
    await visitor.goTo(`/policies/complaint-fines/draft/${id}?at=%23`);
    await page.locator(".problems li").first().waitFor();
    const json = page.getByLabel("As JSON");
    expect(JSON.parse(await json.inputValue())).toEqual(document);
    await visitor.shoot("unreadable-draft-en");
    await json.fill(JSON.stringify({ ...document, title: { en: "Fines", zh: "罚款" } }));
    await saved(page);
    await page.getByRole("link", { name: "Title" }).click();
    await expect.poll(() => page.getByLabel("English").first().inputValue()).toBe("Fines");
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

describe("the list of reviews", () => {
  it("tells what waits for whom", async () => {
    const author = await signedIn("author", "/");
    const id = await author.beginDraft("complaint-fines");
    await author.handIn(id);
    await author.goTo("/reviews");
    await author.page.getByText("Nothing waits for a review.").waitFor();
    await author.page.getByRole("link", { name: "Mine 1" }).click();
    const found = author.page.getByRole("link", { name: "Complaint responsibility and bonus deduction" });
    await expect.poll(() => found.count()).toBe(1);
    await author.shoot("reviews-mine-en");
    await author.close();
  });
});
