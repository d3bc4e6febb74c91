import type { Rulebook } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import description from "../../package.json" with { type: "json" };
import { exampleDocument, problemResponses } from "../contract/problem.ts";
import { BODY_EXAMPLES } from "../docs/body-examples.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { PROBLEM_MEDIA_TYPE } from "../http/problem.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

/** `GET /openapi.json`: the document of every route there is, with examples that these very rules answer. */
export function openApiRoutes(app: ApiApp, surroundings: Surroundings): void {
  let whole: Promise<object> | undefined;
  addRoute(
    app,
    {
      method: "get",
      path: "/openapi.json",
      permission: "public",
      operationId: "getOpenApi",
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
      const rules = await surroundings.rules();
      if (rules.state === "loading") return jsonResponse(c, documentOf(app));
      whole ??= withExamples(documentOf(app), rules.rulebook);
      return jsonResponse(c, await whole);
    },
  );
}

type OpenApiDocument = ReturnType<ApiApp["getOpenAPI31Document"]>;

function documentOf(app: ApiApp): OpenApiDocument {
  const document = app.getOpenAPI31Document({
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
      { name: "drafts", description: "Versions as they are written, until they are handed in" },
      { name: "reviews", description: "Approving what others wrote, and making it a version" },
      { name: "cases", description: "What happened, one by one and from tables" },
      { name: "decisions", description: "What was decided, kept with everything that it rested on" },
      { name: "sample", description: "A made-up company to try everything on" },
      { name: "appeals", description: "Objections to decisions, and what becomes of them" },
      { name: "ledger", description: "What comes off whose bonus, month by month" },
      { name: "exports", description: "Tables and pages to take away" },
      { name: "simulations", description: "What a version or a draft would do to past cases" },
      { name: "checks", description: "What a version or a draft does in any case there can be" },
      { name: "fairness", description: "How recorded decisions treated groups and like cases" },
      { name: "evidence", description: "Receipts, the log and its proofs, replays" },
      { name: "people", description: "Who people are, and forgetting it" },
      { name: "signing in", description: "Sessions of people, passwords, second factors" },
      { name: "users", description: "The accounts that people sign in with" },
      { name: "keys", description: "What other systems show to say who they are" },
      { name: "settings", description: "What administrators decide about the service" },
      { name: "audit", description: "Who changed what" },
      { name: "problems", description: "What can be wrong with a request" },
      { name: "service", description: "The service itself" },
    ],
  });
  for (const methods of Object.values(document.paths ?? {}))
    for (const operation of Object.values(methods as Readonly<Record<string, Described>>))
      showBody(operation);
  return document;
}

type Described = {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { example?: unknown }>> };
};

/** An example that a route gives itself comes first. */
function showBody({ operationId, requestBody }: Described): void {
  const body = requestBody?.content["application/json"];
  if (body) body.example ??= BODY_EXAMPLES[operationId];
}

/** The day of evaluation of the examples, so that the document is the same on every day. */
const EXAMPLE_AT = Date.UTC(2026, 6, 10, 1);

/** Bodies that are refused, by the status they are answered with. */
const SPOILT = {
  400: '{ "case": }',
  422: JSON.stringify(EXAMPLE_A.request).replace("lossAmount", "lossAmuont"),
} as const;

/** INVARIANT: the example answers are computed, so they cannot grow stale; without the policy there are none. */
async function withExamples(document: OpenApiDocument, rulebook: Rulebook): Promise<object> {
  const evaluate = (body: string): ReturnType<Rulebook["evaluate"]> =>
    rulebook.evaluate(EXAMPLE_A.policy, body, { evaluatedAt: EXAMPLE_AT });
  const decided = await evaluate(JSON.stringify(EXAMPLE_A.request));
  if (!("response" in decided)) return document;
  const example = { ...decided.response, ledger: "kept" };
  giveExample(document, { status: "200", mediaType: "application/json", example });
  for (const [status, body] of Object.entries(SPOILT)) {
    const refused = await evaluate(body);
    if (!("refusal" in refused)) continue;
    const example = exampleDocument(refused.refusal.problems);
    giveExample(document, { status, mediaType: PROBLEM_MEDIA_TYPE, example });
  }
  return document;
}

function giveExample(
  document: OpenApiDocument,
  {
    status,
    mediaType,
    example,
  }: { readonly status: string; readonly mediaType: string; readonly example: object },
): void {
  const response: unknown = document.paths?.["/v1/policies/{id}/evaluate"]?.post?.responses?.[status];
  const content = (response as { content: Record<string, { example?: unknown }> }).content[mediaType];
  if (content) content.example = example;
}
