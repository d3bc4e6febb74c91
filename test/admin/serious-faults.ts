import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What seriously keeps people from using what a page shows, each with the elements concerned.
 *
 * @param except a selector of what is left out
 */
export async function seriousFaults(
  { page }: { readonly page: Page },
  { except }: { readonly except?: string } = {},
): Promise<readonly string[]> {
  // At once and on the page itself, since no page holds another one: half the time of part by part.
  const looked = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (except === undefined ? looked : looked.exclude(except)).analyze();
  const barred = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  const undrawn = await page.evaluate<readonly string[]>(UNDRAWN);
  return [...barred, ...undrawn.map((text) => `not drawn: ${text}`)];
}

/** The Chinese texts of a page that stand in a font without their letters: each letter takes up an em where it is drawn. */
const UNDRAWN = `(() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const letters = text.data.match(/[\\u4e00-\\u9fff]/g)?.length ?? 0;
    if (letters === 0 || text.parentElement.closest("svg, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const width = [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0);
    const em = parseFloat(getComputedStyle(text.parentElement).fontSize);
    if (width > 0 && width < letters * em * 0.9) found.push(text.data.trim());
  }
  return found;
})()`;

/** What is wrong with a page, in a narrow window too; nothing of one that is sound. */
export async function faultsOf(visitor: {
  readonly page: Page;
  readonly complaints: readonly string[];
}): Promise<readonly string[]> {
  const found = await seriousFaults(visitor);
  await visitor.page.setViewportSize({ width: 640, height: 800 });
  const isWide = await visitor.page.evaluate<boolean>("document.documentElement.scrollWidth > 640");
  return [...found, ...(isWide ? ["wider than the window"] : []), ...visitor.complaints];
}
