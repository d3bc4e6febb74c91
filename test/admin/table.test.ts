import { AxeBuilder } from "@axe-core/playwright";
import type { CDPSession, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

type Table = {
  readonly hitPolicy: string;
  readonly rows: readonly {
    readonly id: string;
    readonly when: readonly unknown[];
    readonly then: readonly unknown[];
    readonly references?: readonly unknown[];
  }[];
};

function row(id: string, when: readonly unknown[], amount: number): object {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id, when, then: [amount] };
}

/** Tiers of fines by loss, how often and whether meant, put into the draft of a policy that has facts for it. */
const TIERS = {
  label: { en: "Fine tiers", zh: "罚款档次" },
  stage: "penalty",
  scope: "party",
  references: [{ article: "4.2" }],
  hitPolicy: "unique",
  inputs: [{ fact: "tierLoss" }, { fact: "tierTimes" }, { fact: "tierMeant" }],
  event: { type: "fine", params: {} },
  outputs: ["amount"],
  rows: [
    row("small", [{ below: 100_000 }, null, null], 20_000),
    row("first", [{ atLeast: 100_000, below: 500_000 }, { is: 1 }, null], 50_000),
    row("second", [{ atLeast: 100_000, below: 500_000 }, { is: 2 }, null], 60_000),
    row("large", [{ atLeast: 500_000 }, null, null], 200_000),
  ],
};

const FACTS = {
  tierLoss: { type: "money", label: { en: "loss", zh: "损失" }, required: true },
  tierTimes: {
    type: "integer",
    label: { en: "times in 12 months", zh: "十二个月内次数" },
    required: true,
    minimum: 1,
  },
  tierMeant: { type: "boolean", label: { en: "meant", zh: "故意" } },
};

/** An author before the table, the draft as it is stored, and the keyboard of an input method. */
type AtTable = {
  readonly author: Visitor;
  readonly page: Page;
  /** The table as it is stored, or what of it is asked for. */
  readonly stored: () => Promise<Table>;
  readonly keyboard: CDPSession;
  readonly cell: (row: number, column: number) => Locator;
};

async function authorAtTable(
  given: { readonly language?: "en" | "zh"; readonly width?: number; readonly table?: object } = {},
): Promise<AtTable> {
  const { language = "en", width = 1440, table = TIERS } = given;
  const author = await world.open({ language, width });
  const { page } = author;
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  await change(page, id, (document) => {
    document.facts.case = { ...document.facts.case, ...FACTS };
    document.tables["fine-tiers"] = table;
  });
  await author.goTo(`/policies/complaint-fines/draft/${id}?at=/tables/fine-tiers`);
  await page.getByRole("grid").waitFor();
  return {
    author,
    page,
    keyboard: await page.context().newCDPSession(page),
    stored: async () => {
      // Longer than edits wait for one another before they are saved.
      await page.waitForTimeout(800);
      await page.getByText(/^(Saved |已保存：)\d\d:\d\d$/).waitFor();
      return (await read(page, id)).document.tables["fine-tiers"] as Table;
    },
    cell: (row, column) =>
      page
        .getByRole("grid")
        .locator("tbody tr")
        .nth(row - 1)
        .locator("td")
        .nth(column - 1),
  };
}

type Document = {
  readonly facts: { case: Record<string, unknown> };
  readonly tables: Record<string, unknown>;
};

async function read(
  page: Page,
  id: string,
): Promise<{ readonly document: Document; readonly revision: number }> {
  return (await page.request.get(`/v1/drafts/${id}`)).json() as Promise<{
    document: Document;
    revision: number;
  }>;
}

async function change(page: Page, id: string, mend: (document: Document) => void): Promise<void> {
  const { document, revision } = await read(page, id);
  mend(document);
  const answer = await page.request.put(`/v1/drafts/${id}`, {
    data: { label: "a table to try", document },
    headers: { Origin: world.url, "If-Match": `"${revision}"` },
  });
  expect(answer.status()).toBe(200);
}

