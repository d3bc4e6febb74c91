import type { Page } from "playwright-core";

/** Waits until the service has every edit of the draft that is shown. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/^(?:Saved |已保存：)\d\d:\d\d$/).waitFor();
}

/** The same where perhaps nothing was edited. */
export async function savedIfEdited(page: Page): Promise<void> {
  await page.getByText(/^(?:(?:Saved |已保存：)\d\d:\d\d|Everything is saved|全部已保存)$/).waitFor();
}
