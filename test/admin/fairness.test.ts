import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONDUCT, publishConduct, recordUnequalSites } from "./record-decisions.ts";
import { faultsOf, seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

/** People of each site; those of the last are too few to be shown. */
const SITES = { suzhou: 14, kunshan: 14, warehouse: 4 } as const;
const DECISIONS = 32;
const QUESTION = `/fairness?policy=${CONDUCT}&groups=site&ref-site=kunshan&cross=site%2Crank`;

let world: AdminWorld;

beforeAll(async () => {
  world = await startAdminWorld();
  const { service } = world;
  await publishConduct(service);
  const handler = await service.person({ roles: ["handler"], personId: "E9003" });
  await recordUnequalSites(service, handler, { people: SITES, harsherAt: "suzhou" });
});
afterAll(() => world.stop());

async function signedIn(
  path: string,
  given: Parameters<AdminWorld["open"]>[0] & { readonly role?: "handler" | "auditor" | "author" } = {},
): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs(given.role ?? "auditor");
  await visitor.goTo(path);
  return visitor;
}

/** Asks what the address says, and waits for the answer. */
async function ask({ page }: Visitor): Promise<void> {
  await page.getByRole("button", { name: /^(?:Ask|Ask again|开始分析|重新分析)$/ }).click();
  await page.waitForURL(/run=job-/);
  await page.locator("#groups").waitFor();
}

