import { z } from "@hono/zod-openapi";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { addRoute } from "../http/route.ts";
import { METRICS_MEDIA_TYPE, type Metrics } from "../metrics/metrics.ts";
import { storeMetrics } from "../metrics/store-metrics.ts";

/** `GET /metrics`: what the service counts of itself, for Prometheus. Each process has its own. */
export function metricRoutes(app: ApiApp, surroundings: Surroundings, metrics: Metrics): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/metrics",
      permission: "metrics:read",
      operationId: "getMetrics",
      tags: ["service"],
      summary: "What the service counts of itself",
      description:
        "In the text format of Prometheus. Every process counts for itself; what is read from the database is the same in all. Nothing in it is about a person or a case.",
      responses: {
        200: { description: "The metrics.", content: { "text/plain": { schema: z.string() } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const text = await metrics.text([await storeMetrics(surroundings.service(), metrics)]);
      return c.body(text, 200, { "Content-Type": METRICS_MEDIA_TYPE });
    },
  );
}
