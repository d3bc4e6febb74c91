import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

/** Two thousand cases are taken in while a browser looks on. */
const LONG = 120_000;

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

async function seriousFaults({ page }: Visitor): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The names of the first steps, those that are done with a tick before them. */
async function stepsShown({ page }: Visitor): Promise<readonly string[]> {
  const steps = await page.locator(".steps li").all();
  return Promise.all(
    steps.map(async (step) => {
      const isDone = (await step.getAttribute("data-done")) === "true";
      return `${isDone ? "✓ " : ""}${await step.getByRole("link").innerText()}`;
    }),
  );
}

describe("home", () => {
  it(
    "loads the sample company with real counts, leads to its draft and back, and removes it",
    { timeout: LONG },
    async () => {
      const visitor = await world.open();
      const { page } = visitor;
      await visitor.goTo("/");
      await visitor.signInAs("author");
      await visitor.shoot("home-author-first");
      expect(await stepsShown(visitor)).toEqual([
        "Load the sample company, or begin with your own policy",
        "Change something in a draft, or restore an earlier version",
        "Hand a draft in for review",
        "Have a second person approve it",
      ]);

      await page.getByRole("button", { name: "Load the sample company" }).click();
      const progress = page.getByRole("progressbar", { name: "The cases are being taken in" });
      await progress.waitFor();
      const total = Number(await progress.getAttribute("aria-valuemax"));
      expect(total).toBeGreaterThan(2000);
      const loaded = page.getByText("It is loaded, with 2,000 cases.");
      await page.locator("[role=progressbar]:not([aria-valuenow='0'])").or(loaded).waitFor();
      await visitor.shoot("home-loading");
      await loaded.waitFor({ timeout: LONG });
      expect((await stepsShown(visitor))[0]).toMatch(/^✓ /);
      await page.getByText("Conduct and damage (sample)").first().waitFor();
      await visitor.shoot("home-loaded");
      expect(await seriousFaults(visitor)).toEqual([]);

      await page.getByRole("link", { name: "Open the draft" }).click();
      await page.waitForURL(/\/policies\/sample-conduct\/draft\//);
      await page.getByRole("tab", { name: /Problems/ }).waitFor();
      await visitor.goTo("/");
      await page.getByRole("link", { name: "Go on with your draft: Conduct and damage (sample)" }).waitFor();

      await page.getByRole("button", { name: "Remove it" }).click();
      await visitor.shoot("home-removing");
      await page.getByRole("button", { name: "Remove the sample company" }).click();
      await page.getByRole("button", { name: "Load the sample company" }).waitFor();
      expect(await page.getByText("Conduct and damage (sample)").count()).toBe(0);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );
});
