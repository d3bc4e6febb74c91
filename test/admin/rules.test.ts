import type { Policy } from "@evenhand/domain";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULE_FILES } from "../docs/service.ts";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

/** An author in a browser of their own. */
async function newAuthor(language: "en" | "zh" = "en", width = 1920): Promise<Visitor> {
  const author = await world.open({ language, width });
  await author.goTo("/");
  await author.signInAs("author");
  return author;
}

type DraftAtHand = {
  readonly stored: () => Promise<Policy>;
  /** Shows a place of the draft. */
  readonly show: (pointer: string) => Promise<void>;
};

/** A draft of a policy's newest version, with an example where one is given. */
async function draftOf(
  author: Visitor,
  policy: string,
  examples: readonly unknown[] = [],
): Promise<DraftAtHand> {
  const id = await author.beginDraft(policy);
  const { request } = author.page;
  const stored = async (): Promise<Policy> => {
    const read = await request.get(`/v1/drafts/${id}`);
    return ((await read.json()) as { readonly document: Policy }).document;
  };
  if (examples.length > 0) {
    const data = { label: "an example", document: { ...(await stored()), examples } };
    const put = await request.put(`/v1/drafts/${id}`, {
      data,
      headers: { Origin: world.url, "If-Match": '"1"' },
    });
    if (!put.ok()) throw new Error(await put.text());
  }
  return {
    stored,
    show: (pointer) => author.goTo(`/policies/${policy}/draft/${id}?at=${encodeURIComponent(pointer)}`),
  };
}

/** A second person comes from the first page to the review, looks at every change, approves, and publishes, with keys alone. */
async function publishByKeyboard(draft: string): Promise<void> {
  const approver = await world.open({ language: "en", width: 1920 });
  await approver.goTo("/");
  await approver.signInAs("approver");
  const { page } = approver;
  await tabTo(page, `a[href="/reviews/${draft}"]`);
  await page.keyboard.press("Enter");
  const unviewed = page.getByRole("checkbox", { name: "Viewed", checked: false });
  await unviewed.first().waitFor();
  for (let left = await unviewed.count(); left > 0; left -= 1) {
    await tabTo(page, "input[type=checkbox]:not(:checked)", "Viewed");
    await page.keyboard.press("Space");
    await expect.poll(() => unviewed.count()).toBe(left - 1);
  }
  await tabTo(page, "button", "Approve ");
  await page.keyboard.press("Enter");
  await page.getByLabel("In force from").waitFor();
  await tabTo(page, "button", "Publish");
  await page.keyboard.press("Enter");
  await tabTo(page, "button", "Publish version");
  await page.keyboard.press("Enter");
  await page.getByText(/^Published\. Version \d+ is in force from /).waitFor();
  expect(approver.complaints).toEqual([]);
  await approver.close();
}

/** More than any page has to go through. */
const MOST_TABS = 200;

/** Presses Tab until something is focused that fits, by its selector and a part of what it is called. */
async function tabTo(page: Page, selector: string, name = ""): Promise<void> {
  const isThere = `((selector, name) => {
    const at = document.activeElement;
    const called = at.labels?.[0]?.textContent ?? at.textContent;
    return at.matches(selector) && called.includes(name);
  })(${JSON.stringify(selector)}, ${JSON.stringify(name)})`;
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate<boolean>(isThere)) return;
  }
  throw new Error(`Tab leads to no ${selector} that is called ${name}`);
}

/** Opens every group of the outline. */
async function openOutline(page: Page): Promise<void> {
  await page.locator("nav.outline h2 button").first().waitFor();
  const closed = page.locator("nav.outline h2 button[aria-expanded='false']");
  while ((await closed.count()) > 0) await closed.first().click();
}

function placeOf(policy: Policy, rule: string): string {
  return `/rules/${policy.rules.findIndex(({ id }) => id === rule)}`;
}

/** Goes into every field and out of it again, as somebody who looks at each and changes nothing. */
const LOOK_AT_FIELDS = `
  const fields = document.querySelectorAll(".rule-editor :is(input[role=combobox], input[type=text], select)");
  for (const field of fields) {
    field.focus();
    field.click();
    field.blur();
  }
  fields.length;
`;

/** The place of the field that has the focus. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>("document.activeElement?.dataset.at ?? document.activeElement?.textContent");
}

/** Goes on by F8 until the field of this place has the focus. */
async function nextProblem(page: Page, field: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    await page.keyboard.press("F8");
    for (let looks = 0; looks < 10; looks += 1) {
      if ((await focused(page)).endsWith(field)) return;
      await page.waitForTimeout(100);
    }
  }
  throw new Error(`F8 does not lead to ${field}`);
}

