import type { Policy, Rule } from "@evenhand/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishVersion } from "./publish-version.ts";
import { saved } from "./saved.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

type Json = Readonly<Record<string, unknown>>;

/** An author at one part of a draft of their own, and the draft as the service has it. */
async function authorAt(
  policy: string,
  at: string,
  given: { readonly language?: "en" | "zh"; readonly width?: number } = {},
): Promise<{ readonly author: Visitor; readonly stored: () => Promise<Json>; readonly go: Go }> {
  const author = await world.open({ width: 1440, ...given });
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft(policy);
  const go: Go = (part) => author.goTo(`/policies/${policy}/draft/${id}?at=${encodeURIComponent(part)}`);
  await go(at);
  const stored = async (): Promise<Json> => {
    const read = await author.page.request.get(`/v1/drafts/${id}`);
    return ((await read.json()) as { readonly document: Json }).document;
  };
  return { author, stored, go };
}

type Go = (at: string) => Promise<void>;

async function isAccessible(visitor: Visitor): Promise<void> {
  expect(await seriousFaults(visitor)).toEqual([]);
}

describe("the outline", () => {
  it("filters, is walked by the arrows, marks errors apart from warnings, and stays where it is while somebody types", async () => {
    const { author } = await authorAt("complaint-fines", "/parameters/bonusCapRate");
    const { page } = author;
    const outline = page.getByRole("navigation", { name: "Outline" });
    const current = outline.locator("[aria-current]");
    await current.waitFor();
    const before = await current.elementHandle();
    await page.getByLabel("Value").fill("140");
    await saved(author.page);
    await current.getByText("Errors: 1").waitFor();
    expect(await current.evaluate((element, same) => element === same, before)).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("main h2").first().click();
    await page.keyboard.press("/");
    await page.keyboard.type("close");
    await expect.poll(() => outline.getByRole("link").count()).toBeLessThan(8);
    await author.shoot("outline-filter-en");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe("/parameters/closeDays");
    // The figure has the focus now, where a key writes.
    await page.locator("main h2").first().click();
    await page.keyboard.press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("nothing has this name");
    await page.getByRole("button", { name: "Clear" }).click();
    await outline.getByRole("button", { name: /^Notes/ }).click();
    await outline.locator("a[href*='notes']").first().waitFor();
    await isAccessible(author);
    await author.shoot("outline-en");
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("adds a figure, and shows it", async () => {
    const { author, stored } = await authorAt("first-contact", "/title", { language: "zh" });
    const { page } = author;
    await page.getByRole("button", { name: "新增：参数" }).click();
    await saved(author.page);
    expect((await stored())["parameters"]).toMatchObject({ figure1: { value: 0, unit: "count" } });
    expect(new URL(page.url()).searchParams.get("at")).toBe("/parameters/figure1");
    await page.getByRole("link", { name: "（未命名）" }).waitFor();
    await author.shoot("outline-zh");
    await author.close();
  });
});

describe("a figure", () => {
  it("shows what it was in each version and what the draft makes of it, in a sentence, a picture and a table", async () => {
    await publishVersion(world.service, {
      policy: "complaint-fines",
      effectiveFrom: "2026-12-01",
      edit: (policy) => withFigure(policy, "bonusCapRate", 0.45),
    });
    const { author } = await authorAt("complaint-fines", "/parameters/bonusCapRate");
    const { page } = author;
    await page.getByLabel("Value").fill("40");
    await page
      .getByText(/45% since 1 December 2026; this draft makes it 40% \(▼\s−5 percentage points\)/)
      .waitFor();
    await author.shoot("figure-en");
    const picture = page.getByRole("img", { name: /this draft makes it 40%/ });
    await expect.poll(() => picture.locator("[data-part=level]").count()).toBe(3);
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const rows = page.getByRole("row");
    await rows.filter({ hasText: "Version 3" }).filter({ hasText: "45%" }).waitFor();
    await rows.filter({ hasText: "Draft" }).filter({ hasText: "40%" }).waitFor();
    await isAccessible(author);
    await author.close();
  });

  it("is renamed wherever it is read, keeps the text that it is cited from, and is not removed while it is read", async () => {
    const { author, stored, go } = await authorAt("first-contact", "/parameters/answerHours", {
      language: "zh",
    });
    const { page } = author;
    await page.getByRole("button", { name: "删除", exact: true }).click();
    await page.getByRole("alert").getByText("以下内容仍在引用").waitFor();
    await page.getByText("高级", { exact: true }).click();
    await page.getByRole("button", { name: "改名" }).click();
    await page.getByLabel("规则中的新名称").fill("firstAnswerHours");
    await author.shoot("figure-rename-zh");
    await page.getByRole("button", { name: "全部改名" }).click();
    await saved(author.page);
    const document = JSON.stringify(await stored());
    expect(document).not.toContain("answerHours");
    expect(document.match(/parameter\.firstAnswerHours/g)).toHaveLength(2);
    expect(new URL(page.url()).searchParams.get("at")).toBe("/parameters/firstAnswerHours");
    await go("/parameters/bonusCapRate");
    await page.getByLabel("条款").first().fill("17");
    await saved(author.page);
    expect((await stored())["parameters"]).toMatchObject({
      bonusCapRate: { references: [{ article: "17", source: expect.any(String) as string }] },
    });
    await page.getByLabel("单位").selectOption("hours");
    await expect.poll(() => page.getByLabel("数值").inputValue()).toBe("50");
    await author.shoot("figure-zh");
    await isAccessible(author);
    expect(author.complaints).toEqual([]);
    await author.close();
  });
});

describe("a fact", () => {
  it.each(["en", "zh"] as const)(
    "is declared as a form in %s: added, given its type and values in order, and called otherwise",
    async (language) => {
      const { author, stored } = await authorAt("complaint-fines", "/title", { language });
      const { page } = author;
      const say = (en: string, zh: string): string => (language === "en" ? en : zh);
      const field = (place: string) => page.locator(`[data-at="/facts/case/fact1/${place}"]`);
      await page.locator("[data-part=add]").first().click();
      await expect
        .poll(() => page.evaluate<string | undefined>("document.activeElement.dataset.at"))
        .toBe("/facts/case/fact1/label/zh");
      await page.keyboard.type("渠道");
      await field("label/en").fill("channel");
      await field("type").selectOption("enum");
      await field("required").selectOption("always");
      for (const [zh, en] of [
        ["重要客户", ""],
        ["信函", "By letter"],
      ] as const) {
        await page.getByLabel(say("New value · Chinese", "新增取值 · 中文")).fill(zh);
        const name = page.getByLabel(say("New value · English", "新增取值 · 英文"));
        await name.fill(en);
        await name.press("Enter");
      }
      await field("values/value1/en").fill("key account");
      await field("values/by-letter/en").press("Alt+ArrowUp");
      await saved(page);
      const declared = (await stored())["facts"] as { readonly case: Record<string, unknown> };
      expect(declared.case["fact1"]).toEqual({
        type: "enum",
        label: { en: "channel", zh: "渠道" },
        required: true,
        values: {
          "by-letter": { en: "By letter", zh: "信函" },
          value1: { en: "key account", zh: "重要客户" },
        },
      });
      const { values } = declared.case["fact1"] as { readonly values: object };
      expect(Object.keys(values)).toEqual(["by-letter", "value1"]);
      await isAccessible(author);
      await author.shoot(`fact-${language}`);
      await field("type").selectOption("boolean");
      await page
        .getByText(say("This also stands here", "以下内容不属于这种类型"), { exact: false })
        .waitFor();
      await author.shoot(`fact-left-${language}`);
      await author.goTo(`${new URL(page.url()).pathname}?at=/facts/case/lossAmount`);
      await page.getByText(say("Advanced", "高级"), { exact: true }).click();
      await page.getByRole("button", { name: say("Rename", "改名"), exact: true }).click();
      await page.getByLabel(say("New name in rules", "规则中的新名称")).fill("damage");
      await isAccessible(author);
      await author.shoot(`fact-rename-${language}`);
      await page.getByRole("button", { name: say("Rename everywhere", "全部改名") }).click();
      await saved(page);
      expect((await stored())["lossFact"]).toBe("damage");
      expect(author.complaints).toEqual([]);
      await author.close();
    },
  );
});

describe("what a policy says of itself", () => {
  it.each(["en", "zh"] as const)(
    "is filled in as forms in %s: guards to tick, the rate of the cap, grades in order, and what words are called",
    async (language) => {
      const { author, stored, go } = await authorAt("complaint-fines", "/title", { language });
      const { page } = author;
      const say = (en: string, zh: string): string => (language === "en" ? en : zh);
      await page.getByText(say("Warnings: ", "个警告")).first().waitFor();
      await page.keyboard.press("F8");
      const guard = page.getByLabel(say("Wage protection in mainland China", "中国大陆工资支付保护"));
      await guard.waitFor();
      await expect
        .poll(() => page.evaluate("document.activeElement.closest('fieldset')?.dataset.at"))
        .toBe("/guards");
      await expect.poll(() => page.getByLabel(/HKD/).first().isDisabled()).toBe(true);
      await guard.check();
      await page.locator("[data-at='/lossFact']").selectOption("");
      await saved(page);
      expect(await stored()).toMatchObject({ guards: ["cn"], appliesBy: "receivedOn", currency: "CNY" });
      expect(await stored()).not.toHaveProperty("lossFact");
      await isAccessible(author);
      await author.shoot(`header-${language}`);

      await go("/cap");
      const rate = page.locator("[data-at='/cap/rate/fact']");
      await expect.poll(() => rate.inputValue()).toBe("parameter.bonusCapRate");
      // Another test of this world publishes a version with another rate.
      const { parameters } = (await stored()) as unknown as Policy;
      await expect
        .poll(() => rate.locator("option:checked").innerText())
        .toContain(`${Number(parameters["bonusCapRate"]?.value) * 100}%`);
      await isAccessible(author);
      await author.shoot(`cap-${language}`);

      await go("/grades");
      const name = page.getByLabel(say("New grade", "新增处分等级"));
      await name.fill("reprimand");
      await name.press("Enter");
      const zh = page.locator("[data-at='/words/reprimand/zh']");
      await zh.fill("训诫");
      await page.locator("[data-at='/words/reprimand/en']").fill("reprimand");
      await zh.press("Alt+ArrowUp");
      await saved(page);
      expect(await stored()).toMatchObject({
        grades: ["warning", "minor-demerit", "reprimand", "major-demerit"],
        words: { reprimand: { en: "reprimand", zh: "训诫" } },
      });
      await isAccessible(author);
      await author.shoot(`grades-${language}`);

      await go("/words");
      await page.locator("[data-at='/words/warning/zh']").fill("书面警告");
      await saved(page);
      expect((await stored())["words"]).toMatchObject({
        warning: { zh: "书面警告", en: expect.any(String) as string },
      });
      await author.shoot(`words-${language}`);
      expect(author.complaints).toEqual([]);
      await author.close();
    },
  );
});

function withFigure(policy: Policy, id: string, value: number): Policy {
  const figure = policy.parameters[id];
  if (!figure) throw new Error(`there is no ${id}`);
  return { ...policy, parameters: { ...policy.parameters, [id]: { ...figure, value } } };
}

describe("deadlines", () => {
  it.each(["zh", "en"] as const)(
    "are counted in %s day by day over National Day, and again where a day is supposed to be off",
    async (language) => {
      const { author, stored } = await authorAt("dealer-complaints", "view:deadlines", { language });
      const { page } = author;
      const words = {
        en: {
          memo: /memo/i,
          from: "Counted from this day",
          due: "Due on 9 October 2026 Friday.",
          eighth: /^8 October 2026 Thursday: day 2$/,
          after: "Due on 10 October 2026 Saturday.",
          length: "Time allowed",
          table: "Table",
          row: "public holiday, not counted",
        },
        zh: {
          memo: /纪要|备忘|呈文|质量/,
          from: "从这一天起算",
          due: "应于2026年10月9日 星期五之前（含当日）完成。",
          eighth: "2026年10月8日 星期四：第2日",
          after: "应于2026年10月10日 星期六之前（含当日）完成。",
          length: "期限",
          table: "表",
          row: "节假日，不计入",
        },
      }[language];
      await page.locator(".choose").nth(1).click();
      await page.getByLabel(words.from).fill("2026-09-29");
      await page.getByLabel(words.from).press("Enter");
      await page.getByText(words.due).waitFor();
      await author.shoot(`deadlines-${language}`);
      await page.getByRole("button", { name: words.eighth }).click();
      await page.getByText(words.after).waitFor();
      await author.shoot(`deadlines-supposed-${language}`);
      await isAccessible(author);
      await page.getByRole("button", { name: words.table, exact: true }).click();
      await expect
        .poll(() => page.getByRole("row").filter({ hasText: words.row }).count())
        .toBeGreaterThan(4);
      await page.getByLabel(words.length, { exact: true }).fill("4");
      await saved(author.page);
      expect((await stored())["parameters"]).toMatchObject({
        internalDays: { value: 4, unit: "working-days" },
      });
      expect(author.complaints).toEqual([]);
      await author.close();
    },
  );

  it("by the clock are counted by the clock of the policy's place", async () => {
    const { author } = await authorAt("first-contact", "view:deadlines");
    const { page } = author;
    await page.getByLabel("Counted from this day").fill("2026年5月31日");
    await page.getByLabel("Counted from this day").press("Enter");
    await page.getByLabel("Time of day").fill("22:30");
    await author.shoot("deadlines-clock-en");
    const due = page.getByRole("status").filter({ hasText: "Due on" });
    await expect.poll(() => due.textContent()).toBe("Due on 1 June 2026 02:30.");
    await author.close();
  });
});

describe("who approves", () => {
  it("is tried with an amount, and a boundary moves both bands without a gap, an overlap or leaving its place", async () => {
    const { author, stored } = await authorAt("manufacturer-complaints", "/tables/approval-by-amount");
    const { page } = author;
    await page.getByLabel("Try an amount").fill("2000.01");
    await page.getByText(/^2,000\.01: deputy general manager approves \(.+\)\.$/).waitFor();
    await author.shoot("bands-en");
    const end = page.getByLabel("Upper end of: business manager");
    await end.fill("25000");
    await page.getByText(/Must lie between 0\.00 and 20,000\.00/).waitFor();
    await end.fill("3000");
    await page.getByText(/^2,000\.01: business manager approves/).waitFor();
    await saved(author.page);
    expect((await stored())["parameters"]).toMatchObject({
      businessManagerLimit: { value: 300_000 },
      deputyLimit: { value: 2_000_000 },
    });
    await page.getByRole("button", { name: "Split" }).last().click();
    await page.getByLabel("Split at").fill("50000");
    await page.getByRole("button", { name: "Split here" }).click();
    await expect.poll(() => page.locator(".band-bar > div").count()).toBe(4);
    await isAccessible(author);
    await page.getByRole("tab", { name: "Table" }).click();
    await expect.poll(() => page.locator(".band-bar").count()).toBe(0);
    expect(author.complaints).toEqual([]);
    await author.close();
  });

  it("stands in one list, by bands, by tables and by rules", async () => {
    const { author } = await authorAt("manufacturer-complaints", "view:authorities", { language: "zh" });
    const { page } = author;
    await page.getByLabel("试算金额").fill("20001");
    const answer = page.getByRole("status").filter({ hasText: "审批" });
    await expect.poll(() => answer.textContent()).toMatch(/^20,001\.00元：由总经理审批（.+）。$/);
    await author.shoot("authorities-zh");
    await isAccessible(author);
    await author.close();
  });
});

describe("who bears how much", () => {
  it("comes to 100% as it is typed, and says so of a share that is out of line", async () => {
    const { author, stored, go } = await authorAt("dealer-complaints", "/title");
    const { page } = author;
    const answer = await author.page.request.get(
      new URL(page.url()).pathname.replace(/^.*\/draft\//, "/v1/drafts/"),
    );
    const draft = (await answer.json()) as {
      readonly id: string;
      readonly revision: number;
      readonly document: Policy;
    };
    const share = {
      value: 0.7,
      unit: "rate",
      label: { en: "share of the factory", zh: "厂方份额" },
      references: [],
    };
    const saving = await page.request.put(`/v1/drafts/${draft.id}`, {
      data: {
        label: "shares by figures",
        document: {
          ...draft.document,
          parameters: { ...draft.document.parameters, factoryPart: share },
          rules: draft.document.rules.map((rule) => withShare(rule)),
        },
      },
      headers: { Origin: world.url, "If-Match": `"${draft.revision}"` },
    });
    expect(saving.status()).toBe(200);
    await go("view:shares");
    await page.getByText("The shares come to 70%; 30% is the rest.").waitFor();
    await author.shoot("shares-en");
    await page
      .getByLabel(/^Share of /)
      .first()
      .fill("112.5");
    await page.getByText("The shares come to 112.5%: 12.5% too much.").waitFor();
    await page.getByText("The others leave 100% at most.").waitFor();
    await author.shoot("shares-wrong-en");
    await isAccessible(author);
    await page
      .getByLabel(/^Share of /)
      .first()
      .fill("33.3333");
    await page.keyboard.press("Enter");
    await page.getByText("The shares come to 33.3333%; 66.6667% is the rest.").waitFor();
    await expect.poll(stored).toMatchObject({ parameters: { factoryPart: { value: 0.333333 } } });
    expect(author.complaints).toEqual([]);
    await author.close();
  });
});

function withShare(rule: Rule): Rule {
  const { event } = rule.rule;
  if (event.type !== "bear" || event.params.portion !== "share") return rule;
  const params = { ...event.params, share: { fact: "parameter.factoryPart" } };
  return { ...rule, rule: { ...rule.rule, event: { ...event, params } } };
}
