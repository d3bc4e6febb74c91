import { z } from "@hono/zod-openapi";
import { versionPath, versionQuery } from "../contract/parameters.ts";
import { requirements } from "../contract/policies.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyId } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { VERSION, readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";

const SUMMARY = "Which facts a case needs, which rules read them, and an example request";

const RESPONSES = {
  200: { description: "The requirements.", content: { "application/json": { schema: requirements } } },
  ...problemResponses(
    "unknown-policy",
    "unknown-version",
    "invalid-parameter",
    "policy-not-usable",
    "not-ready",
  ),
};

/** `GET …/requirements`, of the newest version, of `?version=`, or under the version's own address. */
export function requirementRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/requirements",
      permission: "policies:read",
      operationId: "getRequirements",
      tags: ["policies"],
      summary: SUMMARY,
      request: { params: z.object({ id: policyId }), query: versionQuery },
      responses: RESPONSES,
    },
    async (c) => {
      const { version } = readQuery(c, { version: VERSION });
      return jsonResponse(
        c,
        foundOrRefused((await rulebookOf(surroundings)).requirements(pathParameter(c, "id"), version))
          .requirements,
      );
    },
  );
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/versions/{version}/requirements",
      permission: "policies:read",
      operationId: "getVersionRequirements",
      tags: ["policies"],
      summary: SUMMARY,
      request: { params: versionPath },
      responses: RESPONSES,
    },
    async (c) => {
      readQuery(c, {});
      const version = readPathParameter(c, "version", VERSION);
      return jsonResponse(
        c,
        foundOrRefused((await rulebookOf(surroundings)).requirements(pathParameter(c, "id"), version))
          .requirements,
      );
    },
  );
}
