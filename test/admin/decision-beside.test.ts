import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../auth/service.ts";
import { conductCase, draftOfConduct, publishConduct, record } from "./record-decisions.ts";
import { faultsOf } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
let worker: TestPerson;
const ids = { again: "", large: "", departed: "", draft: "", same: "" };

beforeAll(async () => {
  world = await startAdminWorld();
  const { service } = world;
  await publishConduct(service);
  worker = await service.person({ roles: ["employee"], personId: "E2004" });
  const handler = await service.person({ roles: ["handler"], personId: "E9003" });
  for (const [lossAmount, person] of [
    [50_000, "E3001"],
    [90_000, "E3002"],
  ] as const)
    await record(service, handler, {
      case: conductCase(`S-${lossAmount}`, { lossAmount, timesInYear: 0, person }),
    });
  for (const [reference, person, fineMinor] of [
    ["C-77", "E2001", 40_000],
    ["C-78", "E2002", 60_000],
  ] as const)
    ids.departed = await record(service, handler, {
      case: conductCase(reference, { person }),
      departures: [{ party: person, fineMinor }],
      reason: "First time on this machine.",
    });
  ids.large = await record(service, handler, {
    case: conductCase("C-79", { lossAmount: 900_000, intent: "wilful", person: "E2003" }),
  });
  ids.again = await record(service, handler, { case: conductCase("C-80", { person: "E2004" }) });
  ids.draft = await draftOfConduct(service, { repeatFine: 220_000 });
  ids.same = await draftOfConduct(service, { smallFine: 20_000 });
});
afterAll(() => world.stop());

async function signedIn(
  path: string,
  {
    role = "handler",
    ...given
  }: Parameters<AdminWorld["open"]>[0] & { readonly role?: "handler" | "auditor" } = {},
): Promise<Visitor> {
  const visitor = await world.open(given);
  await visitor.goTo("/");
  await visitor.signInAs(role);
  await visitor.goTo(path);
  return visitor;
}

describe("the comparators of a decision", () => {
  it("are the nearest cases, like ones with another penalty first, with what differs, and lead to them", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}#comparators`);
    const { page } = visitor;
    await page.getByText("There are like cases with another penalty; they stand first.").waitFor();
    const lines = page.locator(".comparators tbody tr");
    const told = async (index: number): Promise<string> =>
      (await lines.nth(index).innerText()).replaceAll(/\s+/g, " ");
    const unlike = [await told(0), await told(1)].toSorted();
    expect(unlike[0]).toContain("C-77 E2001");
    expect(unlike[0]).toContain(
      "¥400 ▼ −¥400 grade: warning departs from what the rules proposed nothing the rules read",
    );
    expect(unlike[1]).toContain("C-78 E2002");
    expect(unlike[1]).toContain("¥600 ▼ −¥200");
    await expect.poll(() => told(2)).toContain("near, not like");
    await visitor.shoot("comparators");
    await page.getByText("Other decisions looked at: 5.").waitFor();
    await page.locator(".comparators").getByRole("link", { name: "C-78" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/decisions/${ids.departed}`);
    await visitor.close();
  });

  it.each([
    ["en", "3 more are in another currency and are not compared."],
    ["zh", "另有3件以其他货币计，未予比对。"],
  ] as const)("say how many are in another currency (%s)", async (language, said) => {
    const visitor = await signedIn("/", { language });
    const { page } = visitor;
    // All that is recorded here is in one currency.
    await page.route("**/v1/decisions/*/comparators", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...((await answer.json()) as object), otherCurrency: 3 } });
    });
    await visitor.goTo(`/decisions/${ids.again}#comparators`);
    const told = page.getByText(said);
    await told.waitFor();
    await expect.poll(() => told.count()).toBe(1);
    await page.locator("#comparators").scrollIntoViewIfNeeded();
    await visitor.shoot(`comparators-currency-${language}`);
    await visitor.close();
  });

  it("stand under pseudonyms for an auditor, in the other language too, and are shown to nobody else of the staff", async () => {
    const auditor = await signedIn(`/decisions/${ids.large}`, { role: "auditor", language: "zh" });
    await auditor.page.getByText("没有相似案件。").waitFor();
    await expect
      .poll(() => auditor.page.locator(".comparators th .soft").first().innerText())
      .toMatch(/^person-/);
    expect(await auditor.page.locator(".comparators").innerText()).not.toMatch(/E\d{4}/);
    await auditor.page.locator("#comparators").scrollIntoViewIfNeeded();
    await auditor.shoot("comparators-zh");
    await auditor.close();
    const own = await world.open();
    await own.goTo("/");
    await own.signIn(worker);
    await own.goTo(`/decisions/${ids.again}`);
    await own.page.getByText("Appeals").first().waitFor();
    await expect.poll(() => own.page.locator("#comparators").count()).toBe(0);
    await own.close();
  });
});

