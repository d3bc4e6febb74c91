import { MOST_RECENT, recentCases } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { recentCaseList } from "../contract/cases.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyId } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { NAME, pageSize } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { pause } from "../http/upload.ts";

/**
 * `/v1/policies/{id}/recent-cases`. It asks for `drafts:read` and not for `cases:read`: those who write and review rules
 * must see what a change does to real cases before it is handed in, and need to know nobody's name for that. So the cases
 * are masked for everybody, and nobody is given `cases:read` on account of this.
 */
export function recentCaseRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/recent-cases",
      operationId: "recentCases",
      permission: "drafts:read",
      tags: ["drafts"],
      summary: "The cases of a policy that came in last, with everybody masked",
      description:
        "To try a draft on. People, teams, departments and outsiders are numbered in each case from 1, the case has its id " +
        "as its reference, and what somebody wrote is left out. They are in their newest revisions, the last one first, and at most 4 MiB; `leftOut` says how many of " +
        "those asked for did not fit.",
      request: {
        params: z.object({ id: policyId }),
        query: z.object({
          limit: z.int().optional(),
          case: z.string().optional().openapi({
            description: "Only this case, by the id of one of its revisions, whenever it came in.",
          }),
        }),
      },
      responses: {
        200: { description: "The cases.", content: { "application/json": { schema: recentCaseList } } },
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
      const { limit, case: caseId } = readQuery(c, { limit: pageSize(MOST_RECENT), case: NAME });
      const asked = {
        policyId: pathParameter(c, "id"),
        ...(limit === undefined ? {} : { limit }),
        ...(caseId === undefined ? {} : { caseId }),
        pause,
      };
      return jsonResponse(c, foundOrRefused(await recentCases(surroundings.service(), asked)));
    },
  );
}
