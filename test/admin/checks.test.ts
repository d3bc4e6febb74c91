import { readFile } from "node:fs/promises";
import { claimJob, insertCheck, insertJob } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

// A check takes seconds of a machine that has nothing else to do.
const POLICY = "complaint-fines";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

async function authorAt(path: string, given: Parameters<AdminWorld["open"]>[0] = {}): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs("author");
  await visitor.goTo(path);
  return visitor;
}

/** A check of version 1 that another process works on, and never comes to the end of. */
async function heldElsewhere(id: string): Promise<void> {
  const { store, rulebook } = world.service.context;
  const found = (await rulebook()).version(POLICY, 1);
  if ("refusal" in found) throw new Error("there is no version 1");
  const { hash } = found.version;
  const payload = {
    policy: POLICY,
    subject: { version: 1, hash },
    probes: { alsoProtected: [] },
    proofs: [],
    seconds: 30,
  };
  const at = Date.now();
  await store.write(async (tx) => {
    const job = { id, kind: "check", payload: JSON.stringify(payload), created_by: "system:test" };
    await insertJob(tx, { ...job, created_at: at });
    await insertCheck(tx, { job_id: id, policy_id: POLICY, draft_id: null, content_hash: hash });
    await claimJob(tx, { worker: "another process", at, kinds: ["check"], silentSince: at - 60_000 });
  });
}

const WORDS = {
  en: {
    heading: "Complaint responsibility and bonus deduction – checks",
    start: "Start the check",
    finding: /“warning” costs more than the graver “minor demerit”/,
    noProof: "What was not found is not proved.",
    differs: "differs",
    charged: /is charged/,
    version: "Version 1",
    mend: "Begin a draft to mend it",
    toNewest: "Check the newest version (2)",
  },
  zh: {
    heading: "客户投诉责任与绩效奖金扣减办法：检验",
    start: "开始检验",
    finding: /“警告”比较重的“记小过”扣得更多/,
    noProof: "未发现不等于已证明没有。",
    differs: "不同",
    charged: /应扣金额/,
    version: "第1版",
    mend: "新建草案修正",
    toNewest: "检验最新版本（第2版）",
  },
} as const;

