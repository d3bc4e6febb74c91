import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

type DraftDocument = {
  readonly parameters: Readonly<Record<string, { readonly value: number }>>;
};

/** An author with a draft of their own on the screen. */
async function authorAtDraft(
  language: "en" | "zh" = "en",
): Promise<{ readonly author: Visitor; readonly stored: () => Promise<DraftDocument> }> {
  const author = await world.open({ language, width: 1440 });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  await author.goTo(`/policies/complaint-fines/draft/${id}`);
  const stored = async (): Promise<DraftDocument> => {
    const read = await author.page.request.get(`/v1/drafts/${id}`);
    return ((await read.json()) as { readonly document: DraftDocument }).document;
  };
  return { author, stored };
}

describe("the workspace", () => {
  it("saves what is typed, calls the edit by its name, and takes it back after a reload", async () => {
    const { author, stored } = await authorAtDraft();
    const { page } = author;
    await page.getByRole("link", { name: /performance bonus that may be deducted/ }).click();
    await expect.poll(() => page.getByLabel("Value").inputValue()).toBe("50");
    await page.getByLabel("Value").fill("40");
    await saved(author.page);
    expect((await stored()).parameters["bonusCapRate"]?.value).toBe(0.4);
    await page.reload();
    const undo = page.getByRole("button", { name: /^Undo: .* 50 → 40$/ });
    await undo.click();
    await expect.poll(() => page.getByLabel("Value").inputValue()).toBe("50");
    expect((await stored()).parameters["bonusCapRate"]?.value).toBe(0.5);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(() => page.getByLabel("Value").inputValue()).toBe("40");
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("saves no half of a figure, and all of it as one step once the field is left", async () => {
    const { author, stored } = await authorAtDraft();
    const { page } = author;
    await page.getByRole("link", { name: /performance bonus that may be deducted/ }).click();
    await page.getByLabel("Value").fill("3");
    // Long after any other edit would have been saved.
    await page.waitForTimeout(1_500);
    expect((await stored()).parameters["bonusCapRate"]?.value).toBe(0.5);
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await saved(page);
    expect((await stored()).parameters["bonusCapRate"]?.value).toBe(0.35);
    await page.getByRole("button", { name: /^Undo: .* 50 → 35$/ }).click();
    await expect.poll(() => page.getByLabel("Value").inputValue()).toBe("50");
    await author.close();
  });

  it("does not save what is no number, and says so", async () => {
    const { author, stored } = await authorAtDraft();
    await author.page.getByRole("link", { name: /performance bonus that may be deducted/ }).click();
    await author.page.getByLabel("Value").fill("forty");
    await author.page.getByText("This is not a number.").waitFor();
    await author.page.waitForTimeout(1_000);
    expect((await stored()).parameters["bonusCapRate"]?.value).toBe(0.5);
    await author.close();
  });

  it("leads through the problems by F8, each at its place", async () => {
    const { author } = await authorAtDraft();
    const { page } = author;
    await page.getByRole("link", { name: /performance bonus that may be deducted/ }).click();
    await page.getByLabel("Value").fill("140");
    await saved(author.page);
    const first = page
      .locator(".problems li")
      .filter({ hasText: "performance bonus that may be deducted" })
      .first();
    await first.waitFor();
    await page.getByRole("link", { name: "Title" }).click();
    await page.keyboard.press("F8");
    expect(new URL(page.url()).searchParams.get("at")).toContain("/");
    await page.getByRole("button", { name: "Submit for review" }).click();
    await page.getByRole("alert").waitFor();
    await author.shoot("draft-problems-en");
    await author.close();
  });

  it("keeps edits while there is no connection, and saves them when it is back", async () => {
    const { author, stored } = await authorAtDraft();
    const { page } = author;
    await page.getByRole("link", { name: /time allowed to close/ }).click();
    await page.context().setOffline(true);
    await page.getByLabel("Value").fill("10");
    await page.getByText(/No connection\. 1 edits? wait/).waitFor();
    await page.context().setOffline(false);
    await saved(author.page);
    expect((await stored()).parameters["closeDays"]?.value).toBe(10);
    await author.close();
  });

  it.each(["en", "zh"] as const)(
    "reads out the draft in %s, without a serious fault of access",
    async (language) => {
      const { author } = await authorAtDraft(language);
      const { page } = author;
      await page.locator("a[href*='closeDays']").click();
      await author.shoot(`draft-${language}`);
      await page.getByRole("tab", { name: { en: "Reading", zh: "条文" }[language] }).click();
      const sentence = { en: /7 calendar days/, zh: /7日/ }[language];
      await page.getByRole("listitem").filter({ hasText: sentence }).first().waitFor();
      expect(await seriousFaults({ page })).toEqual([]);
      await author.shoot(`draft-reading-${language}`);
      expect(author.complaints).toEqual([]);
      await author.close();
    },
  );
});
