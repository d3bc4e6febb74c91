import { MOST_CASES, REQUEST_LIMITS, createCase, readCase, readCases } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { caseList, caseRequest, storedCase } from "../contract/cases.ts";
import { problemResponses } from "../contract/problem.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { IDEMPOTENCY_KEY, ONCE_CODES, answerOnce } from "../http/once.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { DAY, NAME, POLICY, pageSize } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { CASE_CODES } from "./case-codes.ts";

const TAGS = ["cases"];
const STORE_CODES = ["not-ready", "store-unavailable"] as const;

/** `/v1/cases`: what happened, as it was brought forward, decided or not. */
export function caseRoutes(app: ApiApp, surroundings: Surroundings): void {
  createRoute(app, surroundings);
  listRoute(app, surroundings);
  getRoute(app, surroundings);
}

function createRoute(app: ApiApp, surroundings: Surroundings): void {
  const content = { "application/json": { schema: storedCase } };
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/cases",
      operationId: "createCase",
      permission: "cases:write",
      tags: TAGS,
      summary: "Keep a case without deciding it",
      description:
        "A past case, or a new one that somebody will decide. It is checked as an evaluation would, under the version in " +
        "force on its day. One that is known under this reference and corrected becomes a further revision.",
      request: {
        headers: IDEMPOTENCY_KEY,
        body: {
          required: true,
          content: {
            "application/json": {
              schema: caseRequest,
              example: { policy: "complaint-fines", ...EXAMPLE_A.request },
            },
          },
        },
      },
      responses: {
        201: { description: "The case, new or as a further revision.", content },
        200: { description: "The case as it stands already; nothing was added.", content },
        ...problemResponses(...ONCE_CODES, ...CASE_CODES, ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) => createCase(surroundings.service(), ask));
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/cases",
      operationId: "listCases",
      permission: "cases:read",
      tags: TAGS,
      summary: "Cases in their newest revisions, in the order of coming in",
      request: {
        query: z.object({
          policy: z.string().optional(),
          reference: z.string().optional(),
          from: z.string().optional().openapi({ description: "The first day that decides a version." }),
          until: z.string().optional().openapi({ description: "The last one, included." }),
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "A page.", content: { "application/json": { schema: caseList } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const { policy, cursor, ...query } = readQuery(c, {
        policy: POLICY,
        reference: NAME,
        from: DAY,
        until: DAY,
        limit: pageSize(MOST_CASES),
        cursor: NAME,
      });
      const asked = {
        ...query,
        ...(policy === undefined ? {} : { policyId: policy }),
        ...(cursor === undefined ? {} : { after: cursor }),
      };
      const { body } = await readCases(surroundings.service(), { actor: c.get("actor"), asked });
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}

function getRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/cases/{id}",
      operationId: "getCase",
      permission: "cases:read",
      tags: TAGS,
      summary: "One case with everything that it states",
      request: { params: z.object({ id: z.string().openapi({ description: "The id of a case." }) }) },
      responses: {
        200: { description: "The case.", content: { "application/json": { schema: storedCase } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id") };
      const { body } = foundOrRefused(await readCase(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}
