import { claimJob, insertCheck, insertJob, reportJob } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepPast } from "../simulation-service/past.ts";
import { faultsOf, seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

const CASES = 150;
const POLICY = "complaint-fines";

const LIST = /\/v1\/simulations$/;

let world: AdminWorld;

beforeAll(async () => {
  world = await startAdminWorld();
  await keepPast(world.service.context.store, { count: CASES });
});
afterAll(() => world.stop());

async function signedIn(path: string, given: Parameters<AdminWorld["open"]>[0] = {}): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs("author");
  await visitor.goTo(path);
  return visitor;
}

function asked({ page }: Visitor): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** Begins a simulation past the pages, and gives its id. */
async function begin({ page }: Visitor, body: object): Promise<string> {
  const headers = { Origin: world.url };
  const answer = await page.request.post("/v1/simulations", { data: { policy: POLICY, ...body }, headers });
  return ((await answer.json()) as { readonly id: string }).id;
}

async function over({ page }: Visitor, id: string): Promise<void> {
  const read = async (): Promise<unknown> =>
    ((await (await page.request.get(`/v1/simulations/${id}`)).json()) as { readonly state: string }).state;
  await expect.poll(read).toBe("done");
}

const version = (number: number) => ({ version: number, hash: String(number).repeat(64) });
const SIMULATION = {
  kind: "simulation",
  payload: { policy: POLICY, baseline: version(1), candidate: version(2), scope: [], groups: [] },
};
const CHECK = {
  kind: "check",
  payload: { policy: POLICY, subject: version(2), probes: null, proofs: [], seconds: 30 },
};

/** A run that another process works on; gives what works on it some way, and tells whether it is still to be done. */
async function workedOnElsewhere(
  id: string,
  { kind, payload }: typeof SIMULATION | typeof CHECK,
): Promise<(done: number) => Promise<boolean>> {
  const { store } = world.service.context;
  const at = Date.now();
  const hold = { id, worker: "another process", at };
  await store.write(async (tx) => {
    const job = { id, kind, payload: JSON.stringify(payload), created_by: "system:test" };
    await insertJob(tx, { ...job, created_at: at, total: 9_932 });
    if ("subject" in payload)
      await insertCheck(tx, {
        job_id: id,
        policy_id: POLICY,
        draft_id: null,
        content_hash: payload.subject.hash,
      });
    await claimJob(tx, { ...hold, kinds: [kind], silentSince: at - 60_000 });
  });
  return (done) =>
    store.write((tx) =>
      reportJob(tx, { ...hold, at: at + done }, { done, skipped: 41, total: 9_932, result: "null" }),
    );
}

