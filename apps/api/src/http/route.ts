import type { RouteConfig } from "@hono/zod-openapi";
import { withHeaders } from "./described-headers.ts";
import type { ApiApp, ApiContext } from "./env.ts";

/**
 * One address with its handler and its place in the OpenAPI document. The document only describes: what comes in is read
 * by our own readers, which say all that is wrong at once and never see a value before its text was checked.
 */
export function addRoute(
  app: ApiApp,
  config: DescribedRoute,
  handle: (c: ApiContext) => Response | Promise<Response>,
): void {
  app.openAPIRegistry.registerPath(withHeaders(config));
  app.on(config.method, config.path.replaceAll(/\{(\w+)\}/g, ":$1"), handle);
}

/** `operationId` names it for programs that are written from the document, so it never changes. */
type DescribedRoute = RouteConfig & { readonly operationId: string };

/** A parameter of the path; the pattern of the route guarantees it. */
export function pathParameter(c: ApiContext, name: string): string {
  const value = c.req.param(name);
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}

export function jsonResponse(c: ApiContext, value: unknown, mediaType = "application/json"): Response {
  return c.body(JSON.stringify(value), 200, { "Content-Type": mediaType });
}