describe("the rule builder", () => {
  it("shows every rule and named condition of every policy, and leaves them as they are", async () => {
    const author = await newAuthor();
    const { page } = author;
    const policies = new Set(RULE_FILES.policies.map(({ path }) => path.split("/")[0] ?? ""));
    expect(policies.size).toBe(10);
    let saves = 0;
    page.on("request", (request) => void (saves += Number(request.method() === "PUT")));
    for (const policy of policies) {
      const { stored, show } = await draftOf(author, policy);
      await show("/rules");
      const before = await stored();
      await openOutline(page);
      const links = page.locator("nav.outline a:is([href*='rules%2F'], [href*='conditions%2F'])");
      const count = await links.count();
      expect(count).toBe(before.rules.length + Object.keys(before.conditions ?? {}).length);
      for (let index = 0; index < count; index += 1) {
        await links.nth(index).click();
        await page.locator("nav.outline a[aria-current]").and(links.nth(index)).waitFor();
        await page.locator(".condition-tree select, .condition-tree input").first().waitFor();
        expect(await page.evaluate<number>(LOOK_AT_FIELDS)).toBeGreaterThan(2);
        await expect.poll(() => page.locator(".other-form").count()).toBe(0);
        await expect.poll(() => page.getByText("The sentence appears once").count()).toBe(0);
      }
      expect(await stored()).toEqual(before);
    }
    expect(saves).toBe(0);
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("makes a rule, nests and moves its conditions, moves it, mends what is wrong, and has it published by a second person, by keyboard alone", async () => {
    const author = await newAuthor();
    const { page } = author;
    const { stored, show } = await draftOf(author, "first-contact");
    await show("/rules");
    const before = (await stored()).rules.length;
    const type = (text: string) => page.keyboard.type(text);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole("button", { name: "New rule: Penalty" }).focus();
    await press("Enter");
    await expect.poll(() => focused(page)).toMatch(/\/conditions\/all\/0\/fact$/);

    // The first condition: a fact by a part of its name, and its value.
    await type("refused");
    await press("Enter", "Tab", "Tab");
    await type("yes");
    await press("Enter");
    // Enter in a field that offers nothing adds a condition behind it.
    await press("Enter");
    await expect.poll(() => focused(page)).toMatch(/\/conditions\/all\/1\/fact$/);
    await type("priorDeflections");
    await press("Enter", "Tab");
    await type("is at least");
    await press("Tab");
    await type("3");
    await press("Enter");
    // The line moves up and takes the focus with it; then it goes into a group of its own, and out again.
    await press("Alt+ArrowUp");
    await expect.poll(() => focused(page)).toMatch(/\/conditions\/all\/0\/value$/);
    await press("Alt+ArrowRight");
    await expect.poll(() => focused(page)).toMatch(/\/conditions\/all\/0\/any\/0\/value$/);
    await press("Control+d");
    await expect.poll(() => focused(page)).toMatch(/\/conditions\/all\/0\/any\/1\/value$/);
    await type("5");
    await press("Tab", "Shift+Tab", "Alt+ArrowUp");
    const made = async () => (await stored()).rules.find(({ id }) => id === "penalty-rule");
    await expect
      .poll(async () => (await made())?.rule.conditions)
      .toEqual({
        all: [
          {
            any: [
              { fact: "priorDeflections", operator: "greaterThanInclusive", value: 5 },
              { fact: "priorDeflections", operator: "greaterThanInclusive", value: 3 },
            ],
          },
          { fact: "refusedOrDeflected", operator: "equal", value: true },
        ],
      });
    expect((await stored()).rules.length).toBe(before + 1);

    // The fine has no amount yet, and the rule no Chinese name: F8 leads to each.
    for (const [field, text] of [
      ["/label/zh", "多次推诿"],
      ["/rule/event/params/amount", "300"],
    ] as const) {
      await nextProblem(page, field);
      await type(text);
      await press("Enter");
    }
    await expect.poll(made).toMatchObject({
      label: { zh: "多次推诿" },
      rule: { event: { type: "fine", params: { amount: 30_000 } } },
    });
    await page.getByRole("button", { name: "Move rule up" }).focus();
    await press("Enter");
    await expect.poll(() => page.evaluate<string>("document.activeElement.dataset.tool")).toBe("rule-up");
    await page.setViewportSize({ width: 1920, height: 1600 });
    await author.shoot("rule-made-en");
    await page.getByRole("button", { name: "Submit for review" }).focus();
    await press("Enter");
    await page.getByText(/anybody with the role of approver who wrote none of it/).waitFor();
    await tabTo(page, "button", "Hand in");
    await press("Enter");
    await page.getByRole("link", { name: "Go to the review" }).waitFor();
    expect(author.complaints).toEqual([]);
    const draft = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await author.close();
    await publishByKeyboard(draft);
  });

  it("leads from a phrase to its field, and reads in both languages as it is edited", async () => {
    const author = await newAuthor("zh");
    const { page } = author;
    const { stored, show } = await draftOf(author, "first-contact");
    const at = placeOf(await stored(), "first-deflection");
    await show(at);
    await page.getByRole("button", { name: "对照" }).click();
    const sentences = page.locator(".rule-reading .sentence");
    await expect.poll(() => sentences.count()).toBe(2);
    await page.locator(".rule-reading .phrase").nth(1).click();
    await expect.poll(() => focused(page)).toMatch(new RegExp(`^${at}/`));
    // A fact by the initials of its pinyin.
    const fact = page.getByRole("combobox", { name: "事实" }).first();
    await fact.fill("gfjj");
    await page.getByRole("option", { name: /^该方拒绝受理或推诿了事/ }).waitFor();
    await author.shoot("rule-picker-zh");
    await fact.press("Escape");
    await author.shoot("rule-zh");
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("takes a pasted list of values by their names, and says which are not on the list", async () => {
    const author = await newAuthor("zh");
    const { page } = author;
    const { stored, show } = await draftOf(author, "property-complaints");
    await show(placeOf(await stored(), "communication-only"));
    await page.getByRole("button", { name: "＋ 条件", exact: true }).last().click();
    const fact = page.getByRole("combobox", { name: "事实" }).last();
    await fact.fill("tssx");
    await fact.press("Enter");
    await page.getByRole("combobox", { name: "如何比较" }).last().selectOption("属于");
    await page.getByRole("combobox", { name: "添加取值" }).focus();
    await page.evaluate(`
      const data = new DataTransfer();
      data.setData("text/plain", "装修噪音\\n室内维修、mail-lost\\t天气");
      const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    `);
    await page.getByText("不在可选范围内：天气").waitFor();
    await saved(page);
    await author.shoot("rule-list-zh");
    const rule = (await stored()).rules.find(({ id }) => id === "communication-only");
    expect(JSON.stringify(rule?.rule.conditions)).toContain(
      '{"fact":"matter","operator":"in","value":["renovation-noise","indoor-repair","mail-lost"]}',
    );
    await author.close();
  });

  it("tries the rule on an example: what each condition saw, for each party", async () => {
    const author = await newAuthor();
    const { page } = author;
    const { stored, show } = await draftOf(author, "first-contact", [EXAMPLE]);
    await show(placeOf(await stored(), "first-deflection"));
    const tried = page.getByRole("region", { name: "Try on a case" });
    await tried.getByText("✓ applies").waitFor();
    await tried.getByText("seen: not known").first().waitFor();
    await expect
      .poll(() => tried.getByRole("img", { name: "holds", exact: true }).count())
      .toBeGreaterThan(2);
    await author.shoot("rule-tried-en");
    // An edit is tried at once.
    await page.getByRole("combobox", { name: "Value" }).first().fill("no");
    await page.getByRole("combobox", { name: "Value" }).first().press("Enter");
    await tried.getByText("✗ does not apply").waitFor();
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it.each(["en", "zh"] as const)(
    "has no serious fault of access in %s",
    async (language) => {
      const author = await newAuthor(language, 1280);
      const { page } = author;
      const { stored, show } = await draftOf(author, "first-contact", [EXAMPLE]);
      const policy = await stored();
      const other = await draftOf(author, "complaint-fines");
      for (const [name, at, place] of [
        ["rule", show, placeOf(policy, "commendation")],
        ["fine", show, placeOf(policy, "deflection")],
        ["overview", show, "/rules"],
        ["condition", other.show, "/conditions/upheld"],
      ] as const) {
        await at(place);
        await page.locator(".rule-editor, .rules-overview").waitFor();
        expect(await seriousFaults({ page })).toEqual([]);
        await page.setViewportSize({ width: name === "fine" ? 1920 : 1280, height: 1600 });
        await author.shoot(`rule-${name}-${language}`);
      }
      await author.close();
    },
    90_000,
  );
});

/** Somebody deflects a customer for the first time. */
const EXAMPLE = {
  id: "deflected-once",
  title: { en: "deflected for the first time", zh: "首次推诿" },
  request: {
    case: {
      reference: "C-1",
      facts: {
        receivedAt: "2026-04-01T09:00:00+08:00",
        respondedAt: "2026-04-01T10:00:00+08:00",
        rootCauseFound: true,
        decidedOn: "2026-04-20",
      },
      parties: [
        {
          id: "E1001",
          kind: "person",
          facts: { firstContact: true, refusedOrDeflected: true, monthlyBonus: 500_000 },
        },
      ],
    },
  },
  evaluatedAt: "2026-04-20T09:00:00+08:00",
  expect: { disposition: "upheld" },
  reasons: ["first-deflection"],
};
