import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  DOCUMENT_CONTENT_POLICY,
  FONT_FOLDER_PATH,
  FONT_PACKAGE,
  FONT_PACKAGE_STYLESHEET,
  FONT_STYLESHEET_PATH,
  NOTICE_STYLESHEET,
  STYLESHEET_PATH,
  fontAssets,
} from "@evenhand/notices";
import type { Browser, Page } from "playwright-core";

/** The font as a service reads it from disk. */
export const FONT = fontAssets(readFileSync(packageFile(FONT_PACKAGE_STYLESHEET), "utf8"));

/** One file of the font. */
export function fontFile(name: string): Uint8Array {
  const file = FONT.files.find((one) => one.name === name);
  if (!file) throw new Error(`${name} is no file of the font`);
  return readFileSync(packageFile(`${FONT_PACKAGE}/${file.path}`));
}

/** What the browser said was wrong with a page, and what it asked for. */
export type Served = {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requested: readonly string[];
};

/** Opens a document as the service serves it, under the strict content policy, with nothing else to be had. */
export async function openDocument(
  browser: Browser,
  html: string,
  { width = 900, height = 1200 }: { readonly width?: number; readonly height?: number } = {},
): Promise<Served> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requested: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    requested.push(pathname);
    const answer = answerTo(pathname, html);
    if (!answer) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({
      status: 200,
      headers: { "Content-Type": answer.type, "Content-Security-Policy": DOCUMENT_CONTENT_POLICY },
      body: answer.body,
    });
  });
  await page.goto("http://documents.test/notice");
  await page.evaluate("document.fonts.ready.then(() => true)");
  return { page, complaints, requested };
}

function answerTo(
  path: string,
  html: string,
): { readonly type: string; readonly body: string | Buffer } | undefined {
  if (path === "/notice") return { type: "text/html; charset=utf-8", body: html };
  if (path === STYLESHEET_PATH) return { type: "text/css; charset=utf-8", body: NOTICE_STYLESHEET };
  if (path === FONT_STYLESHEET_PATH) return { type: "text/css; charset=utf-8", body: FONT.css };
  const name = path.startsWith(FONT_FOLDER_PATH) ? path.slice(FONT_FOLDER_PATH.length) : undefined;
  if (name === undefined || !FONT.files.some((file) => file.name === name)) return undefined;
  return { type: "font/woff2", body: Buffer.from(fontFile(name)) };
}

function packageFile(path: string): string {
  return fileURLToPath(import.meta.resolve(path));
}
