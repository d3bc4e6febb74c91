import { MOST_SAMPLED, sampleCases } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { caseSample } from "../contract/cases.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyId } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { pageSize } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";

/**
 * `/v1/policies/{id}/sample-cases`. It asks for `drafts:read` and not for `cases:read`: those who write and review rules
 * must see what a change does to real cases before it is handed in, and need to know nobody's name for that. So the cases
 * are masked for everybody, and nobody is given `cases:read` on account of this.
 */
export function sampleCaseRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/sample-cases",
      operationId: "sampleCases",
      permission: "drafts:read",
      tags: ["drafts"],
      summary: "The cases of a policy that came in last, with everybody masked",
      description:
        "To try a draft on. People, teams, departments and outsiders are numbered in each case from 1, the case has its id " +
        "as its reference, and what somebody wrote is left out. They are in their newest revisions, the last one first.",
      request: {
        params: z.object({ id: policyId }),
        query: z.object({ limit: z.int().optional() }),
      },
      responses: {
        200: { description: "The sample.", content: { "application/json": { schema: caseSample } } },
        ...problemResponses(
          "unknown-policy",
          "policy-not-usable",
          "invalid-parameter",
          "not-ready",
          "store-unavailable",
        ),
      },
    },
    async (c) => {
      const query = readQuery(c, { limit: pageSize(MOST_SAMPLED) });
      const asked = { policyId: pathParameter(c, "id"), ...query };
      return jsonResponse(c, foundOrRefused(await sampleCases(surroundings.service(), asked)));
    },
  );
}
