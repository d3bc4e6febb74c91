import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepCases } from "./keep-cases.ts";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

/** An author with a draft of their own on the screen, at a place in it. */
async function authorAt(
  place: string,
  { language = "en", dock }: { readonly language?: "en" | "zh"; readonly dock?: string } = {},
): Promise<Visitor> {
  const author = await world.open({ language, width: 1440 });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  const beside = dock === undefined ? "" : `&dock=${dock}`;
  await author.goTo(`/policies/complaint-fines/draft/${id}?at=${encodeURIComponent(place)}${beside}`);
  return author;
}

/** Lets nothing be saved, so that whatever is shown was found in the browser. */
async function saveNothing({ page }: Visitor): Promise<void> {
  await page.route("**/v1/drafts/*", (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
}

describe("a draft while it is edited", () => {
  it("says what is wrong before anything is saved, and takes it back when it is mended", async () => {
    const author = await authorAt("/parameters/bonusCapRate");
    const { page } = author;
    await saveNothing(author);
    const problem = page
      .locator(".problems li")
      .filter({ hasText: "performance bonus that may be deducted" });
    await page.getByLabel("Value").fill("140");
    await problem.first().waitFor();
    await page.getByRole("tab", { name: /Problems [1-9]/ }).waitFor();
    await page.getByLabel("Value").fill("45");
    await expect.poll(() => problem.count()).toBe(0);
    await author.close();
  });

  it.each([
    ["en", "Change it to “number of verified faults”"],
    ["zh", "改为“经查实的过失项数”"],
  ] as const)("mends a misspelt name by a button, in %s", async (language, button) => {
    const author = await authorAt("/title", { language });
    const { page } = author;
    const path = `/v1/drafts/${new URL(page.url()).pathname.split("/").at(-1) ?? ""}`;
    const text = await (await page.request.get(path)).text();
    const { document } = JSON.parse(text.replace('"fact":"faultCount"', '"fact":"faultCuont"')) as {
      readonly document: unknown;
    };
    await page.request.put(path, {
      data: { label: "a slip", document },
      headers: { Origin: world.url, "If-Match": '"1"' },
    });
    const slip = page.locator(".problems li").filter({ hasText: "“faultCuont”" });
    await slip.getByRole("button", { name: button }).click();
    await expect.poll(() => slip.count()).toBe(0);
    await saved(page);
    expect(await (await page.request.get(path)).text()).not.toContain("faultCuont");
    await author.close();
  });

  it("reads out every edit at once in both languages, what is edited first", async () => {
    const author = await authorAt("/parameters/closeDays", { dock: "reading" });
    const { page } = author;
    await saveNothing(author);
    await page.getByRole("button", { name: "Both" }).click();
    const edited = page.locator("ul[data-edited] li");
    await page.getByLabel("Value").fill("9");
    await expect.poll(async () => (await edited.allInnerTexts()).join()).toMatch(/9日[^]*9 calendar days/);
    await expect.poll(() => edited.first().locator("..").getAttribute("lang")).toBe("zh-CN");
    expect(new URL(page.url()).searchParams.get("reads")).toBe("both");
    await author.shoot("live-reading-both");
    await author.close();
  });

  it("stays live on the way through the settings that show the same calendars and guards", async () => {
    const author = await authorAt("/parameters/bonusCapRate", { dock: "reading" });
    const { page } = author;
    const edited = page.locator("ul[data-edited] li");
    await edited.first().waitFor();
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await page.getByRole("link", { name: "Calendars", exact: true }).click();
    await page.getByRole("heading", { name: "Versions of this calendar" }).waitFor();
    await page.getByRole("link", { name: "Statutory guards", exact: true }).click();
    await page.locator(".guard li").first().waitFor();
    while (!page.url().includes("/draft/")) await page.goBack();
    await page.getByLabel("Value").fill("45");
    await expect.poll(async () => (await edited.allInnerTexts()).join()).toMatch(/45%/);
    await page.getByLabel("Value").fill("140");
    await page.getByRole("tab", { name: /Problems [1-9]/ }).waitFor();
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("leads from a phrase to the field that it is read from", async () => {
    const author = await authorAt("/title", { dock: "reading" });
    const { page } = author;
    const figure = page.locator("a.phrase[href*='closeDays%2Fvalue']").first();
    await figure.click();
    await page.locator("[data-at='/parameters/closeDays/value']:focus").waitFor();
    expect(new URL(page.url()).searchParams.get("at")).toBe("/parameters/closeDays/value");
    expect(new URL(page.url()).searchParams.get("dock")).toBe("reading");
    await author.close();
  });

  it.each(["en", "zh"] as const)("has the tabs of its dock in one line, in %s", async (language) => {
    const author = await authorAt("/parameters/bonusCapRate", { language });
    const { page } = author;
    await page.setViewportSize({ width: 1280, height: 800 });
    const path = `/v1/drafts/${new URL(page.url()).pathname.split("/").at(-1) ?? ""}`;
    const { document } = (await (await page.request.get(path)).json()) as { readonly document: object };
    const examples = ["one", "other"].map((id) => ({
      id,
      title: { en: "A case", zh: "案件" },
      request: { case: { reference: id, facts: {}, parties: [] } },
      expect: { disposition: "upheld" },
      reasons: [],
    }));
    await page.request.put(path, {
      data: { label: "two examples", document: { ...document, examples } },
      headers: { Origin: world.url, "If-Match": '"1"' },
    });
    await page.reload();
    await page.getByRole("tab", { name: /\d\/2/ }).waitFor();
    const tabs = await page.locator(".dock [role=tab]").all();
    const boxes = await Promise.all(tabs.map((tab) => tab.boundingBox()));
    await author.shoot(`dock-1280-${language}`);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    await author.close();
  });

  it("says that there are no past cases, while there are none", async () => {
    const author = await authorAt("/title");
    await expect
      .poll(() => author.page.getByText("No cases of this policy are kept yet").first().isVisible())
      .toBe(true);
    await expect.poll(() => author.page.getByRole("link", { name: "Bring in past cases" }).count()).toBe(0);
    await author.close();

    const handler = await world.open();
    await handler.goTo("/");
    await handler.signInAs("author", "handler");
    const id = await handler.beginDraft("complaint-fines");
    await handler.goTo(`/policies/complaint-fines/draft/${id}?dock=effect`);
    await handler.page.getByRole("link", { name: "Bring in past cases" }).first().click();
    await handler.page.waitForURL("**/imports/new?policy=complaint-fines");
    await handler.close();
  });

  it("shows at every edit what it would have done to past cases, and to which", async () => {
    await keepCases(world.service, 40);
    const author = await authorAt("/parameters/minorDemeritConversion", { dock: "effect" });
    const { page } = author;
    await saveNothing(author);
    const strip = page.getByRole("region", { name: "Effect on past cases" });
    const figures = strip.locator(".figures");
    await expect.poll(() => figures.innerText()).toMatch(/^Change\s+0/);
    await expect.poll(() => strip.innerText()).toMatch(/Newest 40 cases · version 2 → this draft · as of \d/);
    await page.getByLabel("Value").fill("50");
    const told =
      /Change\s+10\s+▲ Higher\s+10\s+▼ Lower\s+0\s+＝ Amount unchanged\s+0\s+Total\s+\+¥4,000\s+Other approval\s+0/;
    await expect.poll(() => figures.innerText()).toMatch(told);
    const changed = page.locator(".case-changes li");
    await expect.poll(() => changed.count()).toBe(10);
    await expect
      .poll(() => changed.first().innerText())
      .toMatch(/▲ \+¥400\s+amount\s+¥[\d,]+ → ¥[\d,]+\s+Because of bonus deduction for a minor demerit/);
    expect(await page.locator(".effect").innerText()).not.toMatch(/E10\d\d|person-/);
    await author.shoot("live-effect-en");
    await page.getByLabel("Value").fill("500");
    await strip.getByText("cannot be computed while the draft has errors").waitFor();
    await page.getByLabel("Value").fill("30");
    await expect.poll(() => figures.innerText()).toMatch(/^Change\s+0/);
    await author.close();
  });

  it.each(["en", "zh"] as const)("has no serious fault of access in %s", async (language) => {
    const author = await authorAt("/parameters/closeDays", { language, dock: "reading" });
    const { page } = author;
    await page.locator("ul[data-edited] a.phrase").first().waitFor();
    expect(await seriousFaults({ page })).toEqual([]);
    expect(author.complaints).toEqual([]);
    await author.shoot(`live-reading-${language}`);
    await page.getByRole("tab", { name: { en: "Effect", zh: "影响" }[language] }).click();
    await page.locator(".effect table").first().waitFor();
    expect(await seriousFaults({ page })).toEqual([]);
    await author.shoot(`live-effect-${language}-axe`);
    await author.close();
  });
});