describe("the grid", () => {
  it("lets pinyin be typed into a cell that is only selected, and Enter that takes a candidate takes nothing else", async () => {
    const { author, page, keyboard, cell, stored } = await authorAtTable({ language: "zh" });
    await cell(2, 3).click();
    const field = page.locator(".grid-input");
    expect(await page.locator(".grid-input:focus").count()).toBe(1);
    await page.evaluate("document.activeElement.dataset.first = ''");
    await keyboard.send("Input.imeSetComposition", { text: "shi", selectionStart: 3, selectionEnd: 3 });
    expect(await field.inputValue()).toBe("shi");
    // The Enter of an input method: the key is taken, and the text comes by itself.
    const taken = { type: "rawKeyDown", key: "Process", code: "Enter", windowsVirtualKeyCode: 229 } as const;
    await keyboard.send("Input.dispatchKeyEvent", taken);
    expect(await field.inputValue()).toBe("shi");
    await keyboard.send("Input.insertText", { text: "是" });
    expect(await field.inputValue()).toBe("是");
    expect(await cell(2, 3).locator(".grid-input").count()).toBe(1);
    // It is still the very field that was there before the first key.
    expect(await page.locator(".grid-input[data-first]:focus").count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(2, 3).innerText()).toContain("是");
    expect((await stored()).rows[1]?.when[2]).toEqual({ is: true });
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("is edited by keys as a spreadsheet is", async () => {
    const { author, page, cell, stored } = await authorAtTable();
    const { keyboard } = page;
    const type = (text: string): Promise<void> => keyboard.type(text);
    await cell(2, 4).click();
    // Typing replaces; Enter goes down; F2 keeps.
    await type("550");
    await keyboard.press("Enter");
    await keyboard.press("F2");
    await keyboard.press("End");
    await type(".5");
    await keyboard.press("Tab");
    expect((await stored()).rows.map(({ then }) => then[0])).toEqual([20_000, 55_000, 60_050, 200_000]);
    await page.getByRole("button", { name: "Undo: Row 3 Amount: 600 → 600.5" }).waitFor();
    // Tab went to the articles; a range is filled down.
    await type("4.2(2), 5");
    await keyboard.press("Enter");
    await keyboard.press("ArrowUp");
    await keyboard.press("Shift+ArrowDown");
    await keyboard.press("Control+d");
    expect((await stored()).rows[3]?.references).toEqual([{ article: "4.2(2)" }, { article: "5" }]);
    // Escape gives up what was typed; Delete clears; Enter in the last row adds one.
    await keyboard.press("Control+Home");
    await type("nonsense");
    await keyboard.press("Escape");
    await keyboard.press("ArrowDown");
    await keyboard.press("End");
    await keyboard.press("Home");
    await keyboard.press("ArrowRight");
    await keyboard.press("Delete");
    await keyboard.press("Control+End");
    await keyboard.press("ArrowLeft");
    await type("2,500");
    await keyboard.press("Enter");
    await expect.poll(() => page.getByRole("grid").locator("tbody tr").count()).toBe(5);
    await keyboard.press("Alt+ArrowUp");
    const { rows } = await stored();
    expect(rows.map(({ id }) => id)).toEqual(["small", "first", "second", "row", "large"]);
    expect(rows[1]?.when[1]).toBeNull();
    expect(rows[4]?.then).toEqual([250_000]);
    // Escape leaves the grid, and Shift+Tab comes back to it.
    await keyboard.press("Escape");
    expect(await page.locator(".grid-hint:focus").count()).toBe(1);
    await keyboard.press("Shift+Tab");
    expect(await page.locator(".grid-input:focus").count()).toBe(1);
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it.each(["en", "zh"] as const)(
    "keeps what does not fit in its cell and says why, in %s, without a serious fault of access",
    async (language) => {
      const { author, page, cell, stored } = await authorAtTable({ language, width: 1280 });
      await cell(1, 1).click();
      await page.keyboard.type("5000-1000");
      await page.keyboard.press("Enter");
      const said = { en: "The range ends before it begins", zh: "区间的终点小于起点" }[language];
      expect(await cell(1, 1).innerText()).toContain(said);
      expect(await cell(1, 1).innerText()).toContain("5000-1000");
      await cell(2, 1).click();
      await page.keyboard.press("F2");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("1,500 - <5000");
      await page.keyboard.press("Enter");
      expect((await stored()).rows.slice(0, 2).map(({ when }) => when[0])).toEqual([
        { below: 100_000 },
        { atLeast: 150_000, below: 500_000 },
      ]);
      await cell(3, 3).click();
      await page.keyboard.press("F2");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await page.locator(".grid-choices").getByRole("option").first().waitFor();
      await author.shoot(`table-editing-${language}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
      expect(author.complaints).toEqual([]);
      await author.close();
    },
  );

  it("says what stood in a cell in the version that the draft began as", async () => {
    const { author, page } = await authorAtTable();
    await author.goTo(`${new URL(page.url()).pathname}?at=/tables/grade-by-seriousness/rows/1/then/0`);
    // The address leads to the cell.
    await page.locator(".grid-input:focus").waitFor();
    await page.keyboard.type("major demerit");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("grid").innerText()).toContain("was minor demerit");
    await author.shoot("table-was-en");
    await author.close();
  });
});
