import type { Page } from "playwright-core";
import { type AdminWorld, startAdminWorld } from "../../admin/world.ts";
import { print, writeRow } from "../report.ts";
import type { SuiteOptions } from "../suite.ts";
import { INPUTS, wideDraft } from "./wide-draft.ts";

/** So many cells are typed into a round; a round before the first is not counted. */
const CELLS_A_ROUND = 10;

/** How long it takes from Enter in a cell of a large table until the browser has painted it, in real Chromium. */
export async function gridSuite({ rounds, cases: rows }: SuiteOptions): Promise<void> {
  const world = await startAdminWorld();
  try {
    const page = await openTable(world, rows);
    const committed: number[] = [];
    const typed: number[] = [];
    const moved: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      for (let cell = 0; cell < CELLS_A_ROUND; cell += 1) {
        const at = { row: (round + 2) * 7 + cell, column: cell % INPUTS };
        await select(page, at);
        const typing = await painted(page, () => page.keyboard.type(String(1000 + cell)));
        const committing = await painted(page, () => page.keyboard.press("Enter"));
        const moving = await painted(page, () => page.keyboard.press("ArrowDown"));
        if (round < 0) continue;
        typed.push(typing);
        committed.push(committing);
        moved.push(moving);
      }
    }
    print(
      "",
      `a table of ${rows} rows and ${INPUTS + 2} columns`,
      "  from the key to painted, milliseconds",
      writeRow("a figure typed", typed),
      writeRow("a cell committed, the next one active", committed),
      writeRow("moved to the next cell", moved),
    );
  } finally {
    await world.stop();
  }
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
