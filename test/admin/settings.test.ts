import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

/** Of twelve months that are drawn alike one is looked at: looking takes its time. */
const FURTHER_MONTHS = ".month:nth-of-type(n + 2)";

/** Looks at what is shown in both languages and gives back what is seriously wrong with access to it. */
async function looksRight(visitor: Visitor, name: string): Promise<void> {
  for (const [language, button] of [
    ["zh", "中文"],
    ["en", "English"],
  ] as const) {
    await visitor.page.getByRole("button", { name: button }).click();
    await visitor.shoot(`settings-${name}-${language}`);
    expect([name, language, await seriousFaults(visitor, { except: FURTHER_MONTHS })]).toEqual([
      name,
      language,
      [],
    ]);
  }
}

describe("the accounts", () => {
  it("are invited with a link that is shown once, and never with roles that clash", async () => {
    const admin = await world.open({ width: 1440 });
    await admin.goTo("/settings");
    await admin.signInAs("admin");
    await admin.page.waitForURL("**/settings/people");
    const { page } = admin;
    await page.getByRole("button", { name: "Open an account" }).click();
    await page.getByLabel("E-mail address").fill("new.author@example.org");
    await page.getByLabel("Name", { exact: true }).fill("Author New");
    await page.getByLabel("Staff number", { exact: true }).fill("E2001");
    await page.getByRole("checkbox", { name: "Author" }).check();
    await page.getByRole("checkbox", { name: "Auditor" }).check();
    await page.getByText("One person cannot be Auditor and Author").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Make the account" }).isDisabled()).toBe(true);
    await looksRight(admin, "people-invite");
    await page.getByRole("checkbox", { name: "Auditor" }).uncheck();
    await page.getByRole("button", { name: "Make the account" }).click();
    const link = await page.locator(".secret output").innerText();
    expect(link).toMatch(/\/welcome\/[\w-]{43}$/);
    await expect.poll(() => page.getByText("Links made before").count()).toBe(0);
    await admin.shoot("settings-people-link");
    await page.getByRole("button", { name: "I have copied it" }).click();
    expect(await page.content()).not.toContain(link);
    await page
      .getByRole("row", { name: /new\.author@example\.org.*E2001.*Author.*invited.*never/ })
      .waitFor();

    // A second account of the same person may not have what clashes with the first.
    await page.getByRole("button", { name: "Open an account" }).click();
    await page.getByLabel("E-mail address").fill("second@example.org");
    await page.getByLabel("Staff number", { exact: true }).fill("E2001");
    await page.getByText("E2001 already has an account: new.author@example.org").waitFor();
    await page.getByRole("checkbox", { name: "Auditor" }).check();
    await page.getByText("One person cannot be Auditor and Author").waitFor();
    await page.getByRole("checkbox", { name: "Auditor" }).uncheck();
    await page.getByRole("checkbox", { name: "Handler" }).check();
    await page.getByLabel("Name", { exact: true }).fill("Author New");
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByText("same person as second@example.org").waitFor();
    expect(admin.complaints).toEqual([]);
    await admin.close();
  });

  it("are changed, invited anew, shut with a question and opened again", async () => {
    const admin = await world.open({ width: 1440 });
    const { email } = await world.service.person({ roles: ["author"], personId: "E2003" });
    await admin.goTo(`/settings/people?q=${email}`);
    await admin.signInAs("admin");
    const { page } = admin;
    await page.getByRole("button", { name: `Change ${email}` }).click();
    await looksRight(admin, "people-change");
    await page.getByRole("checkbox", { name: "Approver" }).check();
    await page.getByRole("button", { name: "Save the roles" }).click();
    await page.getByRole("row", { name: /Author Approver.*active/ }).waitFor();
    await page.getByRole("button", { name: `Change ${email}` }).click();
    await page.getByRole("button", { name: "Make a new link" }).click();
    await page.getByRole("heading", { name: `The link for ${email}` }).waitFor();
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("button", { name: `Change ${email}` }).click();
    await page.getByRole("button", { name: "Deactivate" }).click();
    const question = page.getByRole("dialog");
    await expect.poll(() => question.innerText()).toContain("signed out everywhere at once");
    await admin.shoot("settings-people-shut");
    await question.getByRole("button", { name: "Deactivate" }).click();
    await page.getByRole("row", { name: /deactivated/ }).waitFor();
    await page.getByRole("button", { name: `Change ${email}` }).click();
    await page.getByRole("button", { name: "Activate again" }).click();
    await page.getByRole("row", { name: /active/ }).waitFor();
    await page.getByRole("searchbox").fill("nobody at all");
    await page.getByText("Nothing matches “nobody at all”.").waitFor();
    expect(admin.complaints).toEqual([]);
    await admin.close();
  });
});

