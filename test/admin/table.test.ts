import type { CDPSession, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { savedIfEdited } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

// Many steps each, in a browser that shares its machine.
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

/** Six columns: four that are asked, an amount and the articles. */
const WIDE = {
  ...TIERS,
  hitPolicy: "first",
  inputs: [...TIERS.inputs, { fact: "tierShare" }],
  rows: Array.from({ length: 40 }, (_, index) =>
    row(`tier-${index + 1}`, [{ below: (index + 1) * 1_000 }, { is: index + 1 }, null, null], 10_000),
  ),
};

const FACTS = {
  tierShare: { type: "rate", label: { en: "share", zh: "比例" }, required: true },
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
    stored: async () => (await settled(page, id)).document.tables["fine-tiers"] as Table,
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

/** The draft once no edit waits any more. */
async function settled(page: Page, id: string): ReturnType<typeof read> {
  await savedIfEdited(page);
  return read(page, id);
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
    await expect.poll(() => page.locator(".grid-input:focus").count()).toBe(1);
    await page.evaluate("document.activeElement.dataset.first = ''");
    await keyboard.send("Input.imeSetComposition", { text: "shi", selectionStart: 3, selectionEnd: 3 });
    await expect.poll(() => field.inputValue()).toBe("shi");
    // The Enter of an input method: the key is taken, and the text comes by itself.
    const taken = { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 } as const;
    await keyboard.send("Input.dispatchKeyEvent", taken);
    await expect.poll(() => field.inputValue()).toBe("shi");
    await keyboard.send("Input.insertText", { text: "是" });
    await expect.poll(() => field.inputValue()).toBe("是");
    await expect.poll(() => cell(2, 3).locator(".grid-input").count()).toBe(1);
    // It is still the very field that was there before the first key.
    await expect.poll(() => page.locator(".grid-input[data-first]:focus").count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(2, 3).innerText()).toContain("是");
    expect((await stored()).rows[1]?.when[2]).toEqual({ is: true });
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("takes what is typed into the row it was begun in, wherever others move that row", async () => {
    const { author, page, cell, stored } = await authorAtTable();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const changeRows = (mend: (rows: Table["rows"]) => readonly object[]): Promise<void> =>
      change(page, id, (document) => {
        const table = document.tables["fine-tiers"] as Table;
        document.tables["fine-tiers"] = { ...table, rows: mend(table.rows) };
      });
    const countRows = (): Promise<number> => page.getByRole("grid").locator("tbody tr").count();
    await cell(2, 4).click();
    await page.keyboard.type("55");
    const added = row("tiny", [{ below: 1_000 }, null, null], 10_000);
    await changeRows((rows) => [added, ...rows]);
    await expect.poll(countRows).toBe(5);
    await expect.poll(() => cell(3, 4).locator(".grid-input[data-editing]:focus").count()).toBe(1);
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    const fines = (await stored()).rows.map((one) => [one.id, one.then[0]]);
    expect(fines).toEqual([
      ["tiny", 10_000],
      ["small", 20_000],
      ["first", 55_000],
      ["second", 60_000],
      ["large", 200_000],
    ]);
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
    await expect.poll(() => page.locator(".grid-hint:focus").count()).toBe(1);
    await keyboard.press("Shift+Tab");
    await expect.poll(() => page.locator(".grid-input:focus").count()).toBe(1);
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
      await expect.poll(() => cell(1, 1).innerText()).toContain(said);
      await expect.poll(() => cell(1, 1).innerText()).toContain("5000-1000");
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
      expect(await seriousFaults({ page })).toEqual([]);
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

describe("the whole of a table", () => {
  const planted = {
    ...TIERS,
    rows: [...TIERS.rows, row("repeated", [{ atLeast: 1_000_000 }, { atLeast: 2 }, null], 500_000)],
  };

  it.each(["en", "zh"] as const)("tells in %s of every gap and overlap, and mends them", async (language) => {
    const { author, page, stored } = await authorAtTable({ language, table: planted, width: 1920 });
    const named = {
      en: { panel: "Does every case have its row?", map: "Map of the table", add: "Add row", hole: "No row" },
      zh: { panel: "每个案件是否都有对应的行", map: "覆盖图", add: "补一行", hole: "无对应行" },
    }[language];
    const panel = page.getByRole("region", { name: named.panel });
    await panel.getByRole("listitem").nth(1).waitFor();
    await expect.poll(() => panel.getByRole("listitem").count()).toBe(2);
    await panel.getByText(named.map).click();
    await expect.poll(() => panel.getByRole("cell", { name: named.hole }).count()).toBe(1);
    await expect.poll(() => panel.locator('td[data-kind="overlap"]').count()).toBe(2);
    await author.shoot(`table-coverage-${language}`);
    expect(await seriousFaults({ page })).toEqual([]);
    // Adding a row leads to what is still to be filled in.
    await panel.getByRole("button", { name: named.add }).click();
    await page.locator(".grid-input:focus").waitFor();
    await page.keyboard.type("800");
    await page.keyboard.press("Tab");
    await expect.poll(() => panel.getByRole("listitem").count()).toBe(1);
    await panel.getByRole("button", { name: /row 5 out of row 4|第4行不再包含第5行/ }).click();
    await expect.poll(() => panel.getByRole("listitem").count()).toBe(0);
    await expect.poll(() => panel.locator("td:is([data-kind=hole], [data-kind=overlap])").count()).toBe(0);
    const { rows } = await stored();
    expect(rows.map(({ when }) => when.slice(0, 2))).toEqual([
      [{ below: 100_000 }, null],
      [{ atLeast: 100_000, below: 500_000 }, { is: 1 }],
      [{ atLeast: 100_000, below: 500_000 }, { is: 2 }],
      [{ atLeast: 500_000, below: 1_000_000 }, null],
      [{ atLeast: 1_000_000 }, { is: 1 }],
      [{ atLeast: 1_000_000 }, { atLeast: 2 }],
      [{ atLeast: 100_000, below: 500_000 }, { atLeast: 3 }],
    ]);
    expect(rows.at(-1)?.then).toEqual([80_000]);
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("takes edits back and does them again by the keys of a spreadsheet, from a cell that is only selected", async () => {
    const { author, page, cell, stored } = await authorAtTable({ table: planted });
    const before = (await stored()).rows[0]?.then;
    await cell(1, 4).click();
    await page.keyboard.type("900");
    await page.keyboard.press("Enter");
    expect((await stored()).rows[0]?.then).toEqual([90_000]);
    await page.keyboard.press("Control+Z");
    await expect.poll(async () => (await stored()).rows[0]?.then).toEqual(before);
    await page.keyboard.press("Control+Y");
    await expect.poll(async () => (await stored()).rows[0]?.then).toEqual([90_000]);
    await page.keyboard.press("Control+Z");
    await expect.poll(async () => (await stored()).rows[0]?.then).toEqual(before);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(async () => (await stored()).rows[0]?.then).toEqual([90_000]);
    await author.close();
  });

  it("can be mended from the list of problems, and a band be cut in two", async () => {
    const { author, page, cell, stored } = await authorAtTable({ table: planted });
    const problem = page
      .locator(".dock")
      .getByRole("listitem")
      .filter({ hasText: "no row of “Fine tiers” covers" });
    await problem.getByRole("button", { name: "Add row" }).click();
    expect((await stored()).rows).toHaveLength(6);
    await cell(2, 1).click();
    await page.getByRole("button", { name: "Split band" }).first().click();
    await page.getByLabel("Row 2, loss: cut at").fill("2,000");
    await page.keyboard.press("Enter");
    expect((await stored()).rows.slice(1, 3).map(({ id, when }) => [id, when[0]])).toEqual([
      ["first", { atLeast: 100_000, below: 200_000 }],
      ["first-2", { atLeast: 200_000, below: 500_000 }],
    ]);
    await author.close();
  });
});

describe("a range from a spreadsheet", () => {
  /** What Ctrl+V does with a text that another program put on the clipboard. */
  async function paste(page: Page, text: string): Promise<void> {
    const data = JSON.stringify(text);
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", ${data});
      document.activeElement.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }`);
  }

  it("is shown before it is pasted, 100 rows by 6 columns, and taken back at once", async () => {
    const { author, page, cell, stored } = await authorAtTable({ table: WIDE });
    const before = (await stored()).rows;
    const lines = Array.from({ length: 100 }, (_, index) => {
      const amount = index % 2 === 0 ? "100" : "150";
      return [`< ${(index + 1) * 10}`, String(index + 1), "any", "任意", amount, ""].join("\t");
    });
    await cell(1, 1).click();
    await paste(page, lines.with(60, "much\t61\tany\tany\tlots\t").join("\r\n"));
    const preview = page.getByRole("dialog");
    await preview.getByText("Cells that do not fit: 2.").waitFor();
    await expect
      .poll(() => preview.getByRole("button", { name: "Paste", exact: true }).isDisabled())
      .toBe(true);
    await author.shoot("table-paste-misfits-en");
    await preview.getByRole("button", { name: "Cancel" }).click();
    expect((await stored()).rows).toEqual(before);
    await cell(1, 1).click();
    await paste(page, lines.join("\r\n"));
    // Of 40 rows that are there every second amount changes; 60 rows of 6 cells are new.
    await preview.getByText("Cells changed: 20. Cells added: 360, in 60 new rows. Unchanged: 220.").waitFor();
    await author.shoot("table-paste-en");
    await preview.getByRole("button", { name: "Paste", exact: true }).click();
    await preview.waitFor({ state: "hidden" });
    const after = (await stored()).rows;
    expect(after).toHaveLength(100);
    expect(after[99]).toMatchObject(row("row-60", [{ below: 100_000 }, { is: 100 }, null, null], 15_000));
    await page.getByRole("button", { name: "Undo: Pasted 100 rows × 6 columns" }).click();
    await expect.poll(() => page.getByRole("grid").locator("tbody tr").count()).toBe(40);
    expect((await stored()).rows).toEqual(before);
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("comes out as it went in", async () => {
    const { author, page, cell } = await authorAtTable();
    await cell(1, 1).click();
    await page.keyboard.press("Control+a");
    const copied = await page.evaluate<string>(`(() => {
      const clipboardData = new DataTransfer();
      document.activeElement.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
      );
      return clipboardData.getData("text/plain");
    })()`);
    expect(copied.split("\n")[1]).toBe("1,000 – <5,000\t1\tany\t500\t");
    await paste(page, copied);
    await page.getByRole("dialog").getByText("Nothing would change.").waitFor();
    await author.close();
  });
});
