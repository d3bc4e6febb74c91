import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { ApiEnv, Surroundings } from "./env.ts";
import { languageOf } from "./language.ts";
import { requestIdOf } from "./request-id.ts";
import { securityHeaders } from "./security-headers.ts";

/**
 * Around every request: its id and language before, the headers of every answer and one line of log after. The line
 * tells the pattern of the route and never the path, since a path holds ids; bodies and facts stay out as well.
 */
export function everyRequest({
  log,
  newRequestId,
  servedOverHttps,
}: Surroundings): MiddlewareHandler<ApiEnv> {
  const headers = securityHeaders({ servedOverHttps });
  return async (c, next) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(c.req.header("X-Request-Id"), newRequestId);
    c.set("requestId", requestId);
    c.set("language", languageOf(c.req.header("Accept-Language")));
    await next();
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("X-Request-Id", requestId);
    log.info(
      {
        requestId,
        method: c.req.method,
        route: routeOf(c),
        status: c.res.status,
        durationMs: Math.round((performance.now() - startedAt) * 1000) / 1000,
        code: c.get("problemCode"),
      },
      "request",
    );
  };
}

/** The pattern that matched, such as `/v1/policies/:id`; none where only this middleware did. */
export function routeOf(c: Context): string | undefined {
  const pattern = routePath(c, -1);
  return pattern.endsWith("*") ? undefined : pattern;
}
