import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

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

/** The import page's own table: one row fits, one has a date that nobody can read, and a column that nothing is called. */
const TABLE = [
  "案件编号,投诉类型,来函日,核定的投诉损失（元）,工号,所属职能,本人基数,责任单位基数合计",
  'C-2026-001,品质缺陷,2026年7月6日,"￥12,000.00",E9001,生产,12,40',
  "C-2026-002,包装破损,01/02/2026,1.2万,E9002,营运,8,40",
].join("\n");

describe("home", () => {
  it("loads the sample company with real counts, leads to its draft and back, and removes it", async () => {
    const visitor = await world.open();
    const { page } = visitor;
    await visitor.goTo("/");
    await visitor.signInAs("author");
    await visitor.shoot("home-author-first");
    await expect
      .poll(() => stepsShown(visitor))
      .toEqual([
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
    const loaded = page.getByText(
      `It is loaded: 2,000 cases in ${total.toLocaleString("en")} rows, one for each party.`,
    );
    await page.locator("[role=progressbar]:not([aria-valuenow='0'])").or(loaded).waitFor();
    await visitor.shoot("home-loading");
    await loaded.waitFor();
    expect((await stepsShown(visitor))[0]).toMatch(/^✓ /);
    await page.getByText("Conduct and damage (sample)").first().waitFor();
    await visitor.shoot("home-loaded");
    const handler = await world.open();
    await handler.goTo("/");
    await handler.signInAs("handler");
    await handler.page.getByRole("link", { name: "sample-cases.csv" }).waitFor();
    await handler.page.getByText(/rows, 2,000 cases that fit/).waitFor();
    await expect.poll(() => stepsShown(handler)).toEqual(["Bring in past cases from a spreadsheet"]);
    await handler.close();
    await page.getByText("The draft has four slips").waitFor();
    expect(await seriousFaults(visitor)).toEqual([]);

    await page.getByRole("link", { name: "Open the draft" }).click();
    await page.waitForURL(/\/policies\/sample-conduct\/draft\//);
    await page.getByRole("tab", { name: /Problems/ }).waitFor();
    await visitor.goTo("/");
    await page.getByRole("link", { name: "Go on with your draft: Conduct and damage (sample)" }).waitFor();

    // A draft that is closed is spoken of no more.
    await page.getByText("The draft has four slips").waitFor();
    const draft = await page.getByRole("link", { name: "Open the draft" }).getAttribute("href");
    await page.request.post(`/v1/drafts/${draft?.split("/").at(-1)}/withdraw`, {
      headers: { Origin: world.url },
    });
    await visitor.goTo("/");
    await loaded.waitFor();
    await page.getByRole("link", { name: "See the policy" }).waitFor();
    await expect.poll(() => page.getByText("The draft has four slips").count()).toBe(0);
    await expect.poll(() => page.getByRole("link", { name: "Open the draft" }).count()).toBe(0);

    await page.getByRole("button", { name: "Remove it" }).click();
    await visitor.shoot("home-removing");
    const before = await stepsShown(visitor);
    await page.getByRole("button", { name: "Remove the sample company" }).click();
    await page.getByRole("button", { name: "Load the sample company" }).waitFor();
    await expect.poll(() => page.getByText("Conduct and damage (sample)").count()).toBe(0);
    await expect.poll(() => page.getByText("The draft has four slips").count()).toBe(0);
    // What was done stays done, though nothing is left of it.
    await visitor.goTo("/");
    await expect.poll(() => stepsShown(visitor)).toEqual(before);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("shows an approver what others handed in, and not what they wrote themselves", async () => {
    const author = await world.open();
    await author.goTo("/");
    await author.signInAs("author", "approver");
    const draft = await author.beginDraft("complaint-fines");
    await author.handIn(draft);
    await author.goTo("/");
    await author.page.getByRole("heading", { name: "Handed in by you" }).waitFor();
    const waiting = (visitor: Visitor) =>
      visitor.page
        .locator("section")
        .filter({ has: visitor.page.getByRole("heading", { name: "Waiting for you" }) });
    await waiting(author).getByText("Nothing waits for your review.").waitFor();
    await author.close();

    const approver = await world.open();
    await approver.goTo("/");
    await approver.signInAs("approver");
    await waiting(approver).getByRole("link").waitFor();
    await approver.shoot("home-approver");
    await expect.poll(() => stepsShown(approver)).toEqual(["Review a draft that somebody else handed in"]);
    await waiting(approver).getByRole("link").click();
    await approver.page.waitForURL(`**/reviews/${draft}`);
    await approver.close();
  });

  it("has something for every role, without a serious fault, in Chinese as well", async () => {
    for (const role of ["admin", "author", "handler", "auditor", "employee"] as const) {
      const visitor = await world.open({ language: "zh" });
      await visitor.goTo("/");
      await visitor.signInAs(role);
      expect([role, await seriousFaults(visitor)]).toEqual([role, []]);
      expect([role, visitor.complaints]).toEqual([role, []]);
      await visitor.shoot(`home-${role}-zh`);
      await visitor.close();
    }
  });

  it("puts the first steps away for one account, and brings them back", async () => {
    const visitor = await world.open();
    await visitor.goTo("/");
    await visitor.signInAs("author");
    await visitor.page.getByRole("button", { name: "Hide" }).click();
    await visitor.goTo("/");
    await expect.poll(() => visitor.page.getByRole("heading", { name: "First steps" }).count()).toBe(0);
    await visitor.page.getByRole("button", { name: "Show the first steps" }).click();
    await visitor.page.getByRole("heading", { name: "First steps" }).waitFor();
    await visitor.page.getByRole("button", { name: "Hide" }).click();
    await visitor.page.getByRole("button", { name: /^Account of/ }).click();
    await visitor.page.getByRole("button", { name: "Sign out" }).click();
    await visitor.page.locator("input[type=email]").waitFor();
    // Somebody else in the same browser still has them.
    await visitor.signInAs("author");
    await visitor.goTo("/");
    await visitor.page.getByRole("heading", { name: "First steps" }).waitFor();
    await visitor.close();
  });
});

describe("bringing in past cases", () => {
  it.each(["en", "zh"] as const)(
    "checks every row, has a column settled, and keeps what fits, in %s",
    async (language) => {
      const visitor = await world.open({ language });
      const { page } = visitor;
      const say = (en: string, zh: string): string => ({ en, zh })[language];
      await visitor.goTo("/imports/new?policy=complaint-fines");
      await visitor.signInAs("handler");
      const table = TABLE.replaceAll("C-2026", `C-${language}`);
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "历史案件.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
      await page.getByRole("button", { name: say("Check the file", "检查文件") }).click();
      const date = page.getByLabel(say("What the column 来函日 holds", "“来函日”列的对应内容"));
      await date.waitFor();
      await visitor.shoot(`import-unclear-${language}`);
      await date.selectOption("case.receivedOn");
      await page.getByRole("button", { name: say("Check", "检查") }).click();
      await page.getByRole("cell", { name: "01/02/2026", exact: true }).waitFor();
      expect(await seriousFaults(visitor)).toEqual([]);
      await visitor.shoot(`import-checked-${language}`);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: say("Download as CSV", "下载CSV表格") }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);

      await page
        .getByRole("button", { name: say("Keep the 1 cases that fit", "保存符合要求的1个案件") })
        .click();
      await page.waitForURL(/\/imports\/imp-/);
      await page.getByRole("heading", { name: /历史案件\.csv/ }).waitFor();
      const fits = page.locator(".import-counts div").first();
      await expect.poll(() => fits.innerText()).toMatch(/1$/);
      await visitor.shoot(`import-kept-${language}`);
      expect(await seriousFaults(visitor)).toEqual([]);
      expect(visitor.complaints.filter((one) => !one.includes("422"))).toEqual([]);
      await visitor.close();
    },
  );

  it("is not offered to whoever may not, who is told who can", async () => {
    const visitor = await world.open();
    await visitor.goTo("/imports/new");
    await visitor.signInAs("author");
    await visitor.page.getByText("A case handler can bring in cases.").waitFor();
    await expect.poll(() => visitor.page.locator("input[type=file]").count()).toBe(0);
    await visitor.close();
  });

  it("makes a draft of the file of a policy, new or known", async () => {
    const visitor = await world.open();
    const { page } = visitor;
    await visitor.goTo("/imports/policy");
    await visitor.signInAs("author");
    const choose = (document: unknown) => put("policy.json", JSON.stringify(document));
    const put = (name: string, text: string) =>
      page
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
    await put("policy.docx", "PK\u0003\u0004");
    await page.locator(".trouble").filter({ hasText: "Choose a JSON file (.json)" }).waitFor();
    await visitor.shoot("policy-file-wrong");
    await choose({ title: "none" });
    await page.getByRole("alert").filter({ hasText: "has no “id”" }).waitFor();
    await choose({ id: "visitor-rules", title: { en: "Visitors", zh: "访客" } });
    const shown = page.locator(".policy-file");
    await shown.getByText("There is no policy of this name yet.").waitFor();
    await expect.poll(() => shown.locator("dd").allInnerTexts()).toEqual(["Visitors", "not stated"]);
    const known = await page.request.get("/v1/policies/complaint-fines/versions/2");
    const { policy } = (await known.json()) as { readonly policy: object };
    await choose({ ...policy, title: { en: "Complaints", zh: "投诉" }, version: 3 });
    await expect.poll(() => shown.locator("dd").allInnerTexts()).toEqual(["Complaints", "3", "2"]);
    await visitor.shoot("policy-file-known");
    await choose({ id: "visitor-rules", title: { en: "Visitors", zh: "访客" } });
    await visitor.shoot("policy-file");
    await page.getByRole("button", { name: "Begin a draft with it" }).click();
    await page.waitForURL(/\/policies\/visitor-rules\/draft\//);
    await page.getByRole("button", { name: "Undo: From the file policy.json" }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
