import { MOST_LOOKED_AT, readComparators } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { comparatorsOfDecision } from "../contract/comparators.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { pause } from "../http/upload.ts";

/**
 * `/v1/decisions/{id}/comparators`: for whoever may read all decisions, since those of others stand beside it. It is not
 * `own`; whoever it concerns is told by those who look into an appeal.
 */
export function comparatorRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/decisions/{id}/comparators",
      operationId: "decisionComparators",
      permission: "decisions:read",
      tags: ["decisions"],
      summary: "With which decisions those of a decision can compare themselves",
      description:
        "For each of those whom the case lists the people in the nearest other decisions in force of the same policy, under " +
        `whichever version: like cases with unlike penalties first. The newest ${MOST_LOOKED_AT.toLocaleString("en")} are looked at.`,
      request: { params: z.object({ id: z.string().openapi({ description: "The id of a decision." }) }) },
      responses: {
        200: {
          description: "The comparators, party by party.",
          content: { "application/json": { schema: comparatorsOfDecision } },
        },
        ...problemResponses("not-found", "invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id"), pause };
      const { body } = foundOrRefused(await readComparators(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}
