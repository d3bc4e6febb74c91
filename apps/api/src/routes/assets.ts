import { documentAssets } from "../assets/document-assets.ts";
import type { ApiApp, ApiContext } from "../http/env.ts";
import { nothingHere } from "../http/problem.ts";
import { addPage, pathParameter } from "../http/route.ts";

/**
 * `/assets`: the style sheets and the font of documents. Under the version of what stands in them they never change, so
 * browsers keep them for good; without it they are asked for again each time, and answered with 304 where they are the
 * same.
 */
export function assetRoutes(app: ApiApp): void {
  const page = (path: string) => ({ method: "get", path, permission: "public" }) as const;
  addPage(app, page("/assets/notice.css"), (c) => answer(c, "notice.css"));
  addPage(app, page("/assets/fonts/noto-sans-sc/{file}"), (c) => answer(c, fontPath(c)));
  addPage(app, page("/assets/{version}/notice.css"), (c) => answer(c, "notice.css"));
  addPage(app, page("/assets/{version}/fonts/noto-sans-sc/{file}"), (c) => answer(c, fontPath(c)));
}

function fontPath(c: ApiContext): string {
  return `fonts/noto-sans-sc/${pathParameter(c, "file")}`;
}

function answer(c: ApiContext, path: string): Response {
  const assets = documentAssets();
  const version = c.req.param("version");
  const asset = assets.find(`/assets/${path}`);
  if (!asset || (version !== undefined && version !== assets.version)) throw nothingHere();
  const etag = `"${asset.hash}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": version === undefined ? "no-cache" : "public, max-age=31536000, immutable",
  };
  const known = c.req
    .header("If-None-Match")
    ?.split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known?.includes(etag) || known?.includes("*")) return c.body(null, 304, headers);
  return c.body(asset.bytes, 200, { ...headers, "Content-Type": asset.mediaType });
}
