import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@evenhand/domain";
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
  await author.page.getByRole("link", { name: "Go to the review" }).waitFor();
  return { author, id };
}

describe("a review", () => {
  it("shows a second person every change and its evidence; approved and published, it comes into force", async () => {
    const { author, id } = await handedIn({
      policy: "complaint-fines",
      figure: /bonus deduction for a major demerit/,
      value: "90",
    });
    const approver = await world.open();
    await approver.goTo("/");
    await approver.signInAs("approver");
    await approver.page
      .getByRole("link", { name: "Complaint responsibility and bonus deduction" })
      .first()
      .click();
    await approver.page.waitForURL(`**/reviews/${id}`);
    const { page } = approver;
    await page.getByText("reaches rule “A grade converts to a bonus deduction”").waitFor();
    await page.getByRole("button", { name: /^Approve [0-9a-f]{6}$/ }).click();
    await page.getByText("1 of 1 changes are not ticked as viewed.").waitFor();
    await page.getByRole("button", { name: "Show the first of them" }).click();
    const change = page.getByRole("checkbox", { name: /100% to 90%, −10 percentage points/ });
    await change.check();
    await page.getByText("1 of 1 viewed").waitFor();
    await page.reload();
    expect(await change.isChecked()).toBe(true);
    await approver.page.getByText("This policy has no examples").waitFor();
    const { violations } = await new AxeBuilder({ page: approver.page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    await approver.shoot("review-en");
    for (const view of ["Table", "JSON"]) {
      await page.getByRole("tab", { name: view }).click();
      await page
        .getByRole("table")
        .getByText(view === "Table" ? "90%" : '"value": 0.9,')
        .waitFor();
      await approver.shoot(`review-${view}-en`);
    }
    await page.getByRole("tab", { name: "Sentences" }).click();
    await page.getByRole("button", { name: "中文" }).click();
    await page.setViewportSize({ width: 1920, height: 1000 });
    await approver.shoot("review-zh");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: /^Approve/ }).click();
    await approver.page.getByRole("button", { name: "Publish" }).click();
    await approver.page.getByText("Published.").waitFor();
    const read = await approver.page.request.get("/v1/policies/complaint-fines/versions/3");
    expect(await read.json()).toMatchObject({
      policy: { version: 3, parameters: { majorDemeritConversion: { value: 0.9 } } },
    });
    expect([...author.complaints, ...approver.complaints]).toEqual([]);
    await author.close();
    await approver.close();
  });

  it("is not for whoever edited the draft, and says why", async () => {
    const { author, id } = await handedIn({
      policy: "dealer-complaints",
      figure: /days from the reply to the call/,
      value: "14",
      roles: ["author", "approver"],
    });
    await author.goTo(`/reviews/${id}`);
    await author.page.getByText(/You wrote part of this draft, .* not with another account/).waitFor();
    await author.page.getByText(/anybody with the role of approver who wrote none of it/).waitFor();
    expect(await author.page.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
    await author.shoot("review-own");
    await author.close();
  });

  it("is void after an edit: what was approved cannot be published any more", async () => {
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
    await approver.page.getByRole("button", { name: "Publish" }).click();
    await approver.page.getByText("This draft has not been handed in.").waitFor();
    const versions = await approver.page.request.get("/v1/policies/first-contact/versions");
    expect(await versions.json()).toMatchObject({ versions: [{ version: 1 }] });
    await author.close();
    await approver.close();
  });
});
