import { keepCases } from "../../admin/keep-cases.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "../../admin/world.ts";
import { print, writeRow } from "../report.ts";
import type { SuiteOptions } from "../suite.ts";

/** The browser's part: types a figure and waits until the effect of just that edit is painted, in milliseconds. */
const EDIT = `async (value) => {
  const field = document.querySelector("[data-at$='/value']");
  const painted = () => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)));
  const before = document.querySelector(".figures")?.textContent;
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  while (
    document.querySelector(".headline")?.dataset.current !== "true" ||
    document.querySelector(".figures")?.textContent === before
  )
    await painted();
  await painted();
  return performance.now() - start;
}`;

/** From an edit to its effect on past cases on the screen: the built app in a real browser, over a real service. */
export async function effectSuite({ rounds, cases }: SuiteOptions): Promise<void> {
  const world = await startAdminWorld();
  try {
    await keepCases(world.service, cases);
    const author = await authorAtFigure(world);
    const edit = (value: number): Promise<number> => author.page.evaluate<number>(`(${EDIT})("${value}")`);
    const first = await edit(41);
    const later: number[] = [];
    // Two figures in turn, so that every edit changes what is shown.
    for (let round = 0; round < rounds; round += 1) later.push(await edit(round % 2 === 0 ? 50 : 60));
    print(
      "",
      `complaint-fines, ${cases} cases, Chromium`,
      "  milliseconds from an edit to its effect on the screen",
      writeRow("the first edit", [first]),
      writeRow("each further edit", later),
      "  of the half second that is the goal",
      writeRow(
        "each further edit",
        later.map((ms) => ms / GOAL_MS),
      ),
    );
  } finally {
    await world.stop();
  }
}

const GOAL_MS = 500;

async function authorAtFigure(world: AdminWorld): Promise<Visitor> {
  const author = await world.open({ width: 1440 });
  author.page.setDefaultTimeout(60_000);
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  await author.goTo(`/policies/complaint-fines/draft/${id}?at=/parameters/minorDemeritConversion/value`);
  await author.page.locator(".headline[data-current='true']").waitFor();
  return author;
}
