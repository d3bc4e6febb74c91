import { existsSync, readFileSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { nothingHere } from "../http/problem.ts";
import { addPage, pathParameter } from "../http/route.ts";

/** Its own scripts, styles, fonts and workers, and our own answers: nothing from anywhere else, nothing written inline. */
const APP_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Where a program asks, and what is nowhere is not found; everywhere else a browser gets the app. */
const NOT_OF_THE_APP = /^\/(?:v1|api|docs|assets|app|problems|welcome)(?:\/|$)/;

/** The admin app as it was built, and whether a request asks for a page of it. */
export type AdminApp = {
  readonly page: (c: ApiContext) => Response | undefined;
};

/**
 * The admin app: its files under `/app`, named by what is in them and so kept by browsers for good, and its page at `/`
 * and at every address that a browser goes to and nobody else answers. Without a built app `/` leads to the API pages.
 * Texts go as the build compressed them to whoever takes that.
 */
export function adminApp(app: ApiApp, { adminFolder }: Pick<Surroundings, "adminFolder">): AdminApp {
  const built =
    adminFolder !== undefined && existsSync(join(adminFolder, "index.html")) ? adminFolder : undefined;
  const index = built === undefined ? undefined : readFileSync(join(built, "index.html"), "utf8");
  const files = new Set(built === undefined ? [] : readdirSync(join(built, "app")));
  const page = (c: ApiContext): Response | undefined =>
    index === undefined
      ? undefined
      : c.body(index, 200, {
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy": APP_POLICY,
          "Cache-Control": "no-cache",
        });
  const at = (path: string) => ({ method: "get", path, permission: "public" }) as const;
  addPage(app, at("/"), (c) => page(c) ?? c.redirect("/docs", 302));
  addPage(app, at("/favicon.svg"), (c) => {
    if (built === undefined) throw nothingHere();
    return c.body(new Uint8Array(readFileSync(join(built, "favicon.svg"))), 200, {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "no-cache",
    });
  });
  addPage(app, at("/app/{file}"), async (c) => {
    const name = pathParameter(c, "file");
    if (built === undefined || !files.has(name)) throw nothingHere();
    const type = MEDIA_TYPES[extname(name)] ?? "application/octet-stream";
    const headers = { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" };
    const isPacked = files.has(`${name}.br`);
    const isTaken = isPacked && /\bbr\b/.test(c.req.header("Accept-Encoding") ?? "");
    const bytes = new Uint8Array(await readFile(join(built, "app", isTaken ? `${name}.br` : name)));
    return c.body(bytes, 200, {
      ...headers,
      ...(isPacked ? { Vary: "Accept-Encoding" } : {}),
      ...(isTaken ? { "Content-Encoding": "br" } : {}),
    });
  });
  return { page: (c) => (isPage(c) ? page(c) : undefined) };
}

/** Whether a browser goes to an address that may be a page of the app. */
function isPage(c: ApiContext): boolean {
  const isAsked = c.req.method === "GET" || c.req.method === "HEAD";
  return (
    isAsked &&
    !NOT_OF_THE_APP.test(c.req.path) &&
    (c.req.header("Accept") ?? "").split(",").some((type) => type.trim().startsWith("text/html"))
  );
}
