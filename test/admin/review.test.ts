import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Policy, Role } from "@evenhand/domain";
import { attachSimulation } from "@evenhand/service";
import { PASSWORD } from "../auth/service.ts";
import { keepCases } from "./keep-cases.ts";
import { publishVersion } from "./publish-version.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

/** An author who changed a figure of a policy and handed the draft in. */
async function handedIn({
  policy,
  figure,
  value,
  roles = ["author"],
}: {
  readonly policy: string;
  readonly figure: RegExp;
  readonly value: string;
  readonly roles?: readonly Role[];
}): Promise<{ readonly author: Visitor; readonly id: string }> {
  const author = await world.open({ width: 1440 });
  await author.goTo("/");
  await author.signInAs(...roles);
  const id = await author.beginDraft(policy);
  await author.goTo(`/policies/${policy}/draft/${id}`);
  await author.page.getByRole("link", { name: figure }).click();
  await author.page.getByLabel("Value").fill(value);
  await author.page.getByText(/^Saved/).waitFor();
  await author.page.getByRole("button", { name: "Submit for review" }).click();
  await author.page.getByText("Changes: 1").waitFor();
  await author.page.getByText(/anybody with the role of approver who wrote none of it/).waitFor();
  await author.page.getByRole("button", { name: "Hand in", exact: true }).click();
  await author.page.getByRole("link", { name: "Go to the review" }).waitFor();
  return { author, id };
}

/** A day so many days ahead. */
function ahead(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, "2026-07-10".length);
}

const SIMULATION: Actor = { kind: "system", id: "simulation" };
const CLOSE_DAYS = /time allowed to close a domestic complaint/;

