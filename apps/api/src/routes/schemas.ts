import { policyJsonSchema } from "@evenhand/policy";
import { z } from "@hono/zod-openapi";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp } from "../http/env.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

/** `GET /v1/schemas/policy.json`: the shape of a policy document, for editors. */
export function schemaRoutes(app: ApiApp): void {
  const schema = policyJsonSchema();
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/schemas/policy.json",
      permission: "public",
      operationId: "getPolicySchema",
      tags: ["policies"],
      summary: "The shape of a policy document, as JSON Schema 2020-12",
      responses: {
        200: {
          description: "The schema.",
          content: {
            "application/schema+json": {
              schema: z.looseObject({}).openapi({ description: "A JSON Schema." }),
            },
          },
        },
        ...problemResponses(),
      },
    },
    (c) => jsonResponse(c, schema, "application/schema+json"),
  );
}
