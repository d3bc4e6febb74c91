import { versionPath } from "../contract/parameters.ts";
import { policyVersion } from "../contract/policies.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { VERSION, readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";

/** `GET /v1/policies/{id}/versions/{version}`: the document itself, its identity and what validation noted about it. */
export function versionRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/versions/{version}",
      operationId: "getPolicyVersion",
      tags: ["policies"],
      summary: "One version, the whole document",
      request: { params: versionPath },
      responses: {
        200: { description: "The version.", content: { "application/json": { schema: policyVersion } } },
        ...problemResponses(
          "unknown-policy",
          "unknown-version",
          "invalid-parameter",
          "policy-not-usable",
          "not-ready",
        ),
      },
    },
    (c) => {
      readQuery(c, {});
      const number = readPathParameter(c, "version", VERSION);
      const { version, effectiveUntil, warnings } = foundOrRefused(
        rulebookOf(surroundings).version(pathParameter(c, "id"), number),
      );
      return jsonResponse(c, { policy: version.policy, hash: version.hash, effectiveUntil, warnings });
    },
  );
}
