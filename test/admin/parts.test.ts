import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

type Json = Readonly<Record<string, unknown>>;

/** An author at one part of a draft of their own, and the draft as the service has it. */
async function authorAt(
  policy: string,
  at: string,
  given: { readonly language?: "en" | "zh"; readonly width?: number } = {},
): Promise<{ readonly author: Visitor; readonly stored: () => Promise<Json>; readonly go: Go }> {
  const author = await world.open({ width: 1440, ...given });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft(policy);
  const go: Go = (part) => author.goTo(`/policies/${policy}/draft/${id}?at=${encodeURIComponent(part)}`);
  await go(at);
  const stored = async (): Promise<Json> => {
    const read = await author.page.request.get(`/v1/drafts/${id}`);
    return ((await read.json()) as { readonly document: Json }).document;
  };
  return { author, stored, go };
}

type Go = (at: string) => Promise<void>;

async function saved({ page }: Visitor): Promise<void> {
  await page.getByText(/^(?:Saved |已保存：)\d\d:\d\d$/).waitFor();
}

async function isAccessible({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

describe("the outline", () => {
  it("filters, is walked by the arrows, marks errors apart from warnings, and stays where it is while somebody types", async () => {
    const { author } = await authorAt("complaint-fines", "/parameters/bonusCapRate");
    const { page } = author;
    const outline = page.getByRole("navigation", { name: "Outline" });
    const current = outline.locator("[aria-current]");
    await current.waitFor();
    const before = await current.elementHandle();
    await page.getByLabel("Value").fill("140");
    await saved(author);
    await current.getByText("Errors: 1").waitFor();
    expect(await current.evaluate((element, same) => element === same, before)).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("h2").first().click();
    await page.keyboard.press("/");
    await page.keyboard.type("close");
    expect(await outline.getByRole("link").count()).toBeLessThan(8);
    await author.shoot("outline-filter-en");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe("/parameters/closeDays");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("nothing has this name");
    await page.getByRole("button", { name: "Clear" }).click();
    await outline.getByRole("button", { name: /^Notes/ }).click();
    await outline.locator("a[href*='notes']").first().waitFor();
    await isAccessible(author);
    await author.shoot("outline-en");
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("adds a figure, and shows it", async () => {
    const { author, stored } = await authorAt("first-contact", "/title", { language: "zh" });
    const { page } = author;
    await page.getByRole("button", { name: "新增：标准与数额" }).click();
    await saved(author);
    expect((await stored())["parameters"]).toMatchObject({ newFigure: { value: 0, unit: "count" } });
    expect(new URL(page.url()).searchParams.get("at")).toBe("/parameters/newFigure");
    await author.shoot("outline-zh");
    await author.close();
  });
});
