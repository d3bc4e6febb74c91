import { AxeBuilder } from "@axe-core/playwright";
import { sql } from "kysely";
import { TOTP, URI } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../auth/service.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

type DraftDocument = {
  readonly parameters: Readonly<
    Record<string, { readonly value: number; readonly label: { readonly en: string } }>
  >;
};

type AtDraft = {
  readonly author: Visitor;
  readonly path: string;
  readonly stored: () => Promise<DraftDocument>;
};

/** An author with a draft of their own on the screen, at one of its figures. */
async function authorAtDraft(language: "en" | "zh" = "en"): Promise<AtDraft> {
  const author = await world.open({ language, width: 1440 });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  const path = `/policies/complaint-fines/draft/${id}?at=%2Fparameters%2FcloseDays`;
  await author.goTo(path);
  const stored = async (): Promise<DraftDocument> => {
    const read = await author.page.request.get(`/v1/drafts/${id}`);
    return ((await read.json()) as { readonly document: DraftDocument }).document;
  };
  return { author, path, stored };
}

const closeDays = async ({ stored }: AtDraft) => (await stored()).parameters["closeDays"];

const saved = (page: Page): Promise<void> => page.getByText(/^Saved \d\d:\d\d$/).waitFor();

/** Ends every session, as time would. */
function endSessions(): Promise<unknown> {
  return world.service.context.store.write((tx) => sql`delete from sessions`.execute(tx));
}

async function seriousFaults({ page }: Visitor): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("a session that ends while somebody edits", () => {
  it.each(["en", "zh"] as const)(
    "is gone on with after signing in again, at the same place, with the edits then saved (%s)",
    async (language) => {
      const draft = await authorAtDraft(language);
      const { page } = draft.author;
      const value = page.getByLabel({ en: "Value", zh: "数值" }[language], { exact: true });
      await endSessions();
      await value.fill("9");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      expect(await seriousFaults(draft.author)).toEqual([]);
      await draft.author.shoot(`session-over-${language}`);
      await dialog.locator("input[type=password]").fill("not the password");
      await page.keyboard.press("Enter");
      await dialog.getByRole("alert").waitFor();
      await dialog.locator("input[type=password]").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(async () => (await closeDays(draft))?.value).toBe(9);
      expect(await value.inputValue()).toBe("9");
      expect(await page.evaluate("document.activeElement?.tagName")).toBe("INPUT");
      expect(new URL(page.url()).searchParams.get("at")).toBe("/parameters/closeDays");
      await draft.author.close();
    },
  );

  it("is gone on with also where the account asks for a second factor", async () => {
    const draft = await authorAtDraft();
    const { page } = draft.author;
    const headers = { Origin: world.url };
    const made = await page.request.post("/api/auth/two-factor/enable", { data: { password: PASSWORD }, headers });
    const app = URI.parse(((await made.json()) as { readonly totpUri: string }).totpUri) as TOTP;
    const code = (at: number): string => app.generate({ timestamp: at });
    await page.request.post("/api/auth/two-factor/verify-totp", { data: { code: code(Date.now()) }, headers });
    await endSessions();
    await page.getByLabel("Value", { exact: true }).fill("8");
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[type=password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    // Each code counts once, so that the next one is given.
    await dialog.getByLabel("Code from your authenticator app").fill(code(Date.now() + 30_000));
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => (await closeDays(draft))?.value).toBe(8);
    await draft.author.close();
  });
});
