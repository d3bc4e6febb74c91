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
  const looked = new AxeBuilder({ page });
  const { violations } = await (except === undefined ? looked : looked.exclude(except)).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

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