describe("a review", () => {
  it("shows a second person every change and its evidence, and asks before what was not viewed is approved", async () => {
    const { author, id } = await handedIn({
      policy: "complaint-fines",
      figure: /bonus deduction for a major demerit/,
      value: "90",
    });
    const approver = await world.open();
    const { page } = approver;
    await approver.goTo("/");
    await approver.signInAs("approver");
    await page.getByRole("link", { name: "Complaint responsibility and bonus deduction" }).first().click();
    await page.waitForURL(`**/reviews/${id}`);
    await page.getByText("reaches rule “A grade converts to a bonus deduction”").waitFor();
    await page.getByRole("button", { name: "Approve this content" }).click();
    await page.getByText("1 of 1 changes are not ticked as viewed.").waitFor();
    await page.getByRole("button", { name: "Show the first of them" }).click();
    const change = page.getByRole("checkbox", { name: /100% to 90%, −10 percentage points/ });
    await change.check();
    await page.getByText("1 of 1 viewed").waitFor();
    await page.reload();
    await page.getByText("1 of 1 viewed").waitFor();
    await expect.poll(() => change.isChecked()).toBe(true);
    await page.getByText("This policy has no examples").waitFor();
    await page.getByText("Effect on past cases: not simulated").waitFor();
    for (const view of ["Table", "JSON"]) {
      await page.getByRole("tab", { name: view }).click();
      await page
        .getByRole("table")
        .getByText(view === "Table" ? "90%" : '"value": 0.9,')
        .waitFor();
      await approver.shoot(`review-${view}-en`);
    }
    await page.getByRole("tab", { name: "Sentences" }).click();
    expect(await seriousFaults(approver)).toEqual([]);
    await page.getByRole("button", { name: /^Approve/ }).click();
    await page.getByRole("button", { name: "Publish" }).waitFor();
    expect([...author.complaints, ...approver.complaints]).toEqual([]);
    await author.close();
    await approver.close();
  });

  it("ends in a version from a day on, which is withdrawn before that day and then in force on none", async () => {
    const { author, id } = await handedIn({
      policy: "complaint-fines",
      figure: /bonus deduction for a major demerit/,
      value: "90",
    });
    const approver = await world.open();
    const { page } = approver;
    await approver.goTo(`/reviews/${id}`);
    await approver.signInAs("approver");
    await page.getByRole("checkbox", { name: /100% to 90%/ }).check();
    await page.getByRole("button", { name: /^Approve/ }).click();
    await page.getByText(/“.*” before .*: version 2, even where it is decided later\./).waitFor();
    const day = page.getByLabel("In force from");
    await day.fill("2020/1/1");
    await day.press("Enter");
    await page.getByText("This day is past.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Publish" }).isDisabled()).toBe(true);
    // Of a day that cannot be, no future is drawn.
    await expect.poll(() => page.locator("svg.timeline").count()).toBe(0);
    await expect.poll(() => page.getByText("1 January 2020 or later").count()).toBe(0);
    await day.fill("1/2/2027");
    await day.press("Enter");
    await page.getByText("The day or the month may come first here.", { exact: false }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Publish" }).isDisabled()).toBe(true);
    await day.fill(ahead(40));
    await day.press("Enter");
    await page.getByText(/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d+ /).waitFor();
    expect(await seriousFaults(approver)).toEqual([]);
    await approver.shoot("review-publish-en");
    await page.getByRole("button", { name: "中文" }).click();
    await page.setViewportSize({ width: 1920, height: 1000 });
    expect(await seriousFaults(approver)).toEqual([]);
    await approver.shoot("review-publish-zh");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText(/^Version 3 will be in force from /).waitFor();
    await approver.shoot("review-publish-ask-en");
    await page.getByRole("button", { name: "Not yet" }).click();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByText(/^将于.*起施行第3版/).waitFor();
    await approver.shoot("review-publish-ask-zh");
    await page.getByRole("button", { name: "暂不发布" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("button", { name: "Publish version 3" }).click();
    await page.getByText(/^Published\. Version 3 is in force from \w+,? \d+ /).waitFor();
    await approver.goTo("/");
    await page.getByText(/version 2 · version 3 from /i).waitFor();
    await approver.shoot("home-next-en");
    await approver.goTo(`/reviews/${id}`);
    const read = await page.request.get("/v1/policies/complaint-fines/versions/3");
    expect(await read.json()).toMatchObject({
      policy: {
        version: 3,
        effectiveFrom: ahead(40),
        parameters: { majorDemeritConversion: { value: 0.9 } },
      },
    });
    // What was published is there to be read, and an address of what it does not have says so.
    await author.goTo(`/policies/complaint-fines/draft/${id}?at=/parameters/nowhere`);
    await author.page.getByText(/was published and does not change any more/).waitFor();
    await author.page.getByText(/There is no such part in this draft/).waitFor();
    await expect.poll(() => author.page.getByRole("button", { name: "Submit for review" }).count()).toBe(0);
    await author.close();
    await page.getByRole("link", { name: "Show the policy" }).click();
    await page.getByRole("button", { name: "Withdraw version 3" }).click();
    await page.getByLabel("Why it is withdrawn").fill("the day was mistyped");
    await page.getByRole("button", { name: "Withdraw version 3" }).click();
    const row = page.getByRole("row", { name: /^Version 3/ });
    await row.getByText("withdrawn", { exact: true }).waitFor();
    await approver.shoot("policy-withdrawn");
    const bars = await page.locator("svg.timeline g[data-state] text").allTextContents();
    expect(bars.map((text) => text.slice(0, "Version 1".length))).toEqual(["Version 1", "Version 2"]);
    expect(approver.complaints).toEqual([]);
    await approver.close();
  });

  it("is talked about change by change, until it is settled, and the talk outlives an edit", async () => {
    const { author, id } = await handedIn({
      policy: "branch-complaints",
      figure: CLOSE_DAYS,
      value: "12",
    });
    const approver = await world.open();
    const { page } = approver;
    await approver.goTo(`/reviews/${id}`);
    await approver.signInAs("approver");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.getByRole("textbox", { name: "Comment" }).fill("Why so few?");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Why so few?").waitFor();
    await author.goTo("/");
    await author.page.getByText("open comments: 1").waitFor();
    await author.goTo(`/reviews/${id}`);
    await author.page.getByRole("button", { name: "Reply" }).click();
    await author.page.getByRole("textbox", { name: "Reply" }).fill("Board minutes 2026-09");
    await author.page.getByRole("button", { name: "Send" }).click();
    await author.page.getByText("Board minutes 2026-09").waitFor();
    await page.getByLabel("Reason").fill("Quote the minutes in the notes");
    // What was typed and not sent is not lost by deciding.
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.getByRole("textbox", { name: "Comment" }).fill("Half a tho");
    await page.getByText("You typed a comment and did not send it.").waitFor();
    for (const name of ["Return to the author", "Approve this content"])
      await expect.poll(() => page.getByRole("button", { name }).isDisabled()).toBe(true);
    await approver.shoot("review-unsent-en");
    await page.getByRole("button", { name: "Go to the comment" }).click();
    await expect.poll(() => page.getByRole("textbox", { name: "Comment" }).inputValue()).toBe("Half a tho");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("You typed a comment").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Return to the author" }).click();
    await page.getByText("This draft has not been handed in.").waitFor();
    await author.page.reload();
    await author.page.getByText(/^Returned by E\d+, /).waitFor();
    await author.page.getByText("Quote the minutes in the notes").waitFor();
    await expect.poll(() => author.page.getByText("(void:").count()).toBe(0);
    await author.goTo("/");
    await author.page.getByText("Returned", { exact: true }).waitFor();
    await author.shoot("home-returned-en");
    await author.goTo(`/policies/branch-complaints/draft/${id}`);
    const returned = author.page.getByText(/^Returned by E\d+, .*Quote the minutes in the notes/);
    await returned.waitFor();
    await author.shoot("draft-returned-en");
    await author.page.getByRole("tab", { name: "Comments" }).click();
    await author.page.getByText("Why so few?").waitFor();
    await author.shoot("draft-comments-en");
    await author.page.getByRole("link", { name: CLOSE_DAYS }).first().click();
    await author.page.getByLabel("Value").fill("10");
    await author.page.getByRole("button", { name: /^Undo: .* 10$/ }).waitFor();
    await approver.goTo(`/reviews/${id}`);
    await page.getByText("said of an earlier content").first().waitFor();
    await page.getByText("Board minutes 2026-09").waitFor();
    expect(await seriousFaults(approver)).toEqual([]);
    await approver.shoot("review-comments-en");
    await page.getByRole("button", { name: "中文" }).click();
    await approver.shoot("review-comments-zh");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Mark as settled" }).click();
    await page.getByText(/settled by you/).waitFor();
    await author.close();
    await approver.close();
  });

  it("is not for whoever edited the draft, and says why and who can", async () => {
    const { author, id } = await handedIn({
      policy: "dealer-complaints",
      figure: /days from the reply to the call/,
      value: "14",
    });
    const { personId } = (await (await author.page.request.get("/v1/me")).json()) as { personId: string };
    const { email } = await world.service.person({ roles: ["approver"], personId });
    const again = await world.open({ language: "zh" });
    await again.goTo(`/reviews/${id}`);
    await again.page.locator("input[type=email]").fill(email);
    await again.page.locator("input[type=password]").fill(PASSWORD);
    await again.page.locator("button[type=submit]").click();
    await again.page.getByText(/这份草案中有您编写的内容，您不能批准.*其他账户同样不行/).waitFor();
    await again.shoot("review-own-zh");
    await again.page.getByRole("button", { name: "English" }).click();
    await again.page.getByText(/anybody with the role of approver who wrote none of it/).waitFor();
    await expect.poll(() => again.page.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
    await author.close();
    await again.close();
  });

  it("takes two people where a simulation moves much money, each of them once", async () => {
    const { author, id } = await handedIn({
      policy: "manufacturer-complaints",
      figure: /time allowed for the joint opinion/,
      value: "2",
    });
    const { contentHash } = (await (await author.page.request.get(`/v1/drafts/${id}`)).json()) as {
      contentHash: string;
    };
    const simulated = { actor: SIMULATION, draft: id, contentHash, movedMinor: 50_000_000 };
    expect(await attachSimulation(world.service.context, simulated)).not.toHaveProperty("refusal");
    const approve = async (visitor: Visitor): Promise<void> => {
      await visitor.goTo(`/reviews/${id}`);
      await visitor.signInAs("approver");
      await visitor.page.getByText("Full simulation of this content: 500,000.00 would move").waitFor();
      await visitor.page.getByRole("checkbox", { name: /joint opinion/ }).check();
      await visitor.page.getByRole("button", { name: /^Approve/ }).click();
    };
    const [one, other] = [await world.open(), await world.open({ width: 640 })];
    await approve(one);
    await one.page.getByText("1 of 2 approvals").waitFor();
    await one.page
      .getByText("The simulation moves 500,000.00; from 100,000.00 on, two must approve.")
      .waitFor();
    await one.page.getByText("You have approved this content. Each person approves once.").waitFor();
    await approve(other);
    await other.page.getByText("2 of 2 approvals").waitFor();
    await other.page.getByRole("button", { name: "Publish" }).waitFor();
    expect(await other.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(640);
    await other.shoot("review-narrow");
    for (const visitor of [author, one, other]) await visitor.close();
  });

  it("names where a newer version and the draft go apart, and takes the newer one over", async () => {
    const { author, id } = await handedIn({
      policy: "dealer-complaints",
      figure: /days from the reply to the call/,
      value: "14",
    });
    await publishVersion(world.service, {
      policy: "dealer-complaints",
      effectiveFrom: ahead(20),
      edit: (policy) => withFigures(policy, { replyFollowUpDays: 12, memoDays: 4 }),
    });
    const { page } = author;
    await author.goTo(`/reviews/${id}`);
    await page.getByText("Version 2 was published since this draft began as version 1").waitFor();
    const takeOver = page.getByRole("button", { name: "Take over version 2" });
    await page.getByText(/version 1 said 15 .*, version 2 says 12 .*, this draft says 14/).waitFor();
    await expect.poll(() => takeOver.isDisabled()).toBe(true);
    await page.getByText("Other changes of version 2, which this draft does not touch: 1").click();
    expect(await seriousFaults(author)).toEqual([]);
    await author.shoot("review-overtaken-en");
    await page.getByRole("button", { name: "中文" }).click();
    await author.shoot("review-overtaken-zh");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("radio", { name: /^Keep mine: 14/ }).check();
    await takeOver.click();
    await page.getByText("Changes against version 2").waitFor();
    await page.getByText(/changed from 12 calendar days to 14 calendar days, \+2 calendar days/).waitFor();
    await page.getByText("Version 2 was published since").waitFor({ state: "detached" });
    const draft = await page.request.get(`/v1/drafts/${id}`);
    expect(await draft.json()).toMatchObject({
      state: "draft",
      baseVersion: 2,
      document: { parameters: { replyFollowUpDays: { value: 14 }, memoDays: { value: 4 } } },
    });
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("is void after an edit: the page says so, and what was approved cannot be published any more", async () => {
    const { author, id } = await handedIn({
      policy: "first-contact",
      figure: /delay after which the board is told/,
      value: "200",
    });
    const approver = await world.open();
    await approver.goTo(`/reviews/${id}`);
    await approver.signInAs("approver");
    await approver.page.getByRole("button", { name: /^Approve/ }).click();
    await approver.page.getByRole("button", { name: "Approve anyway" }).click();
    await approver.page.getByRole("button", { name: "Publish" }).waitFor();
    await author.page.getByLabel("Value").fill("220");
    await author.page.getByRole("button", { name: /^Undo: .* 220$/ }).waitFor();
    await approver.page.getByText("This draft was edited while you had it open.").waitFor();
    await approver.page.getByText("This draft has not been handed in.").waitFor();
    await approver.page.getByText(/Approved by you.*\(on an earlier submission, void\)/).waitFor();
    await expect.poll(() => approver.page.getByRole("button", { name: "Publish" }).count()).toBe(0);
    await approver.shoot("review-void");
    const late = await approver.page.request.post(`/v1/drafts/${id}/publish`, {
      data: { effectiveFrom: ahead(1) },
      headers: { Origin: world.url },
    });
    expect(await late.json()).toMatchObject({ code: "wrong-state" });
    await author.close();
    await approver.close();
  });
});

describe("handing in", () => {
  it("simulates exactly this content over the past cases, with their counts, and the review shows what was found", async () => {
    await keepCases(world.service, 8);
    const author = await world.open({ width: 1440 });
    const { page } = author;
    await author.goTo("/");
    await author.signInAs("author");
    const id = await author.beginDraft("complaint-fines");
    await author.goTo(`/policies/complaint-fines/draft/${id}`);
    await page.getByRole("link", { name: /bonus deduction for a major demerit/ }).click();
    await page.getByLabel("Value").fill("80");
    await page.getByText(/^Saved/).waitFor();
    await page.getByRole("button", { name: "Submit for review" }).click();
    await page.getByText(/^Past cases: 8\./).waitFor();
    await author.shoot("hand-in-en");
    expect(await seriousFaults(author)).toEqual([]);
    await page.getByRole("button", { name: "Not yet" }).click();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "提交审核" }).click();
    await page.getByText("以往案件共8件", { exact: false }).waitFor();
    await author.shoot("hand-in-zh");
    await page.getByRole("button", { name: "确认提交" }).click();
    await page.getByRole("link", { name: "前往审核页面" }).click();
    await page.getByText(/^共8件以往案件，对比第2版/).waitFor();
    await author.shoot("review-simulated-zh");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText(/^✓ Full simulation of this content: .* would move$/).waitFor();
    await author.shoot("review-simulated-en");
    // The service was asked to take it as it was, and asked for the simulation first.
    expect(author.complaints).toEqual([expect.stringContaining("409")]);
    await author.close();
  });
});

/** A policy with other figures. */
function withFigures(policy: Policy, figures: Readonly<Record<string, number>>): Policy {
  const changed = Object.entries(figures).map(([id, value]) => {
    const parameter = policy.parameters[id];
    if (!parameter) throw new Error(`there is no figure ${id}`);
    return [id, { ...parameter, value }] as const;
  });
  return { ...policy, parameters: { ...policy.parameters, ...Object.fromEntries(changed) } };
}
