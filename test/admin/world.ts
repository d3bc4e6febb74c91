import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { listen } from "@evenhand/api";
import type { Language, Role } from "@evenhand/domain";
import { rulesOfStore, takeInRules } from "@evenhand/service";
import { type StorePlace, openStore } from "@evenhand/store";
import { withCap } from "../policies/scene.ts";
import type { Browser, Page, Request } from "playwright-core";
import { PASSWORD, type TestPerson, type TestService, serviceOver } from "../auth/service.ts";
import { RULE_FILES } from "../docs/service.ts";
import { launchBrowser } from "../support/browser.ts";

/** Where the admin app is put when it is built. */
export const BUILT = fileURLToPath(new URL("../../apps/admin/dist", import.meta.url));

/** Where to put pictures of the pages, for somebody who wants to look at them. */
const SHOTS = process.env["SHOTS"];

/** The service with the admin app as it was built, over a database of its own, and a real browser to use it with. */
export type AdminWorld = {
  readonly url: string;
  readonly service: TestService;
  /** Where its database is, for whoever changes it past the service. */
  readonly place: StorePlace;
  /** A browser window of somebody's own. */
  readonly open: (given?: WindowGiven) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
};

/** What a window is like; English, 1280 pixels and the time zone of the machine where nothing is said. */
type WindowGiven = { readonly language?: Language; readonly width?: number; readonly timeZone?: string };

export type Visitor = {
  readonly page: Page;
  /** What the browser complained about so far: errors of scripts, what the content policy forbade, failed loads. */
  readonly complaints: readonly string[];
  readonly goTo: (path: string) => Promise<void>;
  /** Signs in on the page that is shown, as a new person with these roles. */
  readonly signInAs: (...roles: readonly Role[]) => Promise<void>;
  /** The same as somebody who has an account. */
  readonly signIn: (person: Pick<TestPerson, "email">) => Promise<void>;
  /** Begins a draft of a policy's newest version, as the one who is signed in, and gives its id. */
  readonly beginDraft: (policy: string) => Promise<string>;
  /** Changes the cap of a fresh draft of complaint fines and hands it in, past the pages. */
  readonly handIn: (draft: string) => Promise<void>;
  /** A picture for whoever asked for them by `SHOTS`. */
  readonly shoot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startAdminWorld(): Promise<AdminWorld> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-admin-"));
  const place = { file: join(folder, "evenhand.db") };
  const store = await openStore(place);
  await takeInRules({ store, now: () => Date.now() }, RULE_FILES);
  const service = await serviceOver(store, {
    rules: rulesOfStore(store),
    startsAt: Date.now(),
    adminFolder: BUILT,
  });
  const { url, stop } = await listen(service.app, {
    host: "127.0.0.1",
    port: 0,
    surroundings: service.surroundings,
  });
  const browser = await launchBrowser();
  return {
    url,
    service,
    place,
    open: (given) => openWindow({ url, service, browser }, given),
    stop: async () => {
      await browser.close();
      await stop();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openWindow(
  { url, service, browser }: Pick<AdminWorld, "url" | "service"> & { readonly browser: Browser },
  { language = "en", width = 1280, timeZone }: WindowGiven = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language === "zh" ? "zh-CN" : "en-GB",
    viewport: { width, height: 800 },
    ...(timeZone === undefined ? {} : { timezoneId: timeZone }),
  });
  const page = await context.newPage();
  // Less than a test may take, so that what was waited for is told.
  page.setDefaultTimeout(120_000);
  const settle = settling(page);
  const complaints: string[] = [];
  page.on("console", (message) => {
    // Being told to sign in is no fault, though the browser writes it down.
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const signIn: Visitor["signIn"] = async ({ email }) => {
    await page.locator("input[type=email]").fill(email);
    await page.locator("input[type=password]").fill(PASSWORD);
    await page.locator("button[type=submit]").click();
    await page.locator("#content").waitFor();
    await settle();
  };
  return {
    page,
    complaints,
    goTo: async (path) => {
      await page.goto(path);
      await settle();
    },
    signIn,
    signInAs: async (...roles) => signIn(await service.person({ roles })),
    beginDraft: async (policy) => {
      const made = await page.request.post("/v1/drafts", { data: { policy }, headers: { Origin: url } });
      return ((await made.json()) as { readonly id: string }).id;
    },
    handIn: async (draft) => {
      const at = `/v1/drafts/${draft}`;
      const headers = (revision: number) => ({ Origin: url, "If-Match": `"${revision}"` });
      const { document } = (await (await page.request.get(at)).json()) as {
        readonly document: Parameters<typeof withCap>[0];
      };
      const data = { label: "cap", document: withCap(document, 0.4) };
      await page.request.put(at, { headers: headers(1), data });
      const handedIn = await page.request.post(`${at}/submit`, { headers: headers(2) });
      if (handedIn.status() !== 200) throw new Error(`handing in: ${await handedIn.text()}`);
    },
    shoot: async (name) => {
      if (SHOTS === undefined) return;
      await settle();
      await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
}

/** So long nothing is asked for before a page counts as settled. */
const QUIET_MS = 120;
/** What asks again and again is not waited for longer. */
const MOST_WAITING_MS = 30_000;

/** Settles once the page has nothing to do: what it was given may make it ask for more, a while later on a busy machine. */
const IDLE = `new Promise((done) => {
  const soon = (next) => requestIdleCallback(next, { timeout: 1000 });
  soon(() => soon(() => done(true)));
})`;

/** Gives what waits until everything that a page asked for is there, the font included, and drawn. */
function settling(page: Page): () => Promise<void> {
  let underWay = 0;
  let changedAt = performance.now();
  const count =
    (step: 1 | -1) =>
    (request: Request): void => {
      // What a run tells of itself goes on for as long as it runs.
      if (request.resourceType() === "eventsource") return;
      underWay += step;
      changedAt = performance.now();
    };
  page.on("request", count(1));
  page.on("requestfinished", count(-1));
  page.on("requestfailed", count(-1));
  return async () => {
    const begun = performance.now();
    const isSettled = (): boolean => underWay <= 0 && performance.now() - changedAt >= QUIET_MS;
    const isWaitedFor = (): boolean => performance.now() - begun < MOST_WAITING_MS;
    for (;;) {
      while (!isSettled() && isWaitedFor()) await pause(QUIET_MS / 4);
      const before = changedAt;
      await page.evaluate(IDLE);
      if (changedAt === before || !isWaitedFor()) break;
    }
    await page.evaluate("document.fonts.ready.then(() => true)");
  };
}
