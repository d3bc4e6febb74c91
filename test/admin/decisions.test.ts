import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../auth/service.ts";
import { appealAndReduce, conductCase, publishConduct, record } from "./record-decisions.ts";
import { faultsOf, seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

/** With those of the story, more than one page of them. */
const SMALL_ONES = 51;

let world: AdminWorld;
let worker: TestPerson;
/** The day of recording, in UTC, by the clock of the service. */
let recordedOn = "";
const ids = { again: "", large: "", departed: "", appealed: "", answer: "" };

beforeAll(async () => {
  world = await startAdminWorld();
  const { service } = world;
  recordedOn = new Date(service.surroundings.service().now()).toISOString().slice(0, 10);
  await publishConduct(service);
  worker = await service.person({ roles: ["employee"], personId: "E2001" });
  const handler = await service.person({ roles: ["handler"], personId: "E9003" });
  const other = await service.person({ roles: ["handler"], personId: "E9013" });
  for (let number = 1; number <= SMALL_ONES; number += 1) {
    const change = { lossAmount: 50_000, timesInYear: 0, person: `E30${String(number).padStart(2, "0")}` };
    await record(service, handler, { case: conductCase(`S-${number}`, change) });
  }
  ids.appealed = await record(service, handler, { case: conductCase("C-77") });
  const halved = [{ party: "E2001", fineMinor: 40_000 }];
  ids.answer = await appealAndReduce(service, {
    decision: ids.appealed,
    worker,
    handler: other,
    departures: halved,
  });
  ids.departed = await record(service, handler, {
    case: conductCase("C-78", { person: "E2002" }),
    departures: [{ party: "E2002", fineMinor: 60_000 }],
    reason: "First time on this machine.",
  });
  ids.large = await record(service, handler, {
    case: conductCase("C-79", { lossAmount: 900_000, intent: "wilful", person: "E2003" }),
  });
  ids.again = await record(service, handler, { case: conductCase("C-80", { person: "E2004" }) });
});
afterAll(() => world.stop());

async function signedIn(
  path: string,
  given: Parameters<AdminWorld["open"]>[0] & { readonly role?: "handler" | "auditor" } = {},
): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs(given.role ?? "handler");
  await visitor.goTo(path);
  return visitor;
}

const references = ({ page }: Visitor): Promise<readonly string[]> =>
  page.locator(".decisions-table tbody th").allInnerTexts();

