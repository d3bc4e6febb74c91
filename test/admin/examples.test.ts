import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepCases } from "./keep-cases.ts";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
  await keepCases(world.service, 12);
});
afterAll(() => world.stop());

/** Run in the page before its own scripts: what is asked of its worker waits between `hold()` and `letGo()`. */
const HOLDING = `
  const post = Worker.prototype.postMessage;
  let held;
  self.hold = () => void (held = []);
  self.letGo = () => { for (const ask of held) ask(); held = undefined; };
  Worker.prototype.postMessage = function (order) {
    const ask = () => post.call(this, order);
    held ? held.push(ask) : ask();
  };
`;

/** An author with a draft of their own on the screen, its examples in the dock. */
async function authorWithExamples(
  language: "en" | "zh" = "en",
  width = 1440,
): Promise<Visitor & { readonly at: (place: string) => Promise<void> }> {
  const author = await world.open({ language, width });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  const at = (place: string): Promise<void> =>
    author.goTo(`/policies/complaint-fines/draft/${id}?at=${encodeURIComponent(place)}&dock=examples`);
  await at("/title");
  return { ...author, at };
}

describe("the examples of a draft", () => {
  it("begin with a past case, hold a draft back where the policy comes to mean something else, and take the new result with a reason", async () => {
    const author = await authorWithExamples();
    const { page } = author;
    await page.getByText("This draft has no examples yet").waitFor();
    await page.getByRole("button", { name: "From a past case…" }).click();
    const dialog = page.getByRole("dialog", { name: "An example from a past case" });
    expect(await dialog.innerText()).not.toMatch(/E10\d\d|C-\d/);
    await author.shoot("examples-cases-en");
    const conduct = dialog.getByRole("row").filter({ hasText: "moderate" }).first();
    await conduct.getByRole("button", { name: "Make example" }).click();
    await page.getByRole("tab", { name: "Examples 1/1" }).waitFor();
    expect(new URL(page.url()).searchParams.get("at")).toBe("/examples/0");
    await author.shoot("examples-made-en");

    await saved(page);
    await author.at("/parameters/minorDemeritConversion");
    await page.getByLabel("Value").fill("40");
    await page.getByRole("tab", { name: "Examples 0/1" }).waitFor();
    const failure = page.locator(".example-list .failures");
    await expect
      .poll(() => failure.innerText())
      .toMatch(/P1 · total: expected ¥[\d,.]+, comes out as ¥[\d,.]+/);
    await author.shoot("examples-failing-en");

    await page.getByRole("button", { name: "Submit for review" }).click();
    const handIn = page.getByRole("dialog", { name: "Hand this draft in for review" });
    await handIn.getByText(/^P1 · total: expected ¥[\d,.]+, comes out as ¥[\d,.]+$/).waitFor();
    await expect.poll(() => handIn.getByRole("button", { name: "Hand in" }).isDisabled()).toBe(true);
    await author.shoot("examples-hand-in-en");
    await handIn.getByRole("button", { name: /^Open “past case of / }).click();
    await handIn.waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("at")).toBe("/examples/0");

    await page.locator(".example-list button").click();
    await page.getByRole("button", { name: "Accept new result…" }).click();
    const accept = page.getByRole("button", { name: "Accept", exact: true });
    await expect.poll(() => accept.isDisabled()).toBe(true);
    await page.getByLabel("Why is the new result right?").fill("board minutes 2026-09");
    await author.shoot("examples-accept-en");
    await accept.click();
    await page.getByRole("tab", { name: "Examples 1/1" }).waitFor();
    await page.getByRole("button", { name: /Undo.*board minutes 2026-09/ }).waitFor();
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("are made anew, edited fact by fact, and shown alone where they fail", async () => {
    const author = await authorWithExamples();
    const { page } = author;
    await page.getByRole("button", { name: "New example" }).click();
    await page.getByRole("tab", { name: "Examples 1/1" }).waitFor();
    await page.getByText("This example expects nothing of the outcome yet.").waitFor();
    const loss = page.locator("[data-at='/examples/0/request/case/facts/lossAmount']");
    if ((await loss.count()) === 0)
      await page.getByLabel("Add a fact · Facts of the case").selectOption("lossAmount");
    await loss.fill("lots");
    await page.getByText("That is no value of this kind.").waitFor();
    await loss.fill("12,345.67");
    await page.getByRole("button", { name: "Expect what comes out" }).click();
    const result = page.getByRole("row", { name: /^disposition/ });
    await result.waitFor();
    await page.getByRole("tab", { name: "Examples 1/1" }).waitFor();
    await page.getByRole("button", { name: "Duplicate" }).click();
    await page.getByRole("tab", { name: "Examples 2/2" }).waitFor();
    expect(new URL(page.url()).searchParams.get("at")).toBe("/examples/1");
    await page.getByLabel("Add a rule").selectOption({ index: 1 });
    await page.getByLabel("Only those that fail").check();
    await page.getByText("Every example comes out as it says.").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("tab", { name: /Examples \d\/1/ }).waitFor();
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("take no result of before an edit, however late the new one is told", async () => {
    const author = await authorWithExamples();
    const { page } = author;
    await page.addInitScript(HOLDING);
    await author.at("/title");
    await page.getByRole("button", { name: "New example" }).click();
    const take = page.getByRole("button", { name: "Expect what comes out" });
    await take.waitFor();
    await expect.poll(() => take.isEnabled()).toBe(true);
    await page.evaluate("hold()");
    await page.locator("[data-at='/examples/0/request/case/facts/lossAmount']").fill("12,345.67");
    await expect.poll(() => take.isEnabled()).toBe(false);
    await page.evaluate("letGo()");
    await take.click();
    await page.getByRole("row", { name: /^disposition/ }).waitFor();
    await page.getByRole("tab", { name: "Examples 1/1" }).waitFor();
    await author.close();
  });

  it("go out as a workbook and come back, with what a file changes shown before it is taken", async () => {
    const author = await authorWithExamples();
    const { page } = author;
    await page.getByRole("button", { name: "New example" }).click();
    await page.getByRole("button", { name: "Expect what comes out" }).click();
    await page.getByRole("row", { name: /^disposition/ }).waitFor();
    const leaving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export to Excel" }).click();
    const file = await (await leaving).path();
    const input = page.locator("input[type=file]");
    await input.setInputFiles(file);
    const dialog = page.getByRole("dialog", { name: "Import examples" });
    const counts = (): Promise<readonly string[]> => dialog.locator("dd").allInnerTexts();
    await expect.poll(counts).toEqual(["0", "0", "1", "0"]);
    await expect.poll(() => dialog.getByRole("button", { name: "Take 0" }).isDisabled()).toBe(true);
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await page.locator("[data-at='/examples/0/id']").fill("another");
    await page.getByRole("tab", { name: "Examples 1/1" }).waitFor();
    const rows = "id [/id],name [/title/en],\nNot good,x,\n";
    await input.setInputFiles({ name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await dialog.getByText("Row 2: Its id is missing").waitFor();
    await author.shoot("examples-import-en");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await input.setInputFiles(file);
    await expect.poll(counts).toEqual(["1", "0", "0", "0"]);
    await dialog.getByRole("button", { name: "Take 1" }).click();
    await page.getByRole("tab", { name: "Examples 2/2" }).waitFor();
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it.each(["en", "zh"] as const)(
    "say in %s which rules they reach, and make one for a rule",
    async (language) => {
      const author = await authorWithExamples(language, language === "en" ? 1280 : 1920);
      const { page } = author;
      const words = {
        en: { add: "New example", make: "Make an example for", reached: /\d+ of \d+ rules/ },
        zh: { add: "新建示例", make: "新建示例", reached: /\d+条规则和表格行中/ },
      }[language];
      await page.getByRole("button", { name: words.add, exact: true }).first().click();
      const coverage = page.locator(".coverage");
      await coverage.getByText(words.reached).waitFor();
      const count = async (): Promise<number> => coverage.locator("details").first().locator("li").count();
      const before = await count();
      await author.shoot(`examples-coverage-${language}`);
      const conversion = coverage
        .locator("li", { hasText: { en: "converts", zh: "折算" }[language] })
        .first();
      await conversion.getByRole("button").last().click();
      await page.locator("[data-at='/examples/1/id']").waitFor();
      await expect.poll(count).toBeLessThan(before);
      expect(await seriousFaults({ page })).toEqual([]);
      expect(author.complaints).toEqual([]);
      await author.shoot(`examples-editor-${language}`);
      await author.close();
    },
  );
});
