import type { RouteConfig } from "@hono/zod-openapi";
import type { Asked } from "./admission.ts";
import { withHeaders } from "./described-headers.ts";
import { withPermission } from "./described-permission.ts";
import type { ApiApp, ApiContext } from "./env.ts";
import { nothingHere } from "./problem.ts";
import { isPlainText } from "./readers.ts";

type Handle = (c: ApiContext) => Response | Promise<Response>;

/**
 * One address with its handler, the permission it asks for, and its place in the OpenAPI document. The document only
 * describes: what comes in is read by our own readers, which say all that is wrong at once and never see a value before
 * its text was checked.
 *
 * INVARIANT: the handler runs only for whoever has the permission, and finds them as `c.get("actor")`.
 */
export function addRoute(app: ApiApp, config: DescribedRoute, handle: Handle): void {
  const { permission, own, ...described } = config;
  app.openAPIRegistry.registerPath(
    withHeaders(withPermission(described, { permission, ...(own ? { own } : {}) })),
  );
  register(app, config, handle);
}

/** A page for people to look at, which the OpenAPI document does not describe. Parameters are in braces here as well. */
export function addPage(
  app: ApiApp,
  page: Asked & { readonly method: "get" | "post"; readonly path: string },
  handle: Handle,
): void {
  register(app, page, handle);
}

/** `operationId` names it for programs that are written from the document, so it never changes. */
type DescribedRoute = RouteConfig & Asked & { readonly operationId: string };

/** An address with what it asks for, as the router calls it: `GET /v1/policies/:id`. */
export type DeclaredRoute = Asked & { readonly method: string; readonly path: string };

const declared = new WeakMap<ApiApp, DeclaredRoute[]>();

/** Every route that declared its permission: a test holds the router against it. */
export function declaredRoutes(app: ApiApp): readonly DeclaredRoute[] {
  return declared.get(app) ?? [];
}

function register(
  app: ApiApp,
  { method, path, permission, own }: Asked & { readonly method: string; readonly path: string },
  handle: Handle,
): void {
  const asked: Asked = { permission, ...(own ? { own } : {}) };
  const route = { ...asked, method: method.toUpperCase(), path: path.replaceAll(/\{(\w+)\}/g, ":$1") };
  declared.set(app, [...declaredRoutes(app), route]);
  app.on(route.method, route.path, async (c) => {
    await c.get("admit")(asked);
    return handle(c);
  });
}

/**
 * A parameter of the path; the pattern of the route guarantees it.
 *
 * @throws Refused as `not-found` where it holds what no id does and not every database can be asked for
 */
export function pathParameter(c: ApiContext, name: string): string {
  const value = c.req.param(name);
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  if (isPlainText(value)) return value;
  throw nothingHere();
}

export function jsonResponse(c: ApiContext, value: unknown, mediaType = "application/json"): Response {
  return c.body(JSON.stringify(value), 200, { "Content-Type": mediaType });
}

/** The answer to something that was made, with where it can be found. */
export function createdResponse(c: ApiContext, location: string, value: unknown): Response {
  return c.body(JSON.stringify(value), 201, { "Content-Type": "application/json", Location: location });
}