describe("the list of decisions", () => {
  it.each(["en", "zh"] as const)("is sound in %s, and in a narrow window", async (language) => {
    const visitor = await signedIn("/decisions", { language });
    await visitor.page.locator(".decisions-table").waitFor();
    await visitor.shoot(`decisions-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("narrows by what is asked, all of which stands in the address, and says so where nothing fits", async () => {
    const visitor = await signedIn("/decisions?outcome=upheld&status=superseded");
    const { page } = visitor;
    await page.locator(".decisions-table").waitFor();
    await expect.poll(() => references(visitor)).toEqual(["C-77"]);
    await page.getByLabel("Standing").selectOption("");
    await page.getByRole("checkbox", { name: "Departures only" }).check();
    await expect.poll(() => references(visitor)).toEqual(["C-78", "C-77"]);
    await page.getByLabel("Staff number or unit").fill("E2002");
    await page.keyboard.press("Enter");
    await expect.poll(() => references(visitor)).toEqual(["C-78"]);
    expect(new URL(page.url()).search).toBe("?outcome=upheld&departures=yes&party=E2002");
    await page.reload();
    await expect.poll(() => references(visitor)).toEqual(["C-78"]);
    await page.getByLabel("Case reference").fill("C-80");
    await page.keyboard.press("Enter");
    await page.getByText("No decision fits these filters.").waitFor();
    await visitor.shoot("decisions-none");
    await page.getByRole("button", { name: "Clear the filters" }).first().click();
    await expect.poll(async () => (await references(visitor)).length).toBe(50);
    expect(new URL(page.url()).search).toBe("");
    await visitor.close();
  });

  it("narrows to the version of a policy and to days, the last one included", async () => {
    const visitor = await signedIn("/decisions");
    const { page } = visitor;
    await page.getByLabel("Policy").selectOption("complaint-fines");
    await page.getByText("No decision fits these filters.").waitFor();
    await page.getByLabel("Policy").selectOption("conduct");
    await page.getByLabel("Version").selectOption("1");
    await expect.poll(async () => (await references(visitor)).length).toBe(50);
    await page.getByLabel("Recorded until").fill(recordedOn);
    await page.getByLabel("Recorded from").fill(recordedOn);
    await page.keyboard.press("Tab");
    await expect.poll(() => new URL(page.url()).searchParams.get("from")).toBe(recordedOn);
    await expect.poll(async () => (await references(visitor)).length).toBe(50);
    await visitor.close();
  });

  it("goes on page by page, by an address of its own, and back to the newest", async () => {
    const visitor = await signedIn("/decisions");
    const { page } = visitor;
    await page.getByText("Decisions on this page: 50").waitFor();
    await page.getByRole("button", { name: "Older decisions" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => references(visitor)).toContain("S-1");
    expect((await references(visitor)).length).toBe(SMALL_ONES + 5 - 50);
    await page.reload();
    await expect.poll(() => references(visitor)).toContain("S-1");
    await page.getByRole("button", { name: "Back to the newest" }).click();
    await expect.poll(async () => (await references(visitor))[0]).toBe("C-80");
    await visitor.close();
  });

  it("shows an auditor pseudonyms, and somebody of the staff their own alone", async () => {
    const auditor = await signedIn("/decisions", { role: "auditor" });
    const parties = auditor.page.locator(".decision-parties").first();
    await parties.waitFor();
    await expect.poll(() => parties.innerText()).toMatch(/^person-[0-9a-f]{8}…$/);
    await auditor.close();
    const own = await world.open({ language: "zh" });
    await own.goTo("/");
    await own.signIn(worker);
    await own.page.getByRole("link", { name: "处理决定" }).click();
    await expect.poll(() => references(own)).toEqual(["C-77", "C-77"]);
    await own.shoot("decisions-own-zh");
    expect(own.complaints).toEqual([]);
    await own.close();
  });
});

/** What a part of the page says, its lines joined. */
async function textOf({ page }: Visitor, selector: string): Promise<string> {
  const found = page.locator(selector).first();
  await found.waitFor();
  return (await found.innerText()).replaceAll(/\s+/g, " ").trim();
}

describe("a decision", () => {
  it.each(["en", "zh"] as const)("is sound in %s, and in a narrow window", async (language) => {
    const visitor = await signedIn(`/decisions/${ids.again}`, { language, role: "auditor" });
    const { page } = visitor;
    await page.locator("#what-would-change li").first().waitFor();
    for (const summary of await page.locator(".story summary").all()) {
      await summary.focus();
      await page.keyboard.press("Enter");
    }
    await page.locator(".counted-months").waitFor();
    await visitor.shoot(`decision-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("tells its story with the articles, and the row that was hit with the values of the case", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}`);
    const story = await textOf(visitor, ".story");
    expect(story).toContain("Fine by the loss, row 3 E2004 Art. 5");
    expect(story).toContain("2,000.00 × 0.3 = 600.00");
    await expect.poll(() => textOf(visitor, ".hit-row tr[data-part=saw]")).toBe("This case 3,200.00 1 –");
    const hit = await textOf(visitor, ".hit-row tr[data-hit=true]");
    expect(hit).toContain("1,000 – 5,000 ✓ ≥ 1");
    await expect
      .poll(() => textOf(visitor, ".hit-row tr[data-hit=false]"))
      .toMatch(/^Row 2 1 of 2 held ✓ .*✗ 0/);
    await visitor.close();
  });

  it("leads to each of its parts from its head", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}`);
    const { page } = visitor;
    await page.locator("#what-would-change li").first().waitFor();
    await page.getByRole("link", { name: "Why not more" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await page.locator("#why-not").boundingBox())?.y ?? -1).toBeLessThan(400);
    expect(new URL(page.url()).hash).toBe("#why-not");
    await visitor.close();
  });

  it("says why not more, nearest first, and what one changed fact would bring, decided by the rules", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}`);
    const whyNot = await textOf(visitor, "#why-not");
    const [row4 = 0, row5 = 0] = ["row 4", "row 5"].map((row) => whyNot.indexOf(`Fine by the loss, ${row}`));
    expect(row4).toBeGreaterThan(0);
    expect(row5).toBeGreaterThan(row4);
    expect(whyNot).toContain("the loss is 3,200.00, not at least 5,000.00");
    await visitor.page.locator("#what-would-change li").first().waitFor();
    const changes = await textOf(visitor, "#what-would-change");
    expect(changes).toContain("loss 3,200.00 → 5,000.00 → E2004: ¥1,200 (+¥400)");
    expect(changes).toContain("times in the 12 months before E2004 1 → 0 → E2004: ¥500 (−¥300)");
    await visitor.close();
  });

  it("draws the amount from nothing to the total, as a table too, with what was departed from and why", async () => {
    const visitor = await signedIn(`/decisions/${ids.departed}`);
    const { page } = visitor;
    await expect
      .poll(() => textOf(visitor, ".waterfall"))
      .toBe("Fine by the loss, row 3 +¥800 decided otherwise than proposed −¥200 Charged in all ¥600");
    await page.getByRole("group", { name: "The amount" }).getByRole("button", { name: "Table" }).click();
    await expect
      .poll(() => textOf(visitor, ".waterfall-table tbody"))
      .toBe("Fine by the loss, row 3 Art. 5 +¥800 ¥800 decided otherwise than proposed −¥200 ¥600");
    await page.getByText("First time on this machine.").waitFor();
    await visitor.shoot("decision-departed");
    await visitor.close();
  });

  it("shows the appeal and leads to the decision that answers it, and back", async () => {
    const visitor = await signedIn(`/decisions/${ids.appealed}`);
    const { page } = visitor;
    await page.getByText("The machine had been reported as faulty.").waitFor();
    await visitor.shoot("decision-appealed");
    await page.getByRole("link", { name: "To the decision that answers it" }).click();
    await page.waitForURL(`**/decisions/${ids.answer}`);
    await page.getByText("The report was found; half of the fine stands.").waitFor();
    await page.getByRole("link", { name: "It took the place of an earlier decision" }).click();
    await page.waitForURL(`**/decisions/${ids.appealed}`);
    await expect.poll(() => textOf(visitor, ".decision-title")).toContain("Superseded");
    await visitor.close();
  });

  it("is replayed, and its receipt verified by the browser itself", async () => {
    const visitor = await signedIn(`/decisions/${ids.large}`, { role: "auditor" });
    const { page } = visitor;
    await page.getByRole("button", { name: "Replay this decision" }).click();
    await page.getByText("What comes out now is what was recorded").waitFor();
    await expect
      .poll(() => textOf(visitor, ".grounds"))
      .toMatch(/Version 1 of the policy [0-9a-f]{12}… Calendar cn/);
    const notice = await page.getByRole("link", { name: /^Notice for person-/ }).getAttribute("href");
    expect((await page.request.get(notice ?? "")).status()).toBe(200);
    await page.getByRole("button", { name: "Verify it here" }).click();
    await page.getByText("Everything holds").waitFor();
    await expect.poll(() => textOf(visitor, ".decision-proof")).toMatch(/entry \d+ of \d+ in the signed log/);
    await visitor.shoot("decision-proved");
    await visitor.close();
  });

  it("shows that a receipt was tampered with, and by what", async () => {
    const visitor = await signedIn(`/decisions/${ids.large}`);
    await visitor.page.route("**/receipt", async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ contentType: "application/json", body: text.replaceAll("120000", "12000") });
    });
    await visitor.page.getByRole("button", { name: "Verify it here" }).click();
    await visitor.page.getByText("Does not hold").waitFor();
    await expect.poll(() => textOf(visitor, ".decision-proof")).toContain("does not stand at this position");
    await visitor.close();
  });

  it("shows whom it concerns the way to their notice, and none of the others", async () => {
    const visitor = await world.open();
    await visitor.goTo("/");
    await visitor.signIn(worker);
    await visitor.goTo(`/decisions/${ids.appealed}`);
    await visitor.page.getByRole("link", { name: /Notice for E2001/ }).waitFor();
    await expect.poll(() => visitor.page.locator(".story").count()).toBe(0);
    await visitor.shoot("decision-own");
    await visitor.goTo(`/decisions/${ids.large}`);
    await visitor.page.getByRole("alert").waitFor();
    await visitor.close();
  });
});

describe("replays", () => {
  it("run over all decisions with the service's own counts, and say that everything is identical", async () => {
    const visitor = await signedIn("/replays", { role: "auditor" });
    const { page } = visitor;
    await page.getByText("Nothing has been replayed yet.").waitFor();
    await page.getByRole("button", { name: "Replay", exact: true }).click();
    await page.waitForURL(/\/replays\/job-/);
    await page.getByText("Every decision comes out as it was recorded.").waitFor();
    const progress = page.getByRole("progressbar");
    await expect.poll(() => progress.getAttribute("aria-valuenow")).toBe(String(SMALL_ONES + 5));
    await expect.poll(() => progress.getAttribute("aria-valuemax")).toBe(String(SMALL_ONES + 5));
    await page.getByRole("button", { name: /^Identical/ }).click();
    await page.getByText("Identical decisions are counted and not listed.").waitFor();
    expect(new URL(page.url()).searchParams.get("verdict")).toBe("identical");
    await page.getByRole("link", { name: "All replays" }).click();
    await expect.poll(() => textOf(visitor, ".verdict-bar")).toBe(`Identical ${SMALL_ONES + 5}`);
    await visitor.close();
  });

  it.each(["en", "zh"] as const)("are sound in %s, and in a narrow window", async (language) => {
    const visitor = await signedIn("/replays", { language, role: "auditor" });
    await visitor.page.locator(".verdict-bar").first().waitFor();
    await visitor.shoot(`replays-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("have nothing to do where nothing was recorded, and say so", async () => {
    const visitor = await signedIn("/replays", { role: "auditor" });
    const { page } = visitor;
    await page.getByLabel("Policy").selectOption("complaint-fines");
    const [from, until] = [page.getByLabel("Recorded from"), page.getByLabel("Recorded until")];
    await until.fill("2020-01-01");
    await from.fill("2020-02-01");
    await from.blur();
    await page.getByText("The first day lies after the last.").waitFor();
    await from.fill("2019-02-01");
    await from.blur();
    await page.getByRole("button", { name: "Replay", exact: true }).click();
    await page.getByText("there was nothing to replay").waitFor();
    await expect.poll(() => page.getByRole("progressbar").getAttribute("aria-valuemax")).toBe("0");
    await visitor.close();
  });
});