describe("the keys", () => {
  it("are made for a purpose, shown once with a command that works, rotated and revoked", async () => {
    const admin = await world.open({ width: 1440 });
    await admin.goTo("/settings/keys");
    await admin.signInAs("admin");
    const { page } = admin;
    await page.getByText("There is no key yet.").waitFor();
    await page.getByRole("button", { name: "Make a key" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Make the key" }).isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: "Asks what a case would cost" }).check();
    await page.getByLabel("Name", { exact: true }).fill("Complaints desk");
    await page.getByLabel("Serves for").selectOption("30");
    await looksRight(admin, "keys-new");
    await page.getByRole("button", { name: "Make the key" }).click();
    const secret = await page.locator(".secret output").innerText();
    await expect.poll(() => page.locator(".command").innerText()).toContain(`Bearer ${secret}`);
    await admin.shoot("settings-keys-made");
    const answer = await fetch(`${world.url}/v1/policies`, {
      headers: { Authorization: `Bearer ${secret}` },
    });
    expect(answer.status).toBe(200);
    await page.getByRole("button", { name: "I have copied it" }).click();
    expect(await page.content()).not.toContain(secret);
    await page
      .getByRole("row", { name: /Complaints desk.*Asks what a case would cost.*ends soon/ })
      .waitFor();
    await page.getByRole("button", { name: "Rotate Complaints desk" }).click();
    await admin.shoot("settings-keys-rotate");
    await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
    const next = await page.locator(".secret output").innerText();
    expect(next).not.toBe(secret);
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("row", { name: /a new key takes its place/ }).waitFor();
    await looksRight(admin, "keys-list");
    const old = page.getByRole("row", { name: /a new key takes its place/ });
    await old.getByRole("button", { name: "Revoke Complaints desk" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("row", { name: /revoked/ }).waitFor();
    const refused = await fetch(`${world.url}/v1/policies`, {
      headers: { Authorization: `Bearer ${secret}` },
    });
    expect(refused.status).toBe(401);
    expect(admin.complaints).toEqual([]);
    await admin.close();
  });
});

describe("the settings of the service", () => {
  it("are changed by an administrator, and read by others who are told who can change them", async () => {
    const admin = await world.open();
    await admin.goTo("/settings/service");
    await admin.signInAs("admin");
    const { page } = admin;
    await page.getByLabel("Two approvers from this amount on").fill("50,000");
    await page.getByLabel("Day of the announcement").fill("31");
    await expect.poll(() => page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await page.getByLabel("Day of the announcement").fill("8");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await looksRight(admin, "service");
    const kept = await page.request.get("/v1/settings");
    expect(await kept.json()).toMatchObject({ twoApproversFromMinor: 5_000_000, announcementDay: 8 });
    await admin.close();
    const author = await world.open();
    await author.goTo("/settings/service");
    await author.signInAs("author");
    await author.page.getByText("ask somebody with the role Administrator").waitFor();
    await expect.poll(() => author.page.getByLabel("Day of the announcement").isDisabled()).toBe(true);
    await author.goTo("/settings/keys");
    await author.page.getByText("Somebody with the role Administrator can do it.").waitFor();
    await author.shoot("settings-not-mine");
    expect([...admin.complaints, ...author.complaints]).toEqual([]);
    await author.close();
  });
});

describe("trying a policy out", () => {
  it("sends what the form or the JSON says, and explains the answer or what is wrong, field by field", async () => {
    const author = await world.open({ width: 1440 });
    await author.goTo("/settings/try?policy=complaint-fines&version=2");
    await author.signInAs("author");
    const { page } = author;
    const loss = page.getByLabel("loss computed for the complaint");
    await loss.fill("much");
    await loss.blur();
    await page.getByRole("button", { name: "Send" }).click();
    const wrong = page.locator(".fact", { hasText: "loss computed for the complaint" });
    await wrong.getByRole("alert").waitFor();
    await author.shoot("settings-try-refused");
    await loss.fill("1,200.50");
    await loss.blur();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "Answer under version 2" }).waitFor();
    await page.getByText(/Answered in \d+ ms/).waitFor();
    await page.getByRole("heading", { name: "How it came about" }).waitFor();
    await looksRight(author, "try-answer");
    // The one request, as JSON: what is changed there is what the form shows.
    await page.getByRole("tab", { name: "JSON" }).click();
    const json = page.getByLabel("The request as JSON");
    const request = JSON.parse(await json.inputValue()) as { readonly policyVersion: number };
    expect(request).toMatchObject({ policyVersion: 2, case: { facts: { lossAmount: 120_050 } } });
    await json.fill("{ not");
    await json.blur();
    await page.getByText("This is not JSON").waitFor();
    await json.fill(JSON.stringify({ ...request, case: { reference: "T-7", facts: {}, parties: [] } }));
    await json.blur();
    await page.getByRole("tab", { name: "Form" }).click();
    await expect.poll(() => page.getByLabel("Case number").inputValue()).toBe("T-7");
    // Being refused is no fault, though the browser writes it down.
    expect(author.complaints.filter((text) => !text.includes("422"))).toEqual([]);
    await author.close();
  });
});

describe("the calendars", () => {
  it("say of a list that is pasted which lines cannot be taken in and what would change", async () => {
    const approver = await world.open({ width: 1440 });
    await approver.goTo("/settings/calendars?calendar=cn&year=2026");
    await approver.signInAs("approver");
    const { page } = approver;
    await page.getByRole("heading", { name: "The year 2026" }).waitFor();
    await approver.shoot("settings-calendar-year");
    await page.getByRole("button", { name: "Take a year in" }).click();
    await page.getByLabel("Announced in").fill("Notice for 2027");
    const days = page.getByLabel("Holidays and make-up days", { exact: true });
    await days.fill("2027-01-01 元旦放假\n2027-01-03 上班\n2026-05-01 放假\n2027-01-09");
    await page.getByText("Lines that cannot be taken in: 2").waitFor();
    await page.getByText("Line 4: say whether “2027-01-09” is off or worked.").waitFor();
    await expect
      .poll(() => page.getByRole("button", { name: "Take in as the next version" }).isDisabled())
      .toBe(true);
    await looksRight(approver, "calendar-import");
    expect(approver.complaints).toEqual([]);
    await approver.close();
  });

  it("take in a year that was announced as the next version, and keep the versions before", async () => {
    const approver = await world.open({ width: 1440 });
    await approver.goTo("/settings/calendars?calendar=cn&year=2026&import=yes");
    await approver.signInAs("approver");
    const { page } = approver;
    await page.getByLabel("Announced in").fill("Notice for 2027");
    const days = page.getByLabel("Holidays and make-up days", { exact: true });
    await days.fill("2027-01-01 至 2027-01-02 元旦放假\n2027-01-03 上班");
    await page.getByText(/＋ Friday,? 1 January 2027 becomes a holiday/).waitFor();
    await page.getByText(/＋ Sunday,? 3 January 2027 becomes a make-up day/).waitFor();
    await page.getByRole("button", { name: "Take in as the next version" }).click();
    await page.getByText(/Version 2 knows the days .* to 31 December 2027/).waitFor();
    await page.getByLabel("Year", { exact: true }).selectOption("2027");
    await page.getByRole("heading", { name: "The year 2027" }).waitFor();
    await page.getByRole("button", { name: "What changed since version 1" }).click();
    await page.getByText(/＋ Sunday,? 3 January 2027 becomes a make-up day/).waitFor();
    await approver.shoot("settings-calendar-versions");
    expect(approver.complaints).toEqual([]);
    await approver.close();
    const author = await world.open();
    await author.goTo("/settings/calendars");
    await author.signInAs("author");
    await author.page.getByText("ask somebody with the role Approver").waitFor();
    await author.close();
  });
});

describe("what policies stand on and are written in", () => {
  it("is read: the guards as sentences with their sources and the policies that name them", async () => {
    const auditor = await world.open({ width: 1440 });
    await auditor.goTo("/settings/guards");
    await auditor.signInAs("auditor");
    // What one may not open is not offered.
    const offered = auditor.page.locator(".settings-nav a");
    await expect.poll(() => offered.count()).toBe(5);
    expect((await offered.allInnerTexts()).join(" ")).not.toMatch(/People|Keys/);
    const guard = auditor.page.getByRole("region", { name: "Wage protection in mainland China" });
    await guard.getByText(/at most 20% of/).waitFor();
    await guard
      .getByText(/Interim Provisions on Wage Payment \(1994\)/)
      .last()
      .waitFor();
    await guard.getByRole("link", { name: "What may not be put on an employee" }).waitFor();
    await looksRight(auditor, "guards");
    expect(auditor.complaints).toEqual([]);
    await auditor.close();
  });

  it("is found by name in either language or by key, and changed in a draft that is opened at the fact", async () => {
    const author = await world.open({ width: 1440 });
    await author.goTo("/settings/vocabulary");
    await author.signInAs("author");
    const { page } = author;
    await page.getByRole("searchbox").fill("核定的投诉损失");
    const fact = page.getByRole("article").filter({ hasText: "lossAmount" });
    await fact.getByText("It is the loss that is shared out.").first().waitFor();
    await looksRight(author, "vocabulary");
    await page.getByRole("button", { name: "Clear the search" }).click();
    await page.getByRole("checkbox", { name: "Only what policies call or type differently" }).check();
    await author.shoot("settings-vocabulary-differing");
    await page.getByRole("searchbox").fill("complaintKind");
    await page.getByRole("checkbox", { name: "Only what policies call or type differently" }).uncheck();
    await page.getByRole("button", { name: "Change in a draft" }).first().click();
    await page.waitForURL(/\/policies\/[\w-]+\/draft\/.*at=%2Ffacts%2Fcase%2FcomplaintKind$/);
    expect(author.complaints).toEqual([]);
    await author.close();
  });
});

it("has no part that scrolls sideways as a page where everything is twice as large", async () => {
  for (const [role, parts] of [
    ["admin", ["people?invite=yes", "keys?new=yes", "service"]],
    ["approver", ["calendars?import=yes", "guards", "vocabulary"]],
  ] as const) {
    const visitor = await world.open({ width: 640 });
    await visitor.goTo("/settings/service");
    await visitor.signInAs(role);
    for (const part of parts) {
      await visitor.goTo(`/settings/${part}`);
      await visitor.shoot(`settings-narrow-${part.split("?")[0] ?? part}`);
      const wider = await visitor.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect([part, wider]).toEqual([part, 0]);
    }
    await visitor.close();
  }
});
