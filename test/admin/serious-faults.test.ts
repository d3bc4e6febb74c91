import { expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { seriousFaults } from "./serious-faults.ts";

it("names a text whose letters take up no room, and a control without a name", async () => {
  const browser = await launchBrowser();
  const page = await (await browser.newContext()).newPage();
  const told = async (body: string): Promise<readonly string[]> => {
    await page.setContent(`<html lang="zh-CN"><title>页</title><body><main>${body}</main></body></html>`);
    return seriousFaults({ page });
  };
  // A machine may have no font with these letters, so that the room is what is given.
  expect(await told('<p style="letter-spacing: 1em">制度</p>')).toEqual([]);
  expect(await told('<p style="letter-spacing: -0.5em">制度</p>')).toEqual(["not drawn: 制度"]);
  expect(await told('<input type="text">')).toEqual(['label: <input type="text">']);
  await browser.close();
});