/** A page of what the service answers, in which a calendar moved and a version is gone. */
const FOUND = {
  id: "job-1",
  state: "running",
  done: 3,
  total: 9,
  counts: { identical: 1, different: 1, cannot: 1 },
  createdAt: "2026-11-20T02:00:00.000Z",
  next: null,
  verdicts: [
    {
      decision: "dec-1",
      reference: "C-1",
      policy: { id: "conduct", version: 1 },
      recordedAt: "2026-11-19T02:00:00.000Z",
      verdict: "different",
      causes: [{ cause: "calendar", at: "/holidays/3", recorded: "2026-10-01", now: null }],
      missing: [],
      differences: [{ at: "/outcome/deadlines/0/dueOn", recorded: "2026-10-12", now: "2026-10-09" }],
    },
    {
      decision: "dec-2",
      reference: "=C-2",
      policy: { id: "conduct", version: 1 },
      recordedAt: "2026-11-19T02:00:00.000Z",
      verdict: "cannot",
      causes: [],
      missing: [{ kind: "version", id: "conduct", version: 1 }],
      differences: [],
    },
  ],
};

describe("what a replay found", () => {
  it.each(["en", "zh"] as const)("is told with its causes, called off and saved, in %s", async (language) => {
    const visitor = await signedIn("/", { language, role: "auditor" });
    const { page } = visitor;
    const say = (en: string, zh: string): string => ({ en, zh })[language];
    let isCancelled = false;
    // Nothing is ever different in a service that nobody altered, so the answer is one of another.
    await page.route("**/v1/replays/job-1?*", (route) => {
      const wanted = new URL(route.request().url()).searchParams.get("verdict");
      const verdicts = FOUND.verdicts.filter(({ verdict }) => wanted === null || verdict === wanted);
      return route.fulfill({ json: { ...FOUND, verdicts, state: isCancelled ? "cancelled" : "running" } });
    });
    await page.route("**/v1/replays/job-1/cancel", (route) => {
      isCancelled = true;
      return route.fulfill({ json: { id: "job-1" } });
    });
    await visitor.goTo("/replays/job-1");
    const rows = page.locator("tbody tr");
    await expect.poll(() => rows.count()).toBe(2);
    await expect
      .poll(() => rows.first().innerText())
      .toContain(say("The calendar has another content", "工作日历内容不同"));
    await expect.poll(() => rows.first().getByRole("link").getAttribute("href")).toBe("/decisions/dec-1");
    await visitor.shoot(`replay-${language}`);
    expect(await seriousFaults(visitor)).toEqual([]);
    await page.getByRole("button", { name: say("Cannot be replayed", "无法重算") }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await expect
      .poll(() => rows.first().innerText())
      .toContain(say("The version is missing", "缺少制度版本"));
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: say("Save as CSV", "存为CSV文件") }).click();
    const saved = readFileSync(await (await saving).path(), "utf8");
    expect(saved.split("\r\n")).toHaveLength(3);
    // A text that a spreadsheet would run is none in the file.
    expect(saved).toContain("'=C-2");
    await page.getByRole("button", { name: say("Call off", "取消") }).click();
    await page.getByText(say("It ended before the last decision.", "未及重算全部决定即已结束")).waitFor();
    await expect
      .poll(() => page.getByRole("progressbar").getAttribute("aria-valuetext"))
      .toBe(say("3 of 9", "3 / 9"));
    await visitor.close();
  });
});
