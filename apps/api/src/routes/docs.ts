import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DOCS_PAGE, DOCS_SCRIPT } from "../docs/page.ts";
import type { ApiApp } from "../http/env.ts";
import { nothingHere } from "../http/problem.ts";
import { addPage, pathParameter } from "../http/route.ts";
import { PAGES_POLICY } from "../http/security-headers.ts";

const SCRIPT_TYPE = "text/javascript; charset=utf-8";

/** What the page needs of the package that draws it, by the name it is asked for. Nothing else can be read here. */
const PACKAGE_FILES: ReadonlyMap<string, string> = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", SCRIPT_TYPE],
  ["favicon-32x32.png", "image/png"],
]);

/** `/docs`: the API pages, from our own disk alone. */
export function docsRoutes(app: ApiApp): void {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const page = (path: string) => ({ method: "get", path, permission: "public" }) as const;
  addPage(app, page("/docs"), (c) =>
    c.body(DOCS_PAGE, 200, {
      ...PAGE_HEADERS,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": "en",
    }),
  );
  addPage(app, page("/docs/{file}"), (c) => {
    const name = pathParameter(c, "file");
    if (name === "init.js") return c.body(DOCS_SCRIPT, 200, { ...PAGE_HEADERS, "Content-Type": SCRIPT_TYPE });
    const type = PACKAGE_FILES.get(name);
    if (type === undefined) throw nothingHere();
    const file = files.get(name) ?? readPackageFile(name);
    files.set(name, file);
    return c.body(file, 200, { ...PAGE_HEADERS, "Content-Type": type });
  });
}

const PAGE_HEADERS = { "Content-Security-Policy": PAGES_POLICY, "Cache-Control": "no-cache" } as const;

function readPackageFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`))));
}