describe("a question of fairness", () => {
  it("is answered when it is asked: a site that is fined more for like cases stands out, with its limit", async () => {
    const visitor = await signedIn(QUESTION);
    const { page } = visitor;
    await page.getByText("Nothing has been asked yet.").waitFor();
    await expect.poll(() => page.locator("#groups").count()).toBe(0);
    await ask(visitor);
    const found = page.locator(".headline-sentence");
    await expect
      .poll(() => found.innerText())
      .toMatch(/^“Suzhou plant” typically pays 400\.00 more than comparable cases of “Kunshan plant”/);
    await expect.poll(() => found.innerText()).toContain("Not proof of bias.");
    await page.getByText(`Decisions in force: ${DECISIONS}, of those upheld: ${DECISIONS}.`).waitFor();
    await page.getByLabel("Measure").selectOption("amount");
    const row = page.locator(".dots li", { hasText: "Suzhou plant" });
    await expect.poll(() => row.innerText()).toMatch(/n = 14[\s\S]*\+¥400[\s\S]*stands out[\s\S]*14 cases/);
    const small = page.locator(".dots li", { hasText: "warehouse" });
    await expect.poll(() => small.innerText()).toMatch(/n < 10/);
    await expect.poll(() => small.getByRole("link").count()).toBe(0);
    await expect.poll(() => page.locator(".heat [data-shown='n < 10']").count()).toBe(1);
    await page
      .getByRole("group", { name: /how much more/ })
      .getByRole("button", { name: "Table" })
      .click();
    await expect
      .poll(() => page.locator(".figures-table").first().innerText())
      .toMatch(/Suzhou plant\s+14\s+14\s+\+¥400/);
    await visitor.close();
  });

  it("stands in the address with its measure, and is found again with its day by whoever asks the same", async () => {
    const first = await signedIn(QUESTION);
    await ask(first);
    await first.close();
    const visitor = await signedIn(`${QUESTION}&measure=amount`, { role: "handler" });
    await visitor.page.locator(".dots li", { hasText: "Suzhou plant" }).getByText("stands out").waitFor();
    await expect.poll(() => visitor.page.getByLabel("Measure").inputValue()).toBe("amount");
    await visitor.page.getByText("Shown here").waitFor();
    await visitor.page.getByLabel("kind of case").uncheck();
    await visitor.page.getByText("This has not been asked yet.").waitFor();
    expect(new URL(visitor.page.url()).searchParams.get("same")).toBe("lossBand");
    await visitor.close();
  });

  it("tells how far its answer is by the service's own counts, and is called off", async () => {
    const visitor = await signedIn(QUESTION);
    const { page } = visitor;
    let isCancelled = false;
    // An answer over so few decisions is there at once, so that of one under way is told in its place.
    const state = (): string => (isCancelled ? "cancelled" : "running");
    const told = (): object => ({ state: state(), done: 12, skipped: 0, total: DECISIONS, perSecond: 4 });
    await page.route(/\/v1\/fairness\/job-[^/]+$/, async (route) => {
      const answer = await route.fetch();
      const review = (await answer.json()) as object;
      await route.fulfill({ json: { ...review, ...told(), result: null, resultHash: null } });
    });
    await page.route("**/v1/fairness/*/events", (route) =>
      route.fulfill({
        contentType: "text/event-stream",
        body: `event: ${isCancelled ? "end" : "progress"}\nid: 12\ndata: ${JSON.stringify(told())}\n\n`,
      }),
    );
    await page.route("**/v1/fairness/*/cancel", (route) => {
      isCancelled = true;
      return route.fulfill({ json: { id: "job-1" } });
    });
    await page.getByRole("button", { name: /^Ask/ }).click();
    const progress = page.locator(".fairness-card").getByRole("progressbar");
    await progress.waitFor();
    await expect.poll(() => progress.getAttribute("aria-valuenow")).toBe("12");
    await expect.poll(() => progress.getAttribute("aria-valuemax")).toBe(String(DECISIONS));
    await expect.poll(() => page.locator("#groups").count()).toBe(0);
    await page.locator(".fairness-card").getByRole("button", { name: "Call off" }).click();
    await page.getByText("It ended before there was an answer.").waitFor();
    await visitor.close();
  });

  it("is saved as a table, for a spreadsheet and as a page to print", async () => {
    const visitor = await signedIn(QUESTION);
    const { page } = visitor;
    await ask(visitor);
    const files = await Promise.all(
      ["Save as CSV", "Save for Excel", "Open to print"].map(async (name) => {
        const href = await page.getByRole("link", { name }).getAttribute("href");
        const answer = await page.request.get(href ?? "");
        return [
          answer.status(),
          answer.headers()["content-type"]?.split(";")[0],
          (await answer.text()).includes("Suzhou plant"),
        ];
      }),
    );
    expect(files).toEqual([
      [200, "text/csv", true],
      [200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false],
      [200, "text/html", true],
    ]);
    await visitor.close();
  });

  it("leads from a dot to its cases, and from each to the decision", async () => {
    const visitor = await signedIn(QUESTION);
    const { page } = visitor;
    await ask(visitor);
    await page.getByRole("link", { name: "14 cases: Suzhou plant" }).click();
    await page.getByRole("heading", { name: "Cases of Suzhou plant" }).waitFor();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(14);
    await expect.poll(() => page.locator("tbody tr").first().innerText()).toMatch(/¥800\s+¥1,200/);
    await visitor.shoot("fairness-cases-en");
    expect(await faultsOf(visitor)).toEqual([]);
    await page.locator("tbody th a").first().click();
    await page.waitForURL(/\/decisions\//);
    await visitor.close();
  });

  it("says of like cases what differs, and who departed", async () => {
    const visitor = await signedIn(QUESTION);
    const { page } = visitor;
    await ask(visitor);
    const like = page.locator("section", { has: page.locator("#like") });
    await expect
      .poll(() => like.innerText())
      .toContain("In 1 of 1 groups of like cases the outcomes differ.");
    await expect
      .poll(() => like.innerText())
      .toMatch(/¥1,200, warning\s+14\s+F-\d+ [^\n]*Departs from the proposal/);
    await expect.poll(() => like.innerText()).toMatch(/¥800, warning\s+18/);
    await like.getByText("What they have in common").click();
    await expect.poll(() => like.locator(".relevant").innerText()).toMatch(/loss\s*3,200\.00/);
    const departures = page.locator("section", { has: page.locator("#departures") });
    await expect.poll(() => departures.innerText()).toMatch(/Of 32 proposals 14 were departed from: 43\.8%/);
    await visitor.close();
  });

  it.each(["en", "zh"] as const)(
    "is sound in %s, as pictures and as tables, and in a narrow window",
    async (language) => {
      const visitor = await signedIn(`${QUESTION}&measure=amount`, { language });
      const { page } = visitor;
      await ask(visitor);
      await visitor.shoot(`fairness-${language}`);
      expect(await seriousFaults(visitor)).toEqual([]);
      for (const button of await page.getByRole("button", { name: /^(?:Table|表)$/ }).all())
        await button.click();
      await page.locator("details summary").first().click();
      await visitor.shoot(`fairness-tables-${language}`);
      expect(await faultsOf(visitor)).toEqual([]);
      await visitor.shoot(`fairness-narrow-${language}`);
      await visitor.close();
    },
  );

  it("is put, asked and read with the keyboard alone", async () => {
    const visitor = await signedIn(`/fairness?policy=${CONDUCT}`);
    const { page } = visitor;
    await page.getByLabel("site", { exact: true }).first().focus();
    await page.keyboard.press("Space");
    await page.waitForURL(/groups=site/);
    // What was chosen keeps the focus, though the address is another.
    expect(await page.evaluate("document.activeElement.type")).toBe("checkbox");
    await page.getByRole("button", { name: "Ask", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#groups").waitFor();
    await page
      .getByRole("group", { name: /how many times/ })
      .getByRole("button", { name: "Table" })
      .focus();
    await page.keyboard.press("Enter");
    await page.locator(".figures-table").first().waitFor();
    await page.locator(".figures-table a", { hasText: "Suzhou plant" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Cases of Suzhou plant" }).waitFor();
    await visitor.close();
  });
});

describe("a draft", () => {
  it("is held against the decisions: the same cases by rules alone, and whether a gap widens", async () => {
    const author = await signedIn("/", { role: "author" });
    const draft = await author.beginDraft(CONDUCT);
    await author.close();
    const visitor = await signedIn(`${QUESTION}&measure=amount`);
    const { page } = visitor;
    await page.getByLabel("Decisions").selectOption(draft);
    await page.waitForURL(/draft=/);
    await ask(visitor);
    const gaps = page.locator("section", { has: page.locator("#gaps") });
    await expect
      .poll(() => gaps.innerText())
      .toContain(`by version 1 and by the draft: ${DECISIONS} of ${DECISIONS} cases`);
    await expect.poll(() => gaps.locator("tbody").innerText()).toMatch(/＝ the same/);
    await visitor.shoot("fairness-draft-en");
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });
});

describe("an answer without figures", () => {
  it("says so in words, with no empty picture and no invented figure", async () => {
    const visitor = await signedIn(`${QUESTION}&until=2020-01-01`);
    const { page } = visitor;
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    const found = page.locator(".headline-sentence");
    await found.waitFor();
    await expect
      .poll(() => found.innerText())
      .toContain("There are no decisions in force that were asked for");
    await expect.poll(() => page.locator(".dots, .strips, #groups").count()).toBe(0);
    await visitor.close();
  });

  it("says that groups are too few to compare, and nothing of any of them", async () => {
    const visitor = await signedIn(`/fairness?policy=${CONDUCT}&groups=department`);
    await ask(visitor);
    const groups = visitor.page.locator("section", { has: visitor.page.locator("#groups") });
    await expect.poll(() => groups.innerText()).toMatch(/there are not two groups of at least ten people/i);
    await expect.poll(() => groups.locator(".dots").count()).toBe(0);
    await visitor.close();
  });
});

describe("trouble", () => {
  it("is told with an id, and a missing connection as one", async () => {
    const visitor = await signedIn(`${QUESTION}&run=job-none`);
    const { page } = visitor;
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByRole("alert").innerText()).toMatch(/Request /);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Ask again" }).click();
    await page.getByText("The service cannot be reached.").first().waitFor();
    await visitor.close();
  });

  it("is not made for whoever may not see decisions: they are told who may", async () => {
    const visitor = await signedIn("/fairness", { role: "author" });
    await expect.poll(() => visitor.page.locator("#content").innerText()).toMatch(/Handler or Auditor/);
    expect(await visitor.page.locator(".rail").innerText()).not.toContain("Fairness");
    await visitor.close();
  });
});