describe.each(["en", "zh"] as const)("checks of a version in %s", (language) => {
  const words = WORDS[language];

  it("show that a warning costs more than a minor demerit, with the two cases side by side", async () => {
    const visitor = await authorAt(`/policies/${POLICY}/checks?version=1`, { language });
    const { page } = visitor;
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`checks-first-${language}`);
    await page.getByRole("button", { name: words.start }).click();
    // What an earlier check found is gone by then.
    await page.waitForURL(/[?&]check=/);
    const finding = page.getByRole("article").filter({ hasText: words.finding });
    await finding.waitFor();
    await page.getByText(words.noProof).waitFor();
    const table = finding.getByRole("table");
    if (!(await table.isVisible())) await finding.locator("summary").click();
    await expect.poll(() => table.getByText(words.differs).count()).toBe(1);
    const charged = table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: words.charged }) });
    const [lesser, graver] = await charged.getByRole("cell").allInnerTexts();
    const figure = (text = ""): number => Number(text.replace(/[^\d.]/g, ""));
    expect(figure(lesser)).toBeGreaterThan(figure(graver));
    // What a version says never changes, so that a list of its checks names it.
    await expect.poll(() => page.locator(".check-list tbody td").first().innerText()).toBe(words.version);
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`checks-found-${language}`);
    // A draft from this version would drop what version 2 changed.
    await finding.getByRole("link", { name: words.toNewest }).click();
    await page.waitForURL(/[?&]version=2/);
    await expect.poll(() => page.getByRole("button", { name: words.mend }).count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

describe("a check of a draft", () => {
  it("proves and refutes, gives out the certificate, becomes an example, and is stale once the draft was edited", async () => {
    const visitor = await authorAt("/");
    const { page } = visitor;
    const draft = await visitor.beginDraft(POLICY);
    await visitor.goTo(`/policies/${POLICY}/draft/${draft}`);
    await page.getByRole("link", { name: "Checks", exact: true }).click();
    await page.getByLabel("Look for what a policy should never do").uncheck();
    await expect.poll(() => page.getByRole("button", { name: "Start the check" }).isDisabled()).toBe(true);
    await page.getByText("Choose at least one thing to check.").waitFor();
    await page.getByLabel("No month takes more than a part of the bonus").check();
    await page.getByLabel(/At most, in per cent/).fill("200");
    await page.getByText("Type a figure from 0 to 100, such as 50.").waitFor();
    await page.getByLabel(/At most, in per cent/).fill("10");
    await page.getByLabel("No two rules contradict one another").check();
    await page.getByRole("button", { name: "Start the check" }).click();
    const refuted = page.getByRole("article").filter({ hasText: "No month takes more than 10%" });
    await refuted.getByText("Refuted by this case, which the engine confirms").waitFor();
    const proved = page.getByRole("article").filter({ hasText: "No two rules of one priority" });
    await proved.getByText(/^\S+ Proved$/).waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot("checks-proofs-en");
    const [certificate] = await Promise.all([
      page.waitForEvent("download"),
      refuted.getByRole("link", { name: "Certificate (JSON)" }).click(),
    ]);
    const written = JSON.parse(await readFile(await certificate.path(), "utf8")) as Record<string, unknown>;
    expect(written).toMatchObject({ format: "evenhand-proof/1", answer: "refuted" });
    const address = page.url();
    await visitor.goTo(`/reviews/${draft}`);
    await page.getByText("Checks of this content: proved: 1, refuted: 1, no probes were run").waitFor();
    await visitor.shoot("checks-review-found-en");
    await page.goto(address);
    await refuted.getByRole("button", { name: "Make an example of it" }).click();
    await page.waitForURL(/dock=examples/);
    await page.getByText("A case in which a month takes more than 10% of the bonus").first().waitFor();
    const amount = page.getByLabel(/^Expected: .*total$/);
    await expect.poll(() => amount.inputValue()).toBe("");
    await visitor.shoot("checks-example-en");
    await amount.fill("1");
    await amount.press("Enter");
    await expect.poll(() => amount.inputValue()).toMatch(/^1(?:\.00)?$/);
    await saved(page);
    await visitor.goTo(address);
    await page.getByText(/The draft was edited after this check/).waitFor();
    // What was made an example is not made one a second time.
    await refuted.getByRole("link", { name: "Look at it" }).waitFor();
    await expect.poll(() => refuted.getByRole("button", { name: "Make an example of it" }).count()).toBe(0);
    await visitor.shoot("checks-stale-en");
    await visitor.goTo(`/reviews/${draft}`);
    await page.getByText("Checks: none were run of this content").waitFor();
    await page.getByText(/Another content of this draft, checked .*: proved:\s1, refuted:\s1/).waitFor();
    await page.getByText(/0 of 1 examples/).waitFor();
    await visitor.shoot("checks-review-en");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByText(/这份草案的其他内容（.*检验）：已证明1项，已推翻1项/).waitFor();
    await visitor.shoot("checks-review-zh");
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("is called off, and says that what stands there was found until then", async () => {
    await heldElsewhere("job-held");
    const visitor = await authorAt(`/policies/${POLICY}/checks?version=1&check=job-held`);
    const { page } = visitor;
    const main = page.getByRole("main");
    await main.getByRole("button", { name: "Call off" }).click();
    await page.getByText(/It was called off/).waitFor();
    await expect.poll(() => main.getByRole("button", { name: "Call off" }).count()).toBe(0);
    await visitor.close();
  });
});

describe("the page of checks", () => {
  it("is worked by keys, fits a narrow window, and says where the address names nothing", async () => {
    const visitor = await authorAt(`/policies/${POLICY}/checks?version=2`, { width: 420 });
    const { page } = visitor;
    await page.getByLabel("Look for what a policy should never do").focus();
    await page.keyboard.press("Space");
    await page.getByText("Choose at least one thing to check.").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => page.getByLabel("No two rules contradict one another").isChecked()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    await page.getByLabel("Nobody is charged more than under an earlier version").check();
    await visitor.shoot("checks-narrow-en");
    await visitor.goTo(`/policies/${POLICY}/checks`);
    await page.getByText(/The address names neither a draft nor a version/).waitFor();
    await visitor.close();
  });

  it("tells whoever may not look who may", async () => {
    const visitor = await world.open();
    await visitor.goTo(`/policies/${POLICY}/checks?version=1`);
    await visitor.signInAs("handler");
    await visitor.page.getByText("drafts:read").waitFor();
    await expect.poll(() => visitor.page.getByRole("button", { name: "Start the check" }).count()).toBe(0);
    await visitor.close();
  });
});
