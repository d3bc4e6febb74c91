import { join } from "node:path";
import { listen } from "@evenhand/api";
import { rulesOfStore, takeInRules } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestService, serviceOver } from "../auth/service.ts";
import { FILES, NOW } from "../policies/scene.ts";
import { launchBrowser } from "../support/browser.ts";
import { onBothDatabases } from "../support/databases.ts";
import { payrollWorld } from "./payroll-world.ts";

/** Where to put pictures of the pages, for somebody who wants to look at them. */
const SHOTS = process.env["SHOTS"];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Running = {
  readonly url: string;
  readonly key: string;
  readonly decision: string;
  readonly service: TestService;
};

async function running(store: Store): Promise<Running & { readonly stop: () => Promise<void> }> {
  await takeInRules({ store, now: () => NOW }, FILES);
  const service = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  const { context, surroundings } = service;
  const { first } = await payrollWorld({ context, clock: { now: NOW } });
  const server = await listen(service.app, { host: "127.0.0.1", port: 0, surroundings });
  const { key } = await service.key(["decisions:read"]);
  return { url: server.url, key, decision: first, service, stop: server.stop };
}

type Seen = {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly answers: readonly string[];
};

/** Opens a page of the running service as a browser does, with everything that it loads. */
async function look(address: string, key: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 900, height: 1200 },
    deviceScaleFactor: 2,
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const answers: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("response", (response) => answers.push(`${response.status()} ${new URL(response.url()).pathname}`));
  await page.goto(address);
  await page.evaluate("document.fonts.ready.then(() => true)");
  return { page, complaints, answers };
}

onBothDatabases("a notice that a running service serves", (open) => {
  it.each([
    { lang: "zh", says: ["1,200.00元", "处理决定通知书"] },
    { lang: "en", says: ["CNY 1,200.00", "Notice of decision"] },
  ] as const)(
    "is drawn whole in $lang: style and font load under its policy, and nothing complains",
    async ({ lang, says }) => {
      const { url, key, decision, stop } = await running((await open()).store);
      const { page, complaints, answers } = await look(
        `${url}/v1/decisions/${decision}/notice?party=P1&lang=${lang}`,
        key,
      );
      expect(complaints).toEqual([]);
      expect(answers.filter((answer) => !answer.startsWith("200 "))).toEqual([]);
      expect(answers.filter((answer) => /\/assets\/[0-9a-f]{16}\/notice\.css$/.test(answer))).toHaveLength(1);
      expect(answers.some((answer) => answer.endsWith(".woff2"))).toBe(true);
      const text = await page.innerText("body");
      for (const one of says) expect(text).toContain(one);
      expect(await page.evaluate("getComputedStyle(document.body).fontFamily")).toContain("Noto Sans SC");
      expect(await page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')")).toBe(true);
      if (SHOTS !== undefined)
        await page.screenshot({ path: join(SHOTS, `served-notice-${lang}.png`), fullPage: true });
      await page.context().close();
      await stop();
    },
  );

  it("is kept by the browser but for the page itself, which is asked for again", async () => {
    const { url, key, decision, stop } = await running((await open()).store);
    const address = `${url}/v1/decisions/${decision}/notice?party=P1&lang=zh`;
    const { page } = await look(address, key);
    const sizes = await page.evaluate(
      "performance.getEntriesByType('resource').map(({ transferSize }) => transferSize)",
    );
    await page.goto(address);
    await page.evaluate("document.fonts.ready.then(() => true)");
    const again = (await page.evaluate(
      "performance.getEntriesByType('resource').map(({ transferSize }) => transferSize)",
    )) as readonly number[];
    expect((sizes as readonly number[]).some((size) => size > 0)).toBe(true);
    expect(again.length).toBeGreaterThan(0);
    expect(again.every((size) => size === 0)).toBe(true);
    await page.context().close();
    await stop();
  });
});
