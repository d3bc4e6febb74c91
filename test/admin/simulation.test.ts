import type { SimulationView } from "@evenhand/service";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ORIGIN, type TestPerson } from "../auth/service.ts";
import { withCap } from "../policies/scene.ts";
import { POLICY, keepPast } from "../simulation-service/past.ts";
import { keepCases } from "./keep-cases.ts";
import { faultsOf } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
let author: TestPerson;
const ids = { graded: "", capped: "", none: "", same: "" };
let graded = "";

beforeAll(async () => {
  world = await startAdminWorld();
  author = await world.service.person({ roles: ["author"] });
  await keepPast(world.service.context.store, { count: 400 });
  graded = await draftOf((document) => withGrades(document));
  const capped = await draftOf((document) => withCap(document, 0.2));
  ids.graded = await begin({ candidate: { draft: graded }, groups: ["complaintKind", "unit"] });
  ids.capped = await begin({ candidate: { draft: capped } });
  ids.none = await begin({ candidate: { version: 2 }, baseline: 1, from: "1999-01-01", until: "1999-12-31" });
  ids.same = await begin({ candidate: { version: 2 }, baseline: 2 });
  for (const id of Object.values(ids)) await ended(id);
});
afterAll(() => world.stop());

type Asked = { readonly method?: string; readonly body?: unknown; readonly revision?: number };

/** What the service answers the author. */
async function ask<Told>(path: string, { method, body, revision }: Asked = {}): Promise<Told> {
  const cookie = await world.service.signIn(author);
  const answer = await world.service.send(path, {
    cookie,
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { Origin: ORIGIN, ...(revision === undefined ? {} : { "If-Match": `"${revision}"` }) },
    ...(body === undefined ? {} : { body }),
  });
  if (answer.status >= 300) throw new Error(`${path} gave ${answer.status}: ${answer.text}`);
  // INVARIANT: every caller names what the address answers.
  return answer.body as Told;
}

async function begin(asked: object): Promise<string> {
  return (await ask<{ readonly id: string }>("/v1/simulations", { body: { policy: POLICY, ...asked } })).id;
}

async function seen(id: string): Promise<SimulationView> {
  return ask<SimulationView>(`/v1/simulations/${id}`);
}

/** What follows a run ends with it. */
async function ended(id: string): Promise<void> {
  const cookie = await world.service.signIn(author);
  await world.service.send(`/v1/simulations/${id}/events`, { cookie });
  if ((await seen(id)).state !== "done") throw new Error(`the simulation ${id} did not come to its end`);
}

type Document = Parameters<typeof withCap>[0];

/** A draft of complaint fines, edited. */
async function draftOf(change: (document: Document) => Document): Promise<string> {
  const { id } = await ask<{ readonly id: string }>("/v1/drafts", { body: { policy: POLICY } });
  await edit(id, { change, revision: 1 });
  return id;
}

async function edit(
  id: string,
  { change, revision }: { readonly change: (document: Document) => Document; readonly revision: number },
): Promise<void> {
  const { document } = await ask<{ readonly document: Document }>(`/v1/drafts/${id}`);
  const body = { label: "another figure", document: change(document) };
  await ask(`/v1/drafts/${id}`, { method: "PUT", revision, body });
}

/** Slight and moderate faults cost a grade more, serious ones much less. */
function withGrades(document: Document): Document {
  return JSON.parse(
    JSON.stringify(document)
      .replace(
        '{"id":"slight","when":[{"is":"slight"}],"then":["warning"]}',
        rowOf("slight", "minor-demerit"),
      )
      .replace(
        '{"id":"moderate","when":[{"is":"moderate"}],"then":["minor-demerit"]}',
        rowOf("moderate", "major-demerit"),
      )
      .replace(
        '{"id":"serious","when":[{"is":"serious"}],"then":["major-demerit"]}',
        rowOf("serious", "warning"),
      ),
  ) as Document;
}

function rowOf(seriousness: string, grade: string): string {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return JSON.stringify({ id: seriousness, when: [{ is: seriousness }], then: [grade] });
}

async function signedIn(path: string, given: Parameters<AdminWorld["open"]>[0] = {}): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signIn(author);
  await visitor.goTo(path);
  return visitor;
}

/** How many cases the list says that fit. */
async function fitting({ page }: Visitor): Promise<number> {
  const text = await page.locator(".chosen-filters [role=status]").innerText();
  return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);
}