describe("a new simulation", () => {
  it.each(["en", "zh"] as const)("is sound in %s, and in a narrow window", async (language) => {
    const path = `/simulations/new?policy=${POLICY}&baseline=1&version=2&group=unit`;
    const visitor = await signedIn(path, { language });
    await visitor.page.locator(".count-bars").waitFor();
    await visitor.page.locator(".scope-fact summary").first().click();
    await visitor.shoot(`new-simulation-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("is filled in by what is chosen, all of which stands in the address, and counts its cases at once", async () => {
    const visitor = await signedIn("/simulations/new");
    const { page } = visitor;
    await page.getByText("Choose a policy and a candidate").waitFor();
    await expect
      .poll(() => page.getByRole("button", { name: "Start the simulation" }).isDisabled())
      .toBe(true);
    await page.getByLabel("Policy").selectOption(POLICY);
    await page.getByLabel("Baseline").selectOption("1");
    await page.getByLabel("Candidate").selectOption("2");
    await page.getByText(`${CASES} past cases, decided from 2 January 2024 to 27 December 2025`).waitFor();
    await page.getByRole("textbox", { name: "Decided from" }).fill("2025-01-01");
    await page.keyboard.press("Tab");
    await page.getByText(/^75 past cases/).waitFor();
    await page.getByText("kind of complaint", { exact: true }).first().click();
    await page.getByRole("checkbox", { name: "late delivery" }).check();
    await page.getByText(/^At most 75 past cases/).waitFor();
    // What was ticked keeps the focus while the cases are counted anew.
    expect(await page.evaluate("document.activeElement?.type")).toBe("checkbox");
    await page.getByRole("checkbox", { name: "responsible unit", exact: true }).check();
    expect([...asked(visitor)]).toEqual([
      ["policy", POLICY],
      ["baseline", "1"],
      ["version", "2"],
      ["from", "2025-01-01"],
      ["scope", "complaintKind:late-delivery"],
      ["group", "unit"],
    ]);
    await page.reload();
    await page.getByText(/^At most 75 past cases/).waitFor();
    await expect.poll(() => page.getByRole("checkbox", { name: "late delivery" }).isChecked()).toBe(true);
    await expect
      .poll(() => page.getByRole("checkbox", { name: "responsible unit", exact: true }).isChecked())
      .toBe(true);
    // The service goes through every case to count them: it is not asked again for what changes no count.
    let counted = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/v1/simulations/estimate")) counted += 1;
    });
    await page.getByRole("checkbox", { name: "responsible unit", exact: true }).uncheck();
    await page.getByRole("checkbox", { name: "late delivery" }).uncheck();
    await page.getByText(/^75 past cases/).waitFor();
    expect(counted).toBe(0);
    await visitor.close();
  });

  it("says the same by month in a table", async () => {
    const visitor = await signedIn(`/simulations/new?policy=${POLICY}&baseline=1&version=2`);
    const { page } = visitor;
    await page.getByRole("button", { name: "Table" }).click();
    await expect.poll(() => page.locator(".month-table tbody tr").count()).toBe(24);
    const counts = await page.locator(".month-table td.number").allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(CASES);
    await visitor.close();
  });

  it("says in words where there are no cases, nothing that differs, days that run backwards, and what is unfit", async () => {
    const visitor = await signedIn(
      `/simulations/new?policy=${POLICY}&baseline=2&version=2&from=1999-01-01&until=1999-02-01`,
    );
    const { page } = visitor;
    await page.getByText("No past case was decided in these days").waitFor();
    await expect.poll(() => page.locator(".count-bars").count()).toBe(0);
    // Said beside the button, which begins nothing.
    const start = page.getByRole("button", { name: "Start the simulation" });
    await expect.poll(() => start.isDisabled()).toBe(true);
    await page.getByText("Nothing to simulate: both sides say the same.").waitFor();
    const described = await start.getAttribute("aria-describedby");
    await expect.poll(() => page.locator(`#${described}`).innerText()).toContain("Nothing to simulate");
    await page.keyboard.press("Control+Enter");
    await visitor.shoot("new-simulation-none-en");
    await visitor.goTo(`/simulations/new?policy=${POLICY}&version=2&from=2026-01-01&until=2025-01-01`);
    await page.getByText("The last day is before the first.").waitFor();
    await visitor.goTo("/simulations/new?policy=first-contact&baseline=1&version=1");
    await page.getByText("There are no past cases of this policy").waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    await visitor.goTo(`/simulations/new?policy=${POLICY}&version=2&group=no-such-fact`);
    await page.getByText("Results cannot be grouped by no-such-fact").waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    await visitor.goTo(`/simulations/new?policy=${POLICY}&version=2&scope=no-such-fact:north`);
    await page.getByText("Cases cannot be narrowed by no-such-fact").waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    // What is wrong in an address can be taken off again.
    await visitor.goTo(`/simulations/new?policy=${POLICY}&version=9`);
    await page.locator(".trouble").waitFor();
    await page.getByLabel("Candidate").selectOption("1");
    await page.locator(".count-bars").waitFor();
    await expect.poll(() => start.isDisabled()).toBe(false);
    // What was said of other sides is not said of these while they are counted.
    await visitor.goTo(`/simulations/new?policy=${POLICY}&baseline=2&version=2`);
    const same = page.getByText("Nothing to simulate: both sides say the same.");
    await same.waitFor();
    await page.route("**/v1/simulations/estimate", () => undefined);
    await page.getByLabel("Candidate").selectOption("1");
    await same.waitFor({ state: "detached" });
    await expect.poll(() => start.isDisabled()).toBe(true);
    await visitor.close();
  });

  it("is kept as a preset of this browser, begun from it, and deleted", async () => {
    const visitor = await signedIn(`/simulations/new?policy=${POLICY}&baseline=1&version=2&group=unit`);
    const { page } = visitor;
    await page.getByLabel("Name of the preset").fill("By unit");
    await page.keyboard.press("Enter");
    await page.getByText("“By unit” is kept.").waitFor();
    await visitor.goTo("/simulations/new");
    await page.getByRole("link", { name: "By unit" }).click();
    await expect.poll(() => asked(visitor).get("group")).toBe("unit");
    await page.getByRole("button", { name: "Delete the preset By unit" }).click();
    await page.reload();
    await page.getByLabel("Name of the preset").waitFor();
    await expect.poll(() => page.getByRole("link", { name: "By unit" }).count()).toBe(0);
    await visitor.close();
  });

  it("is filled in from a draft's effect and from its policy, and begins with Ctrl and Enter", async () => {
    const visitor = await signedIn(`/policies/${POLICY}`);
    const { page } = visitor;
    const draft = await visitor.beginDraft(POLICY);
    await visitor.goTo(`/policies/${POLICY}`);
    await visitor.shoot("policy-simulate-en");
    await page.locator(".open-drafts").getByRole("link", { name: "Full simulation" }).click();
    await expect.poll(() => asked(visitor).get("draft")).toBe(draft);
    // Nothing was changed in it yet.
    await page.getByText("Both sides say the same").waitFor();
    await visitor.goTo(`/policies/${POLICY}/draft/${draft}`);
    await page.getByRole("link", { name: /bonus deduction for a major demerit/ }).click();
    await page.getByLabel("Value").fill("80");
    await page.getByText(/^Saved/).waitFor();
    await page.locator(".effect-strip").getByRole("link", { name: "Full simulation" }).waitFor();
    await visitor.shoot("draft-full-simulation-en");
    await page.locator(".effect-strip").getByRole("link", { name: "Full simulation" }).click();
    await page.getByText("the draft can be handed in and reviewed with it").waitFor();
    expect([...asked(visitor)]).toEqual([
      ["policy", POLICY],
      ["draft", draft],
    ]);
    await expect.poll(() => page.getByText("Both sides say the same").count()).toBe(0);
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/simulations\/job-/);
    const id = new URL(page.url()).pathname.split("/")[2] ?? "";
    await over(visitor, id);
    await visitor.goTo("/simulations");
    const row = page.locator(".simulation-table tbody tr").first();
    await row.getByText("Evidence for review").waitFor();
    await row.getByText(/would change/).waitFor();
    await expect.poll(() => row.getByRole("link").getAttribute("href")).toBe(`/simulations/${id}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("of a draft with errors says so with the way to it, names no ids and offers no vain retry", async () => {
    const visitor = await signedIn(`/policies/${POLICY}`, { language: "zh" });
    const { page } = visitor;
    const id = await visitor.beginDraft(POLICY);
    const draft = (await (await page.request.get(`/v1/drafts/${id}`)).text()).replaceAll(
      '"fact":"parameter.',
      '"fact":"parameter.slipped-',
    );
    const { document } = JSON.parse(draft) as { readonly document: unknown };
    const headers = { Origin: world.url, "If-Match": '"1"' };
    const saved = await page.request.put(`/v1/drafts/${id}`, {
      headers,
      data: { label: "a slip", document },
    });
    expect(saved.status()).toBe(200);
    await visitor.goTo(`/simulations/new?policy=${POLICY}&draft=${id}`);
    const notice = page.getByText("草案存在错误，无法核算，因而无法模拟。");
    await notice.waitFor();
    await expect
      .poll(() => notice.getByRole("link").getAttribute("href"))
      .toBe(`/policies/${POLICY}/draft/${id}`);
    await expect.poll(() => page.getByText("slipped-").count()).toBe(0);
    await expect.poll(() => page.getByRole("button", { name: "重试" }).count()).toBe(0);
    await expect.poll(() => page.getByRole("button", { name: "开始模拟" }).isDisabled()).toBe(true);
    await visitor.shoot("new-simulation-errors-zh");
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.close();
  });
});

describe("the list of simulations", () => {
  it.each(["en", "zh"] as const)("is sound in %s, and in a narrow window", async (language) => {
    const visitor = await signedIn("/policies", { language });
    const days = { from: "2024-03-01", until: "2024-04-30", groups: ["unit"] };
    await over(visitor, await begin(visitor, { baseline: 1, candidate: { version: 2 }, ...days }));
    await visitor.goTo("/simulations");
    await visitor.page.locator(".simulation-table").waitFor();
    await visitor.shoot(`simulations-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("narrows to a policy and to a text, both in the address, and says so where nothing fits", async () => {
    const visitor = await signedIn("/simulations");
    const { page } = visitor;
    await page.locator(".simulation-table").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("no such thing");
    await page.getByText("No simulation matches.").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Policy", { exact: true }).selectOption("first-contact");
    await page.getByText("No simulation matches.").waitFor();
    expect(asked(visitor).get("policy")).toBe("first-contact");
    await expect
      .poll(() => page.getByRole("link", { name: "New simulation" }).first().getAttribute("href"))
      .toBe("/simulations/new?policy=first-contact");
    await page.getByLabel("Policy", { exact: true }).selectOption(POLICY);
    await page.locator(".simulation-table").waitFor();
    await visitor.close();
  });

  it("tells how far one is as the service counts it, without being asked again, and calls it off", async () => {
    const work = await workedOnElsewhere("a-simulation", SIMULATION);
    expect(await work(3_000)).toBe(true);
    const visitor = await signedIn("/simulations");
    const { page } = visitor;
    const row = page.locator(".simulation-table tbody tr").first();
    const bar = row.getByRole("progressbar");
    await row.getByText("3,000 of 9,932 · 41 skipped").waitFor();
    await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe("3000");
    // From here on only its events can tell: the list stays as it was, however often it is asked for.
    const body = await (await page.request.get("/v1/simulations")).text();
    await page.route(LIST, (route) => route.fulfill({ contentType: "application/json", body }));
    expect(await work(6_912)).toBe(true);
    await row.getByText(/^6,912 of 9,932 · 41 skipped · 1,000 a second · about 4 secs left$/).waitFor();
    await expect.poll(() => bar.getAttribute("aria-valuemax")).toBe("9932");
    await page.getByRole("button", { name: "1 under way in the background" }).click();
    const tray = page.locator(".panel:popover-open");
    await tray.getByText(/^6,912 of 9,932/).waitFor();
    await expect
      .poll(() => tray.getByRole("link").first().getAttribute("href"))
      .toBe("/simulations/a-simulation");
    await page.unroute(LIST);
    await visitor.shoot("simulations-running-en");
    expect(await seriousFaults(visitor)).toEqual([]);
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "Call off" }).click();
    await row.getByText("Called off").waitFor();
    await row.getByText("Provisional").waitFor();
    await expect.poll(() => work(7_000)).toBe(false);
    await visitor.goTo("/");
    await page.getByRole("heading", { name: "Simulations" }).waitFor();
    await page.getByText("Called off", { exact: true }).waitFor();
    await visitor.shoot("home-simulations-en");
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("stands in the tray beside checks, each with the way to its page", async () => {
    const works = [
      await workedOnElsewhere("a-running-simulation", SIMULATION),
      await workedOnElsewhere("a-check", CHECK),
    ];
    for (const work of works) await work(2_000);
    const visitor = await signedIn("/policies");
    const { page } = visitor;
    await page.getByRole("button", { name: "2 under way in the background" }).click();
    const tray = page.locator(".panel:popover-open");
    await tray
      .getByText(/^2,000 of 9,932 · 41 skipped · 1,000 a second/)
      .nth(1)
      .waitFor();
    const linked = async (name: RegExp): Promise<string | null> =>
      tray.getByRole("link", { name }).first().getAttribute("href");
    await expect.poll(() => linked(/^Simulation: /)).toBe("/simulations/a-running-simulation");
    await expect.poll(() => linked(/^Check: /)).toBe(`/policies/${POLICY}/checks?version=2&check=a-check`);
    for (const work of works) await work(5_000);
    await tray
      .getByText(/^5,000 of 9,932/)
      .nth(1)
      .waitFor();
    const callOff = tray.getByRole("button", { name: "Call off" });
    for (let left = 2; left > 0; left -= 1) {
      await callOff.nth(left - 1).click();
      await expect.poll(() => callOff.count()).toBe(left - 1);
    }
    for (const work of works) expect(await work(6_000)).toBe(false);
    await visitor.close();
  });

  it("begins with the way to the first one where there is none", async () => {
    const empty = await startAdminWorld();
    const visitor = await empty.open();
    await visitor.goTo("/");
    await visitor.signInAs("author");
    await visitor.goTo("/simulations");
    await visitor.page.getByText("Nothing was simulated yet.").waitFor();
    await visitor.page.locator(".none").getByRole("link", { name: "New simulation" }).click();
    await visitor.page.getByRole("heading", { level: 1, name: "New simulation" }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
    await empty.stop();
  });
});

it("is found in the palette, and not shown to who may not read drafts", async () => {
  const visitor = await signedIn("/policies");
  const { page } = visitor;
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").fill("simulate");
  await page.getByRole("option", { name: "New simulation" }).click();
  await page.getByRole("heading", { level: 1, name: "New simulation" }).waitFor();
  await visitor.close();
  const employee = await world.open();
  await employee.goTo("/");
  await employee.signInAs("employee");
  await expect.poll(() => employee.page.getByRole("link", { name: "Simulations" }).count()).toBe(0);
  await employee.goTo("/simulations/new");
  await employee.page.getByText("You may not see this page").waitFor();
  await employee.close();
});