describe("a decision under other rules", () => {
  const choice = ({ page }: Visitor) => page.getByLabel("Decide this case by");

  it("is told in a sentence and step by step beside what was recorded, at an address of its own", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}`, { role: "auditor" });
    const { page } = visitor;
    await choice(visitor).selectOption(ids.draft);
    await page.getByText(/¥2,200 \(\+¥1,400\); approved by: general manager\./).waitFor();
    await page.getByText(/Because of: fine for a medium loss, repeated/).waitFor();
    expect(new URL(page.url()).searchParams.get("under")).toBe(ids.draft);
    await page.reload();
    const sides = page.locator(".beside-of");
    await sides.nth(1).waitFor();
    await expect.poll(() => sides.nth(0).innerText()).toContain("¥800");
    await expect.poll(() => sides.nth(1).innerText()).toContain("¥2,200");
    // What stands on both sides is left out until it is asked for.
    const before = await page.locator(".beside .story > li").count();
    await page.getByRole("button", { name: "Show all steps" }).click();
    await expect.poll(() => page.locator(".beside .story > li").count()).toBeGreaterThan(before);
    await page.locator("#other-rules").scrollIntoViewIfNeeded();
    await visitor.shoot("under-draft");
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("says so where the same comes out, and in Chinese", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}?under=${ids.same}`, {
      role: "auditor",
      language: "zh",
    });
    await visitor.page.getByText("结果与当时规则的建议相同").waitFor();
    await expect.poll(() => visitor.page.locator(".beside").count()).toBe(0);
    await visitor.goTo(`/decisions/${ids.again}?under=${ids.draft}`);
    await visitor.page.locator(".beside-of").nth(1).waitFor();
    await visitor.page.locator("#other-rules").scrollIntoViewIfNeeded();
    await visitor.shoot("under-draft-zh");
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.close();
  });

  it("offers no draft to whoever may not read drafts, and says that there is nothing to choose", async () => {
    const visitor = await signedIn(`/decisions/${ids.again}`);
    await visitor.page.getByText("The policy has no other version, and no open draft").waitFor();
    await expect.poll(() => choice(visitor).count()).toBe(0);
    await visitor.close();
  });

  it("becomes an example of the draft, masked, and says where it went", async () => {
    const visitor = await world.open();
    await visitor.goTo("/");
    await visitor.signInAs("author", "handler");
    await visitor.goTo(`/decisions/${ids.again}?under=${ids.same}`);
    const { page } = visitor;
    await page.getByRole("button", { name: "Make an example of this case" }).click();
    await page.getByText("The case is now the last example of the draft.").waitFor();
    await visitor.shoot("made-example");
    await page.getByRole("link", { name: "Open it there" }).click();
    await page.waitForURL(`**/draft/${ids.same}?**`);
    expect(new URL(page.url()).searchParams.get("at")).toBe("/examples/2");
    const answer = await page.request.get(`/v1/drafts/${ids.same}`);
    const { document } = (await answer.json()) as {
      readonly document: { readonly examples: readonly object[] };
    };
    const text = JSON.stringify(document.examples.at(-1));
    expect(text).toContain('"totalMinor":80000');
    expect(text).not.toMatch(/E2004|C-80/);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
