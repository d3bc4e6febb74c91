import type { Page } from "playwright-core";
import { type AdminWorld, startAdminWorld } from "../../admin/world.ts";
import { print, writeRow } from "../report.ts";
import type { SuiteOptions } from "../suite.ts";
import { INPUTS, wideDraft } from "./wide-draft.ts";

/** So many cells are typed into a round; a round before the first is not counted. */
const CELLS_A_ROUND = 10;

/** Somebody who looks at what they typed goes on after about so long; by then the table was looked at as a whole. */
const PAUSE_MS = 1_000;

/** How long it takes from a key in a cell of a large table until the browser has painted it, in real Chromium. */
export async function gridSuite({ rounds, cases: rows }: SuiteOptions): Promise<void> {
  const world = await startAdminWorld();
  try {
    const page = await openTable(world, rows);
    const [paused, unbroken] = [emptyTimes(), emptyTimes()];
    for (let round = -1; round < rounds; round += 1) {
      for (let cell = 0; cell < CELLS_A_ROUND; cell += 1) {
        const at = { row: (round + 2) * 7 + cell, column: cell % INPUTS };
        const isPaused = cell < CELLS_A_ROUND / 2;
        const times = await edit(page, at, isPaused ? PAUSE_MS : 0);
        if (round >= 0) keep(isPaused ? paused : unbroken, times);
      }
    }
    print(
      "",
      `a table of ${rows} rows and ${INPUTS + 2} columns, from the key to painted, milliseconds`,
      "  with a pause of a second before Enter and before the next cell",
      ...written(paused),
      "  one cell after the other, without a pause",
      ...written(unbroken),
    );
  } finally {
    await world.stop();
  }
}

type Times = { readonly typed: number; readonly committed: number; readonly moved: number };
type AllTimes = { readonly [Key in keyof Times]: number[] };

function emptyTimes(): AllTimes {
  return { typed: [], committed: [], moved: [] };
}

function keep(all: AllTimes, { typed, committed, moved }: Times): void {
  all.typed.push(typed);
  all.committed.push(committed);
  all.moved.push(moved);
}

function written({ typed, committed, moved }: AllTimes): readonly string[] {
  return [
    writeRow("a figure typed", typed),
    writeRow("a cell committed, the next one active", committed),
    writeRow("moved to the next cell", moved),
  ];
}

/** Selects a cell, types a figure, commits it by Enter and goes one down. */
async function edit(page: Page, at: Parameters<typeof select>[1], pauseMs: number): Promise<Times> {
  await select(page, at);
  const typed = await painted(page, () => page.keyboard.type(String(1000 + at.column)));
  await page.waitForTimeout(pauseMs);
  const committed = await painted(page, () => page.keyboard.press("Enter"));
  const moved = await painted(page, () => page.keyboard.press("ArrowDown"));
  await page.waitForTimeout(pauseMs);
  return { typed, committed, moved };
}

async function openTable(world: AdminWorld, rows: number): Promise<Page> {
  const author = await world.open({ width: 1920 });
  await author.goTo("/");
  await author.signInAs("author");
  const { page } = author;
  const id = await author.beginDraft("complaint-fines");
  const { document, revision } = (await (await page.request.get(`/v1/drafts/${id}`)).json()) as {
    readonly document: Parameters<typeof wideDraft>[0];
    readonly revision: number;
  };
  const answer = await page.request.put(`/v1/drafts/${id}`, {
    data: { label: "a table to measure", document: wideDraft(document, rows) },
    headers: { Origin: world.url, "If-Match": `"${revision}"` },
  });
  if (answer.status() !== 200) throw new Error(`the draft was not taken: ${await answer.text()}`);
  await author.goTo(`/policies/complaint-fines/draft/${id}?at=/tables/wide`);
  await page.getByRole("grid").waitFor();
  await page.evaluate(WATCH);
  return page;
}

async function select(page: Page, { row, column }: { readonly row: number; readonly column: number }) {
  await page.locator(`[data-at="/tables/wide/rows/${row}/when/${column}"]`).click();
}

/** Of each key, from when the browser made the event until the frame after it had been painted. */
const WATCH = `{
  globalThis.measured = [];
  addEventListener("keydown", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.measured.push(performance.now() - event.timeStamp);
      port2.postMessage(undefined);
    });
  }, { capture: true });
}`;

/** How long the last key of some work took, in milliseconds. */
async function painted(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate("void (globalThis.measured = [])");
  await work();
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => (globalThis.measured.length > 0 ? resolve(globalThis.measured.at(-1)) : setTimeout(look, 5));
    look();
  })`);
}
