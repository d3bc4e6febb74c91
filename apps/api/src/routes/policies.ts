import { z } from "@hono/zod-openapi";
import { policyList, policySummary } from "../contract/policies.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyId } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";

const TAGS = ["policies"];

/** `GET /v1/policies` and `/v1/policies/{id}`: which policies there are, and which version is in force when. */
export function policyRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies",
      permission: "policies:read",
      operationId: "listPolicies",
      tags: TAGS,
      summary: "All policies with their versions",
      responses: {
        200: {
          description: "In the order of their ids.",
          content: { "application/json": { schema: policyList } },
        },
        ...problemResponses("invalid-parameter", "not-ready"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, { policies: (await rulebookOf(surroundings)).policies() });
    },
  );
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}",
      permission: "policies:read",
      operationId: "getPolicy",
      tags: TAGS,
      summary: "One policy with its versions",
      request: { params: z.object({ id: policyId }) },
      responses: {
        200: { description: "The policy.", content: { "application/json": { schema: policySummary } } },
        ...problemResponses("unknown-policy", "invalid-parameter", "policy-not-usable", "not-ready"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const rulebook = await rulebookOf(surroundings);
      return jsonResponse(c, foundOrRefused(rulebook.policy(pathParameter(c, "id"))).policy);
    },
  );
}
