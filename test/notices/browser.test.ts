import { renderAnnouncement, renderNotice, renderStatement, standalone } from "@evenhand/notices";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { LANGUAGES, announcementInput, exampleA, noticeInput, sampleDocuments } from "./sample-documents.ts";
import { statementInput } from "./sample-statement.ts";
import { sample } from "./sample-records.ts";
import { FONT, type Served, fontFile, openDocument } from "./served-pages.ts";

const A4 = [595, 842];
const PHONE = 390;

/** In the page: figures that run over more than one line. */
const BROKEN_FIGURES = `(() => {
  const broken = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    for (const { index, 0: figure } of data.matchAll(/[\\d,.]*\\d/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + figure.length);
      if (range.getClientRects().length > 1) broken.push(data);
    }
  }
  return broken;
})()`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(sampleDocuments())("%s", (name, html) => {
  let served: Served;
  beforeAll(async () => {
    served = await openDocument(browser, html);
  });
  afterAll(async () => {
    await served.page.context().close();
  });

  test("is whole under the strict content policy, and asks for its own style and font only", async () => {
    expect(served.complaints).toEqual([]);
    expect(served.requested.filter((path) => !path.startsWith("/assets/"))).toEqual(["/notice"]);
    expect(await served.page.evaluate<string>("document.compatMode")).toBe("CSS1Compat");
  });

  test("draws every character with the bundled font, upright", async () => {
    const fonts = await fontsUsed(served.page);
    expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
    expect(new Set(fonts.map(({ familyName }) => familyName.replace(/ Thin$/, "")))).toEqual(
      new Set(["Noto Sans SC"]),
    );
    expect(fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0)).toBeGreaterThan(300);
    const slanted =
      "[...document.querySelectorAll('body *')].filter((e) => getComputedStyle(e).fontStyle !== 'normal').length";
    expect(await served.page.evaluate<number>(slanted)).toBe(0);
  });

  test("prints on A4, on two pages at the most", async () => {
    const { pages, size } = await printed(served.page);
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(2);
    expect(size).toEqual(name.startsWith("announcement") ? A4.toReversed() : A4);
  });

  test.each([1100, 800, PHONE])(
    "never scrolls sideways and breaks no figure, %s pixels wide",
    async (width) => {
      await served.page.setViewportSize({ width, height: 900 });
      expect(await served.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        width,
      );
      expect(await served.page.evaluate<readonly string[]>(BROKEN_FIGURES)).toEqual([]);
    },
  );
});

test("names and numbers without a place to break do not widen the page", async () => {
  const long = "x".repeat(200);
  const one = sample("complaint-fines/examples.json", "example-a", {
    id: long,
    extra: { reason: long },
    request: (request) => ({
      ...request,
      case: {
        ...request.case,
        reference: long,
        parties: request.case.parties.map((party) => ({ ...party, facts: { ...party.facts, unit: long } })),
      },
    }),
  });
  const documents = [
    renderNotice(noticeInput(one, "P1", "en", { company: long, names: { P1: long } })),
    renderAnnouncement(announcementInput("en", { decisions: [one] })),
  ];
  for (const html of documents) {
    const { page } = await openDocument(browser, html);
    for (const width of [1100, PHONE]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  }
});

test("a check of figures finds one that is broken", async () => {
  const { page } = await openDocument(browser, renderNotice(noticeInput(exampleA(), "P1", "en")));
  await page.evaluate(`(() => {
    const narrow = document.createElement("div");
    narrow.textContent = "9,876.54";
    narrow.style.cssText = "width: 1em; word-break: break-all";
    document.querySelector("main").append(narrow);
  })()`);
  expect(await page.evaluate<readonly string[]>(BROKEN_FIGURES)).toEqual(["9,876.54"]);
  await page.context().close();
});

test.each(LANGUAGES)("figures in %s stand under one another", async (language) => {
  const { page } = await openDocument(browser, renderStatement(statementInput(language)));
  const widths = await page.evaluate<readonly number[]>(`["1,111.11", "8,000.00"].map((figure) => {
    const span = document.createElement("span");
    span.textContent = figure;
    document.querySelector("td.figure").append(span);
    return span.getBoundingClientRect().width;
  })`);
  expect(widths[0]).toBeGreaterThan(0);
  expect(widths[0]).toBe(widths[1]);
  const edges = await page.evaluate<readonly number[]>(
    "[...document.querySelectorAll('.entries td.figure:last-child')].map((cell) => cell.getBoundingClientRect().right)",
  );
  expect(new Set(edges).size).toBe(1);
  await page.context().close();
});

test("quotation marks of English are as narrow as letters", async () => {
  const width = async (language: "zh" | "en"): Promise<number> => {
    const { page } = await openDocument(browser, renderNotice(noticeInput(exampleA(), "P1", language)));
    const measured = await page.evaluate<number>(`(() => {
      const span = document.createElement("span");
      span.textContent = "x“x";
      span.style.fontSize = "100px";
      document.querySelector("main").append(span);
      return span.getBoundingClientRect().width;
    })()`);
    await page.context().close();
    return measured;
  };
  expect(await width("zh")).toBeGreaterThan((await width("en")) * 1.3);
});

test("a document that stands alone asks for nothing and still draws with the font", async () => {
  const html = renderNotice(noticeInput(exampleA(), "P1", "zh"));
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const requested: string[] = [];
  page.on("request", (request) => requested.push(request.url().slice(0, 40)));
  await page.setContent(standalone(html, { fontCss: FONT.css, readFont: fontFile }));
  await page.evaluate("document.fonts.ready.then(() => true)");
  const fonts = await fontsUsed(page);
  expect(fonts.every(({ isCustomFont }) => isCustomFont)).toBe(true);
  expect(requested.filter((url) => !url.startsWith("data:"))).toEqual([]);
  await context.close();
});

test("a check of fonts sees where the bundled one is missing", async () => {
  const html = renderNotice(noticeInput(exampleA(), "P1", "zh", { fontUrl: "/assets/none.css" }));
  const { page, complaints } = await openDocument(browser, html);
  expect((await fontsUsed(page)).some(({ isCustomFont }) => isCustomFont)).toBe(false);
  expect(complaints).not.toEqual([]);
  await page.context().close();
});

type UsedFont = { readonly familyName: string; readonly isCustomFont: boolean; readonly glyphCount: number };

/** The fonts that Chromium drew the texts of the document with, element by element. */
async function fontsUsed(page: Page): Promise<readonly UsedFont[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: -1 });
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "main *" });
  const used = await Promise.all(
    nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })),
  );
  return used.flatMap(({ fonts }) => fonts);
}

/** How many pages it prints on, and how large they are, in points. */
async function printed(page: Page): Promise<{ readonly pages: number; readonly size: readonly number[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    pages: [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    size: [Math.round(Number(width)), Math.round(Number(height))],
  };
}
