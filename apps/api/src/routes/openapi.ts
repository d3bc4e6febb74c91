import type { Rulebook } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import description from "../../package.json" with { type: "json" };
import { problemResponses } from "../contract/problem.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

/** `GET /openapi.json`: the document of every route there is, with an example that these very rules answer. */
export function openApiRoutes(app: ApiApp, surroundings: Surroundings): void {
  let whole: Promise<object> | undefined;
  addRoute(
    app,
    {
      method: "get",
      path: "/openapi.json",
      tags: ["service"],
      summary: "This document",
      responses: {
        200: {
          description: "OpenAPI 3.1.",
          content: {
            "application/json": {
              schema: z.looseObject({}).openapi({ description: "An OpenAPI document." }),
            },
          },
        },
        ...problemResponses(),
      },
    },
    async (c) => {
      const rules = surroundings.rules();
      if (rules.state === "loading") return jsonResponse(c, documentOf(app));
      whole ??= withExample(documentOf(app), rules.rulebook);
      return jsonResponse(c, await whole);
    },
  );
}

type OpenApiDocument = ReturnType<ApiApp["getOpenAPI31Document"]>;

function documentOf(app: ApiApp): OpenApiDocument {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Evenhand",
      version: description.version,
      description:
        "Computes what a complaint or an error at work costs whom, from policies that are data, with every figure traced to " +
        "the rule, the parameter and the article it comes from.",
    },
    servers: [{ url: "/", description: "This service" }],
    tags: [
      { name: "evaluation", description: "From a case to a decision with its reasons" },
      { name: "policies", description: "The policies in use, version by version" },
      { name: "problems", description: "What can be wrong with a request" },
      { name: "service", description: "The service itself" },
    ],
  });
}

/** The day of evaluation of the example, so that the document is the same on every day. */
const EXAMPLE_AT = Date.UTC(2026, 6, 10, 1);

/** INVARIANT: the example answer is one that was computed, so it cannot grow stale; without the policy there is none. */
async function withExample(document: OpenApiDocument, rulebook: Rulebook): Promise<object> {
  const evaluation = await rulebook.evaluate(EXAMPLE_A.policy, JSON.stringify(EXAMPLE_A.request), {
    evaluatedAt: EXAMPLE_AT,
  });
  if (!("response" in evaluation)) return document;
  const responses: unknown = document.paths?.["/v1/policies/{id}/evaluate"]?.post?.responses?.["200"];
  const content = (responses as { content: Record<string, { example?: unknown }> }).content[
    "application/json"
  ];
  if (content) content.example = evaluation.response;
  return document;
}
