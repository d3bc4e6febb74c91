import { readPolicy } from "@evenhand/policy";
import { z } from "@hono/zod-openapi";
import { versionPath } from "../contract/parameters.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyReading } from "../contract/reading.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { LANGUAGE, VERSION, readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { IN_ONE_LANGUAGE } from "../http/described-headers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { rulebookOf } from "../http/rulebook-of.ts";

/** `GET …/versions/{version}/reading`: every rule, row and parameter as a sentence. */
export function readingRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/policies/{id}/versions/{version}/reading",
      permission: "policies:read",
      operationId: "readPolicyVersion",
      tags: ["policies"],
      summary: "One version as sentences to read",
      request: {
        params: versionPath,
        query: z.object({
          lang: z
            .enum(["zh", "en"])
            .optional()
            .openapi({ description: "Default: what `Accept-Language` prefers." }),
        }),
      },
      responses: {
        200: {
          description: "The sentences.",
          headers: IN_ONE_LANGUAGE,
          content: { "application/json": { schema: policyReading } },
        },
        ...problemResponses(
          "unknown-policy",
          "unknown-version",
          "invalid-parameter",
          "policy-not-usable",
          "not-ready",
        ),
      },
    },
    async (c) => {
      const { lang } = readQuery(c, { lang: LANGUAGE });
      const number = readPathParameter(c, "version", VERSION);
      const { version, loaded } = foundOrRefused(
        (await rulebookOf(surroundings)).version(pathParameter(c, "id"), number),
      );
      const language = lang ?? c.get("language");
      c.header("Content-Language", language);
      return jsonResponse(c, readPolicy(version, language, { guards: loaded.guards }));
    },
  );
}
