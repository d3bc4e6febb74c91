import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AtTable,
  TIERS,
  type Table,
  type TableGiven,
  WIDE,
  change,
  openTable,
  row,
} from "./open-table.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, startAdminWorld } from "./world.ts";

// Many steps each, in a browser that shares its machine.
let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

const authorAtTable = (given: TableGiven = {}): Promise<AtTable> => openTable(world, given);

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

  it.each([
    ["a browser", false],
    ["an older browser", true],
  ])("is edited by keys as a spreadsheet is, in %s", async (_, isOlder) => {
    const { author, page, cell, stored } = await authorAtTable({ isOlder });
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

  it("goes on where the rows are that were copied or moved", async () => {
    const { author, page, cell, stored } = await authorAtTable();
    const active = () => page.locator("tr:has(.grid-input)").getAttribute("aria-rowindex");
    await cell(4, 4).click();
    await page.getByRole("button", { name: "Duplicate" }).click();
    await expect.poll(active).toBe("6");
    await cell(2, 4).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => page.locator("td[aria-selected=true]").count()).toBe(2);
    expect((await stored()).rows.map(({ id }) => id)).toEqual([
      "small",
      "large",
      "large-2",
      "first",
      "second",
    ]);
    // What is active goes back with its row.
    await page.keyboard.press("Control+Z");
    await expect.poll(active).toBe("4");
    await cell(5, 4).click();
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await expect.poll(() => page.getByRole("grid").locator("tbody tr").count()).toBe(4);
    await page.keyboard.type("700");
    await page.keyboard.press("Enter");
    expect((await stored()).rows[3]?.then).toEqual([70_000]);
    // After a button, keys are of the grid again.
    await cell(2, 4).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.keyboard.type("610");
    await page.keyboard.press("Enter");
    const { rows } = await stored();
    expect(rows.slice(0, 3).map(({ id, then }) => [id, then[0]])).toEqual([
      ["small", 20_000],
      ["second", 61_000],
      ["large", 70_000],
    ]);
    await author.close();
  });

  it("shows the cell that the address leads to, also far below, and all that can be chosen in it", async () => {
    const { author, page, cell } = await authorAtTable({ table: WIDE, at: "/rows/39/when/2" });
    const isSeen = (selector: string): Promise<boolean> =>
      page.evaluate(`(() => {
        const element = document.querySelector("${selector}");
        const { top, bottom, left } = element.getBoundingClientRect();
        return [top + 4, bottom - 4].every((y) => element.contains(document.elementFromPoint(left + 4, y)));
      })()`);
    await expect.poll(() => cell(40, 3).locator(".grid-input:focus").count()).toBe(1);
    await expect.poll(() => isSeen(".grid-input:focus")).toBe(true);
    await page.keyboard.press("F2");
    await page.getByRole("listbox").waitFor();
    expect(await isSeen("[role=listbox]")).toBe(true);
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

describe("what a table says besides its rows", () => {
  it("is unfolded for whoever is led there, each time, and keeps what is half typed", async () => {
    const { author, page } = await authorAtTable({
      table: { ...TIERS, label: { en: "Fine tiers", zh: "" } },
    });
    const json = page.locator(".table-more textarea");
    const summary = page.locator(".table-more summary");
    const problem = page.locator(".dock").getByRole("button", { name: "Fine tiers · name · Chinese" });
    const name = page.getByLabel("Name · Chinese", { exact: true });
    const focused = () => page.locator(":focus").getAttribute("data-at");
    for (let time = 1; time <= 2; time += 1) {
      await problem.click();
      await expect.poll(focused).toBe("/tables/fine-tiers/label/zh");
      await summary.click();
      await expect.poll(() => name.isVisible()).toBe(false);
    }
    await summary.click();
    await json.fill("{");
    await summary.click();
    await summary.click();
    expect(await json.inputValue()).toBe("{");
    await page.getByText(/not JSON/i).waitFor();
    await author.close();
  });

  it("is renamed as one edit", async () => {
    const { author, page, stored } = await authorAtTable();
    await page.locator(".table-more summary").click();
    const name = page.getByLabel("Name · English", { exact: true });
    await name.waitFor();
    // At once, as keys on a machine that is not busy.
    await page.evaluate(`{
      const field = document.querySelector('[data-at="/tables/fine-tiers/label/en"]');
      for (const text of ["Fine tiers of", "Fine tiers of 2026"]) {
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    }`);
    await page.getByRole("heading", { name: "Fine tiers of 2026" }).waitFor();
    await stored();
    await page.locator("h1").click();
    await page.keyboard.press("Control+Z");
    await expect.poll(() => name.inputValue()).toBe("Fine tiers");
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
