import type { Policy } from "@evenhand/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishVersion } from "./publish-version.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

/** Ahead of whatever day it is. */
const SCHEDULED = new Date(Date.now() + 200 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
  await publishVersion(world.service, {
    policy: "complaint-fines",
    effectiveFrom: SCHEDULED,
    edit: withMovedRule,
  });
});
afterAll(() => world.stop());

/** The last rule first, one conversion lower, one rule gone: a move, a change that reaches rules, and a removal. */
function withMovedRule(policy: Policy): Policy {
  const rules = policy.rules.filter(({ id }) => id !== "contract-dispute");
  const { minorDemeritConversion: conversion } = policy.parameters;
  return {
    ...policy,
    parameters: {
      ...policy.parameters,
      ...(conversion && { minorDemeritConversion: { ...conversion, value: 0.25 } }),
    },
    rules: [...rules.slice(-1), ...rules.slice(0, -1)],
  };
}

async function signedIn(path: string, given: Parameters<AdminWorld["open"]>[0] = {}): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs("author");
  await visitor.goTo(path);
  return visitor;
}

const POLICY = "/policies/complaint-fines";

describe("the page of a policy", () => {
  it.each(["en", "zh"] as const)("is sound in %s, and in a narrow window", async (language) => {
    const visitor = await signedIn(POLICY, { language });
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`policy-${language}`);
    await visitor.page.setViewportSize({ width: 640, height: 800 });
    expect(await visitor.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(640);
    await visitor.shoot(`policy-narrow-${language}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("shows the version in force on the day of the address, and how each version stands then", async () => {
    const visitor = await signedIn(`${POLICY}?on=2025-08-01`);
    const { page } = visitor;
    const heading = page.getByRole("heading", { name: /as sentences/ });
    await expect.poll(() => heading.innerText()).toBe("Version 1 as sentences");
    const standings = await page.locator(".by-effect .tag").allInnerTexts();
    expect(standings).toEqual(["in force", "not yet", "not yet"]);
    await page.getByLabel("As of").fill("2026-12-01");
    await page.getByLabel("As of").press("Enter");
    await page.getByRole("heading", { name: "Version 2 as sentences" }).waitFor();
    expect(new URL(page.url()).searchParams.get("on")).toBe("2026-12-01");
    await page.getByLabel("As of").fill("1 Jan 2020");
    await page.getByLabel("As of").press("Enter");
    await page.getByText("No version is in force on 1 January 2020").waitFor();
    await visitor.close();
  });

  it("keeps the version that was chosen, whatever the day", async () => {
    const visitor = await signedIn(`${POLICY}?on=2025-08-01`);
    await visitor.page.getByRole("link", { name: "Version 3", exact: true }).click();
    await visitor.page.getByRole("heading", { name: "Version 3 as sentences" }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole("heading", { name: "Version 3 as sentences" }).waitFor();
    await expect.poll(() => visitor.page.getByLabel("As of").inputValue()).toBe("1 August 2025");
    await visitor.close();
  });

  it("draws a version that lies ahead otherwise than one in force", async () => {
    const visitor = await signedIn(POLICY);
    const bars = visitor.page.locator(".timeline g[data-state]");
    await expect
      .poll(async () => Promise.all((await bars.all()).map((one) => one.getAttribute("data-state"))))
      .toEqual(["past", "inForce", "future"]);
    const dashes = await visitor.page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('.timeline [data-part=bar]')].map((one) => getComputedStyle(one).strokeDasharray)",
    );
    expect(dashes.map((one) => one === "none")).toEqual([true, true, false]);
    await visitor.page.getByText("No gap and no overlap between the versions.").waitFor();
    await visitor.close();
  });

  it("says and marks days that no version or two versions claim", async () => {
    const visitor = await signedIn("/policies");
    // The service gives every version its last day by the next one, so such days come only of another service.
    await visitor.page.route("**/v1/policies/complaint-fines/versions", async (route) => {
      const response = await route.fetch();
      const { versions } = (await response.json()) as { versions: readonly { version: number }[] };
      const days = [
        ["2025-07-01", "2026-05-31"],
        ["2026-07-01", "2099-07-31"],
        ["2099-07-01", null],
      ] as const;
      await route.fulfill({
        json: {
          versions: versions.map((one, index) => ({
            ...one,
            effectiveFrom: days[index]?.[0],
            effectiveUntil: days[index]?.[1],
          })),
        },
      });
    });
    await visitor.goTo(POLICY);
    await visitor.page.getByText("No version is in force: 1 June 2026 to 30 June 2026.").waitFor();
    await visitor.page
      .getByText("Versions 2 and 3 both claim the days 1 July 2099 to 31 July 2099.")
      .waitFor();
    await expect.poll(() => visitor.page.locator(".timeline [data-part=gap]").count()).toBe(1);
    await expect.poll(() => visitor.page.locator(".timeline [data-part=overlap]").count()).toBe(1);
    await visitor.shoot("policy-gap");
    await visitor.close();
  });

  it("leads from a cited article to the rule that rests on it", async () => {
    const visitor = await signedIn(POLICY);
    const { page } = visitor;
    const articles = page.getByRole("navigation", { name: "Articles cited" });
    await articles.waitFor();
    await articles.getByRole("link", { name: "Close within the time allowed" }).click();
    const marked = page.locator(".entry[data-marked=true]");
    await marked.waitFor();
    await expect.poll(() => marked.innerText()).toContain("Close within the time allowed");
    await expect.poll(() => page.evaluate("document.activeElement?.dataset.marked")).toBe("true");
    await page.reload();
    await marked.waitFor();
    await expect.poll(async () => (await marked.boundingBox())?.y).toBeLessThan(800);
    await visitor.shoot("policy-article");
    await visitor.close();
  });
});

describe("the list of policies", () => {
  it.each([
    ["en", "21(2)"],
    ["zh", "第21条"],
  ] as const)("is searched in %s for the article %s", async (language, asked) => {
    const visitor = await signedIn("/policies", { language });
    const { page } = visitor;
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.getByRole("searchbox").fill(asked);
    const found = page.locator(".found-clauses");
    await found.first().waitFor();
    await expect.poll(() => page.getByRole("row").count()).toBe({ en: 2, zh: 11 }[language]);
    expect((await found.allInnerTexts()).join(" ")).toMatch(
      { en: /Art\. 21\(2\)/, zh: /第21条第2款/ }[language],
    );
    expect(loaded.filter((path) => path.endsWith("/versions/2"))).toHaveLength(1);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`search-${language}`);
    await found.first().getByRole("link").first().click();
    await page.locator(".entry[data-marked=true]").waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?version=/);
    await visitor.close();
  });

  it("names some of the rules that it finds, and leads to the list of all", async () => {
    const visitor = await signedIn("/policies?q=第21条", { language: "zh" });
    await visitor.page.getByRole("link", { name: "见该制度的引用条款" }).click();
    await expect.poll(() => visitor.page.evaluate("document.activeElement?.id")).toBe("clauses");
    const all = visitor.page.getByRole("navigation", { name: "引用条款" });
    await all.getByText("第21条第3款", { exact: true }).waitFor();
    await visitor.close();
  });

  it("loads no document until somebody searches, and finds rules that a policy cites by name", async () => {
    const visitor = await world.open({ language: "zh" });
    const loaded: string[] = [];
    visitor.page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await visitor.goTo("/policies");
    await visitor.signInAs("author");
    expect(loaded.filter((path) => /\/versions\/\d+$/.test(path))).toEqual([]);
    await visitor.page.getByRole("searchbox").fill("证据优先");
    await visitor.page.locator(".found-clauses").waitFor();
    await expect.poll(() => visitor.page.getByRole("row").count()).toBe(2);
    await visitor.page.getByRole("searchbox").fill("第99条");
    await visitor.page.getByText("没有与“第99条”相符的制度。").waitFor();
    await visitor.page.getByRole("button", { name: "清除搜索" }).click();
    await expect.poll(() => visitor.page.getByRole("row").count()).toBeGreaterThan(10);
    await visitor.close();
  });
});

describe("the list of policies on another day", () => {
  it("leads to each policy as it was then", async () => {
    const visitor = await signedIn("/policies?on=2025-08-01&q=complaint-fines");
    await visitor.page.getByRole("link", { name: "Complaint responsibility and bonus deduction" }).click();
    const heading = visitor.page.getByRole("heading", { name: /as sentences/ });
    await expect.poll(() => heading.innerText()).toBe("Version 1 as sentences");
    await visitor.shoot("policy-as-of");
    await visitor.goTo("/policies/branch-complaints");
    await visitor.shoot("policy-long");
    await visitor.close();
  });
});

describe("two versions compared", () => {
  it.each(
    (["en", "zh"] as const).flatMap((language) =>
      (["sentences", "table", "json"] as const).map((view) => [view, language] as const),
    ),
  )("are sound as %s in %s, and in a narrow window", async (view, language) => {
    const visitor = await signedIn(`${POLICY}/compare?a=2&b=3&view=${view}`, { language });
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`compare-${view}-${language}`);
    await visitor.page.setViewportSize({ width: 480, height: 800 });
    expect(await seriousFaults(visitor)).toEqual([]);
    expect(await visitor.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(480);
    await visitor.shoot(`compare-narrow-${view}-${language}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("say in sentences what changed, what it reaches, what went and what only moved", async () => {
    const visitor = await signedIn(`${POLICY}/compare?a=2&b=3`);
    const { page } = visitor;
    const parameter = page.locator("section", { has: page.getByRole("heading", { name: "Parameters" }) });
    await parameter.waitFor();
    await expect.poll(() => parameter.innerText()).toContain("to 25%");
    const [before, after] = await parameter.locator("dd").allInnerTexts();
    expect([before?.includes("25%"), after?.includes("25%")]).toEqual([false, true]);
    const reached = parameter.getByRole("link", { name: "A grade converts to a bonus deduction" });
    const section = (name: string) => page.locator("section", { has: page.getByRole("heading", { name }) });
    await expect.poll(() => section("Rules").locator(".tag").allInnerTexts()).toEqual(["Removed"]);
    await expect
      .poll(() => section("Authority").innerText())
      .toMatch(/Moved.*moved from place \d+ to place 1/s);
    await page.getByRole("checkbox", { name: "Only what changed" }).uncheck();
    await section("No longer there").waitFor();
    const whole = await page.locator(".whole-reading li").allInnerTexts();
    expect(whole.length).toBeGreaterThan(30);
    expect(whole.filter((text) => text.startsWith("Changed") && text.includes("25%"))).toHaveLength(1);
    await visitor.shoot("compare-whole-en");
    await page.getByRole("checkbox", { name: "Only what changed" }).check();
    await section("Authority").getByRole("button", { name: "Copy a link to this change" }).click();
    await page.reload();
    const linked = page.locator("li[data-marked=true]");
    await linked.waitFor();
    await expect.poll(() => linked.innerText()).toContain("moved from place");
    await reached.click();
    const marked = page.locator(".entry[data-marked=true]");
    await marked.waitFor();
    await expect.poll(() => marked.innerText()).toContain("A grade converts to a bonus deduction");
    expect(new URL(page.url()).searchParams.get("version")).toBe("3");
    await visitor.close();
  });

  it("are chosen from all there are, and the views by keyboard; the address says which", async () => {
    const visitor = await signedIn(`${POLICY}/compare`);
    const { page } = visitor;
    await page.getByRole("tab", { name: "Sentences" }).waitFor();
    await page.getByLabel("Before", { exact: true }).selectOption("1");
    expect(new URL(page.url()).search).toBe("?a=1&b=3");
    await page.getByRole("button", { name: "Swap" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?a=3&b=1");
    await page.getByRole("tab", { name: "Sentences" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("table").waitFor();
    const row = page.getByRole("row", { name: /onus deduction for a warning/ });
    await row.getByRole("cell", { name: "10%", exact: true }).waitFor();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("view")).toBe("json");
    await page.reload();
    await expect
      .poll(() => page.getByRole("tab", { name: "JSON" }).getAttribute("aria-selected"))
      .toBe("true");
    await visitor.close();
  });

  it("are marked in JSON line by line, with the equal lines on demand", async () => {
    const visitor = await signedIn(`${POLICY}/compare?a=1&b=2&view=json`);
    const { page } = visitor;
    const changed = page.locator("tr[data-changed=true]");
    await changed.first().waitFor();
    const texts = await changed.allInnerTexts();
    expect(texts.some((text) => /−\s+"value": 1,/.test(text) && /\+\s+"value": 0\.1,/.test(text))).toBe(true);
    const few = await page.getByRole("row").count();
    await page.getByRole("checkbox", { name: /Only what changed/ }).uncheck();
    await expect.poll(() => page.getByRole("row").count()).toBeGreaterThan(few + 500);
    await expect.poll(() => changed.count()).toBe(texts.length);
    await visitor.close();
  });

  it("are none where one is compared with itself, and a version that is not there is said", async () => {
    const visitor = await signedIn(`${POLICY}/compare?a=2&b=2`);
    await visitor.page.getByText("This is one and the same version.").waitFor();
    await visitor.goTo(`${POLICY}/compare?a=2&b=9`);
    await expect.poll(() => visitor.page.getByRole("alert").innerText()).toContain("9");
    await visitor.close();
  });
});

describe("a draft", () => {
  it("is begun from the newest version or restores an older one, and then stands among the open ones", async () => {
    const visitor = await signedIn("/policies/branch-complaints");
    const { page } = visitor;
    await page.getByText("No draft of this policy is open.").waitFor();
    await page.getByRole("button", { name: "Begin a draft" }).click();
    await page.waitForURL(/\/policies\/branch-complaints\/draft\/draft-/);
    await visitor.goTo("/policies/branch-complaints");
    await page.getByRole("link", { name: "Draft from version 1" }).waitFor();

    await visitor.goTo(POLICY);
    await page.getByRole("button", { name: "Restore version 1 as a draft" }).click();
    await page.waitForURL(/\/policies\/complaint-fines\/draft\/draft-/);
    await visitor.goTo(POLICY);
    const drafts = page.locator(".open-drafts");
    await expect
      .poll(() => drafts.getByRole("listitem").allInnerTexts())
      .toEqual([expect.stringMatching(/^Draft from version 1 Draft changed/)]);
    await visitor.shoot("policy-drafts");

    // Where one from this version is open, it is asked whether that is to be gone on with.
    await page.getByRole("button", { name: "Restore version 1 as a draft" }).click();
    await page.getByRole("dialog").getByText("There is a draft from version 1 already").waitFor();
    await visitor.shoot("draft-exists");
    await page.getByRole("link", { name: "Go on with it" }).click();
    await page.waitForURL(/\/policies\/complaint-fines\/draft\/draft-/);
    await page.getByRole("button", { name: "Give up this draft" }).click();
    const dialog = page.getByRole("dialog", { name: "Give up this draft?" });
    await dialog.waitFor();
    await visitor.shoot("draft-give-up");
    await dialog.getByRole("button", { name: "Give up this draft" }).click();
    await page.waitForURL(/\/policies\/complaint-fines$/);
    await page.getByText("No draft of this policy is open.").waitFor();
    await visitor.close();
  });

  it("is not offered to whoever may not write one", async () => {
    const visitor = await world.open();
    await visitor.goTo("/");
    await visitor.signInAs("approver");
    await visitor.goTo(POLICY);
    await visitor.page.getByRole("heading", { name: "Open drafts" }).waitFor();
    await expect.poll(() => visitor.page.getByRole("button", { name: /draft/i }).count()).toBe(0);
    await visitor.close();
  });
});
