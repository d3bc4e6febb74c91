import { prometheus } from "@hono/prometheus";
import type { Context, MiddlewareHandler } from "hono";
import type { Registry } from "prom-client";
import type { ApiEnv } from "../http/env.ts";
import { routeOf } from "../http/every-request.ts";
import type { Metrics } from "./metrics.ts";

/** Counts requests by the pattern of their route, method and status, with how long they took, and what was refused. */
export function requestCounter(
  registry: Registry,
  { problemSent, storeFailed }: Pick<Metrics, "problemSent" | "storeFailed">,
): MiddlewareHandler<ApiEnv> {
  // Named, since the types of the library leave out the buckets that it takes.
  const requestDuration = { customLabels: LABELS, buckets: [...BUCKETS] };
  const { registerMetrics } = prometheus({
    registry,
    metricOptions: { requestsTotal: { customLabels: LABELS }, requestDuration },
  });
  return async (c, next) => {
    await registerMetrics(c, next);
    const code = c.get("problemCode");
    if (code !== undefined) problemSent(code);
    if (c.error !== undefined) storeFailed(c.error);
  };
}

/** Seconds. An evaluation takes one or two thousandths, and after fifteen seconds no request is waited for. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** In place of those of the library, which tell a path of its middleware and whatever method was sent. */
const LABELS: Readonly<Record<string, (c: Context) => string>> = {
  route: (c) => routeOf(c) ?? "none",
  method: ({ req: { method } }) => (METHODS.has(method) ? method : "other"),
};

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