const found = (view: SimulationView) => {
  if (!view.result) throw new Error("nothing was found");
  return view.result.simulation;
};

describe("what a simulation found", () => {
  it.each(["en", "zh"] as const)("is sound in %s, and in a narrow window", async (language) => {
    const visitor = await signedIn(`/simulations/${ids.graded}`, { language });
    await visitor.page.locator(".changed-cases tbody tr").first().waitFor();
    await visitor.shoot(`simulation-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("is told by the service's own sentence and figures, with what to bear in mind", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    const { headline, counts, limits } = found(await seen(ids.graded));
    await page.getByText(headline.en).waitFor();
    await page.getByText(`Evaluated ${counts.evaluated} of ${counts.taken}`).waitFor();
    await page.getByText(limits[0]?.en ?? "none").waitFor();
    await expect.poll(() => fitting(visitor)).toBe(counts.changed);
    await visitor.close();
  });

  it("narrows its list by bars that are clicked or dragged over, which stands in the address", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    const { histogram } = found(await seen(ids.graded));
    const bars = page.locator(".histogram button");
    // Bins 6 and 7 are the smallest increases; the bar of those at the same amount stands before them.
    const [first, second] = [bars.nth(7), bars.nth(10)];
    const between = (from: number, to: number): number =>
      histogram.slice(from, to + 1).reduce((sum, { cases }) => sum + cases, 0);
    expect(between(6, 9)).toBeGreaterThan(between(6, 6));
    await first.click();
    await expect.poll(() => fitting(visitor)).toBe(between(6, 6));
    expect(new URL(page.url()).search).toBe("?least=1&most=10000");
    await first.hover();
    await page.mouse.down();
    await second.hover();
    await page.mouse.up();
    await expect.poll(() => fitting(visitor)).toBe(between(6, 9));
    await page.reload();
    await expect.poll(() => fitting(visitor)).toBe(between(6, 9));
    await expect.poll(() => second.getAttribute("aria-pressed")).toBe("true");
    await visitor.shoot("simulation-brushed");
    await page.getByRole("button", { name: /^Remove: above/ }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await visitor.close();
  });

  it("narrows it by the keyboard alone, several bars with Shift, none with Escape", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    const { histogram, counts } = found(await seen(ids.graded));
    await page.locator(".histogram button").nth(6).focus();
    await page.keyboard.press("Enter");
    const same = counts.changed - counts.higher - counts.lower;
    await expect.poll(() => fitting(visitor)).toBe(same);
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => fitting(visitor)).toBe(same + (histogram[6]?.cases ?? 0));
    await page.keyboard.press("Escape");
    await expect.poll(() => fitting(visitor)).toBe(counts.changed);
    await visitor.close();
  });

  it("is put in the order of the differences, the largest first, which stands in the address", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    const sizes = async (): Promise<readonly number[]> =>
      (await page.locator(".changed-cases tbody td:nth-child(6)").allInnerTexts()).map((text) =>
        Number(text.replaceAll(/[^\d.]/g, "")),
      );
    await page.locator(".changed-cases tbody tr").first().waitFor();
    const byDay = await sizes();
    await page.getByLabel("Order", { exact: true }).selectOption("difference");
    await expect.poll(() => new URL(page.url()).search).toBe("?order=difference");
    await expect.poll(sizes).not.toEqual(byDay);
    const bySize = await sizes();
    expect(bySize).toEqual(bySize.toSorted((one, other) => other - one));
    await page.getByRole("button", { name: "Next page" }).click();
    await expect.poll(async () => (await sizes())[0]).toBeLessThanOrEqual(bySize.at(-1) ?? 0);
    await page.reload();
    await expect.poll(() => page.getByLabel("Order", { exact: true }).inputValue()).toBe("difference");
    await page.locator('.changed-cases th[aria-sort="descending"]').getByText("Δ").waitFor();
    await visitor.close();
  });

  it("narrows it by a rule, by a group and by a transition, together where several are chosen", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    const { rules } = found(await seen(ids.graded));
    const rule = rules.find(({ changedCases }) => changedCases > 0);
    await page.locator(".rule-changes button").first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get("cause")).toBe(rule?.rule);
    const byRule = await fitting(visitor);
    await page.locator("button.group-bar").first().click();
    await expect.poll(() => fitting(visitor)).toBeLessThan(byRule);
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await page.locator(".transitions button").first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get("from")).not.toBeNull();
    await expect.poll(() => page.locator(".chip").innerText()).toContain("→");
    await visitor.close();
  });

  it("says the same in tables as in pictures", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    const { histogram, groups } = found(await seen(ids.graded));
    const part = (name: string) => page.getByRole("region", { name });
    await part("Change in amount per case").getByRole("button", { name: "Table" }).click();
    const counts = await part("Change in amount per case").locator("td.number").allInnerTexts();
    expect(counts.length).toBe(histogram.length + 1);
    const shares = part("Shares by group");
    const first = groups[0]?.values[0];
    if (!first || first.isWithheld) throw new Error("the first group is of a few");
    await shares.getByRole("button", { name: "Table" }).click();
    expect((await shares.locator("tbody tr").first().innerText()).replaceAll(/\s+/g, " ")).toContain(
      String(first.n),
    );
    await visitor.close();
  });

  it("is printed as a report in the language that is shown, and saved as tables", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`, { language: "zh" });
    const { page } = visitor;
    const { headline } = found(await seen(ids.graded));
    const address = await page.getByRole("link", { name: "打印报告" }).getAttribute("href");
    await visitor.goTo(address ?? "");
    await expect.poll(() => page.locator("main.report .lead").innerText()).toBe(headline.zh);
    await visitor.shoot("simulation-report-zh");
    expect(visitor.complaints).toEqual([]);
    await page.goBack();
    const table = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
    const lines = (await (await page.request.get(table ?? "")).text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(found(await seen(ids.graded)).counts.changed + 1);
    await visitor.close();
  });

  it("offers to run again with groups where it has none, with everything else filled in", async () => {
    const visitor = await signedIn(`/simulations/${ids.capped}`);
    const { page } = visitor;
    await page.getByRole("link", { name: "Run again with groups" }).click();
    await page.getByRole("heading", { name: "New simulation" }).waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get("policy"), searchParams.get("baseline")]).toEqual([POLICY, "2"]);
    expect(searchParams.get("draft")).toMatch(/^draft-/);
    await visitor.close();
  });

  it("is words and no empty chart where there were no cases, or nothing changed", async () => {
    const visitor = await signedIn(`/simulations/${ids.none}`, { language: "zh" });
    const { page } = visitor;
    await page.getByText("没有可供模拟的以往案件").waitFor();
    await expect.poll(() => page.locator(".histogram, .changed-cases").count()).toBe(0);
    await visitor.goTo(`/simulations/${ids.same}`);
    await page.getByText("是同一份文件").waitFor();
    await expect.poll(() => page.locator(".histogram, .changed-cases").count()).toBe(0);
    await visitor.shoot("simulation-same-zh");
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("is not for whoever may not read drafts, who is told who may", async () => {
    const visitor = await world.open();
    await visitor.goTo("/");
    await visitor.signInAs("handler");
    await visitor.goTo(`/simulations/${ids.graded}`);
    await visitor.page.getByText("drafts:read").waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

describe("a simulation under way", () => {
  it("says how far it is by the service's counts, can be called off, and keeps what it found as provisional", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}?order=difference`);
    const { page } = visitor;
    const whole = await seen(ids.graded);
    const counted = { done: 150, skipped: 2, total: 400, perSecond: 50 };
    let state: SimulationView["state"] = "running";
    await page.route(`**/v1/simulations/${ids.graded}`, (route) =>
      route.fulfill({
        json: { ...whole, ...counted, state, isProvisional: state === "cancelled", isEvidence: false },
      }),
    );
    await page.route("**/events", (route) =>
      route.fulfill({
        contentType: "text/event-stream",
        body: `event: progress\ndata: ${JSON.stringify({ state: "running", ...counted })}\nid: 150\n\n`,
      }),
    );
    await page.route("**/cancel", (route) => {
      state = "cancelled";
      return route.fulfill({ json: { id: ids.graded } });
    });
    await page.reload();
    const progress = page.getByRole("progressbar");
    await expect.poll(() => progress.getAttribute("aria-valuenow")).toBe("150");
    await expect
      .poll(() => progress.getAttribute("aria-valuetext"))
      .toMatch(/150 of 400 .*2 skipped .*50 a second .*5 secs? left/);
    await page.getByText("Provisional: the run has not come to its end").waitFor();
    await page.getByText(/Evaluated \d+ of the \d+ cases looked at so far/).waitFor();
    // Its state stands with its progress, once.
    await expect.poll(() => page.getByText("Under way", { exact: true }).count()).toBe(1);
    // What is found next may differ by more, so that the list waits for its end with that order.
    const order = page.getByLabel("Order", { exact: true });
    expect([await order.inputValue(), await order.isDisabled()]).toEqual(["day", true]);
    await page.getByText("By difference once the simulation is over.").waitFor();
    await visitor.shoot("simulation-running");
    await page.getByRole("button", { name: "Call off" }).click();
    await page.getByText("150 of 400 cases were looked at").waitFor();
    await expect.poll(() => order.inputValue()).toBe("difference");
    await page.locator(".histogram").waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

describe("a case that changes", () => {
  it.each(["en", "zh"] as const)("shows old and new side by side in %s, soundly", async (language) => {
    const visitor = await signedIn(`/simulations/${ids.graded}?direction=higher`, { language });
    const { page } = visitor;
    const link = page.locator(".changed-cases tbody th a").first();
    const id = await link.innerText();
    await link.click();
    await page.locator("#candidate-story .story li").first().waitFor();
    await page.locator("#baseline-story .story li").first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/simulations/${ids.graded}/cases/${id}`);
    await visitor.shoot(`simulation-case-${language}`);
    expect(await faultsOf(visitor)).toEqual([]);
    // What both sides say alike is shown on demand.
    const steps = page.locator("#candidate-story .story > li");
    const differing = await steps.count();
    await page.getByRole("button", { name: language === "en" ? "Show all steps" : "显示全部步骤" }).click();
    await expect.poll(() => steps.count()).toBeGreaterThan(differing);
    await page.locator(".simulation-head a").click();
    await expect.poll(() => new URL(page.url()).search).toBe("?direction=higher");
    await visitor.close();
  });

  it("says in words that nothing differs but the order, where no field does", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}?direction=higher`, { language: "zh" });
    const { page } = visitor;
    await page.route("**/changes/*", async (route) => {
      const whole = (await (await route.fetch()).json()) as { readonly baseline: object };
      await route.fulfill({ json: { ...whole, candidate: whole.baseline } });
    });
    await page.locator(".changed-cases tbody th a").first().click();
    await page.getByText("两个结果逐项相同").waitFor();
    await expect.poll(() => page.locator(".simulation-card table").count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("by an earlier month says what the candidate charges upon what the baseline stood on", async () => {
    const visitor = await signedIn(`/simulations/${ids.capped}?by=earlier-month`);
    const { page } = visitor;
    await page.locator(".changed-cases tbody th a").first().click();
    await page.getByText(/By an earlier month: taken by itself .* as the baseline does/).waitFor();
    // The same amount, in other months.
    const [line] = await page.locator(".simulation-card tbody tr").allInnerTexts();
    expect(line).toMatch(/Months\s+.*¥/);
    await visitor.shoot("simulation-case-earlier");
    await visitor.close();
  });
});

describe("as evidence", () => {
  it("stands for its draft until that is edited, is pinned where the review stands on another, and runs again", async () => {
    const visitor = await signedIn(`/simulations/${ids.graded}`);
    const { page } = visitor;
    await page.getByText("The draft is handed in with this simulation").waitFor();
    await ask(`/v1/drafts/${graded}/submit`, { method: "POST", revision: 2 });
    await page.reload();
    await page.getByText("the review stands on what this simulation found").waitFor();
    // More cases came in: another simulation of the same content moves another amount.
    await keepCases(world.service, 8);
    await page.getByRole("button", { name: "Run again" }).click();
    await page.waitForURL((url) => !url.pathname.includes(ids.graded) && url.pathname.includes("job-"));
    await page.getByRole("button", { name: "Pin as evidence" }).click();
    await page.getByText("the review stands on what this simulation found").waitFor();
    const newer = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await visitor.goTo(`/simulations/${ids.graded}`);
    await page.getByText("this content is reviewed with another full simulation").waitFor();
    await edit(graded, { change: (document) => withCap(document, 0.3), revision: 2 });
    await visitor.goTo(`/simulations/${newer}`);
    await page.getByText("The draft has been edited since").waitFor();
    await visitor.shoot("simulation-stale");
    await page.getByRole("button", { name: "Run again with the present content" }).click();
    await page.waitForURL((url) => !url.pathname.includes(newer));
    await page.getByText("The draft is handed in with this simulation").waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
