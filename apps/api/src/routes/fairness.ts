import {
  FAIRNESS,
  MOST_FAIRNESS_CASES,
  startFairness,
  listFairness,
  readFairness,
  readFairnessCases,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import {
  fairnessCasePage,
  fairnessList,
  fairnessRequest,
  fairnessView,
  startedFairness,
} from "../contract/fairness.ts";
import { problemResponses } from "../contract/problem.ts";
import { cancelRoute } from "../http/cancel-route.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { eventsRoute } from "../http/events-route.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { CURSOR, NAME, POLICY, oneOf, pageSize, textUpTo } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { runRead, startedRun } from "../http/run-answers.ts";
import { fairnessExportRoute } from "./fairness-export.ts";

const TAGS = ["fairness"];
const PERMISSION = "decisions:read";
const STORE_CODES = ["not-ready", "store-unavailable"] as const;
const ID = z.object({ id: z.string().openapi({ description: "The id of a fairness review." }) });
const BODY = { maxBytes: 32 * 1024, maxDepth: 8, maxNodes: 1_000 } as const;
/** What an ask can be refused for. */
const ASK_CODES = [
  ...BODY_CODES,
  "invalid-parameter",
  "not-a-date",
  "out-of-range",
  "unknown-value",
  "too-many",
  "not-allowed",
  "not-found",
  "unknown-policy",
  "policy-not-usable",
  "edited-meanwhile",
  "wrong-state",
  "draft-has-errors",
] as const;

/** `/v1/fairness`: how recorded decisions treated like cases and groups. People stand in it under pseudonyms alone. */
export function fairnessRoutes(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  startRoute(app, surroundings, wake);
  listRoute(app, surroundings);
  readRoute(app, surroundings, wake);
  eventsRoute(app, surroundings, {
    name: FAIRNESS,
    path: "/v1/fairness/{id}/events",
    operationId: "followFairness",
    permission: PERMISSION,
    tags: TAGS,
    wake,
  });
  cancelRoute(app, surroundings, {
    name: FAIRNESS,
    path: "/v1/fairness/{id}/cancel",
    operationId: "cancelFairness",
    permission: PERMISSION,
    tags: TAGS,
    leaves: "It leaves no figures, since those of some decisions would be taken for those of all.",
    schema: startedFairness,
  });
  casesRoute(app, surroundings);
  fairnessExportRoute(app, surroundings);
}

function startRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/fairness",
      operationId: "startFairness",
      permission: PERMISSION,
      tags: TAGS,
      summary: "Look at how recorded decisions treated like cases and groups",
      description:
        "Over the decisions of a policy that are in force now. `Location` tells how it goes on. Naming a `draft` asks for " +
        "`drafts:read` as well.",
      request: { body: { required: true, content: { "application/json": { schema: fairnessRequest } } } },
      responses: {
        202: {
          description: "It is in line.",
          headers: { Location: { description: "Where the review is.", schema: { type: "string" } } },
          content: { "application/json": { schema: startedFairness } },
        },
        ...problemResponses(...ASK_CODES, ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c, BODY) };
      return startedRun(c, await startFairness(surroundings.service(), ask), { at: "/v1/fairness", wake });
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/fairness",
      operationId: "listFairness",
      permission: PERMISSION,
      tags: TAGS,
      summary: "The newest fairness reviews, and what each found",
      request: { query: z.object({ policy: z.string().optional() }) },
      responses: {
        200: {
          description: "At most fifty.",
          content: { "application/json": { schema: fairnessList } },
        },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) =>
      jsonResponse(c, await listFairness(surroundings.service(), readQuery(c, { policy: POLICY }))),
  );
}

function readRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/fairness/{id}",
      operationId: "getFairness",
      permission: PERMISSION,
      tags: TAGS,
      summary: "How far a fairness review is, and what it found once it is done",
      request: { params: ID },
      responses: {
        200: { description: "The review.", content: { "application/json": { schema: fairnessView } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      return runRead(c, await readFairness(surroundings.service(), { id: pathParameter(c, "id") }), wake);
    },
  );
}

function casesRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/fairness/{id}/cases",
      operationId: "listFairnessCases",
      permission: PERMISSION,
      tags: TAGS,
      summary: "The people whom a fairness review counted, each with the decision",
      description: "What stands behind a dot or a cell, in the order in which the decisions were recorded.",
      request: {
        params: ID,
        query: z.object({
          group: z
            .string()
            .optional()
            .openapi({ description: "A fact that people are told apart by; goes with `value`." }),
          value: z.string().optional().openapi({ description: "Its value; empty where none is stated." }),
          and: z.string().optional().openapi({ description: "A second one; goes with `andValue`." }),
          andValue: z.string().optional(),
          category: z
            .string()
            .optional()
            .openapi({ description: "The kind of case; empty where there is none." }),
          decider: z.string().optional().openapi({ description: "A pseudonym; empty for keys." }),
          penalised: z.enum(["yes", "no"]).optional(),
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "A page.", content: { "application/json": { schema: fairnessCasePage } } },
        ...problemResponses("not-found", "wrong-state", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const asked = readQuery(c, {
        group: NAME,
        value: textUpTo(200),
        and: NAME,
        andValue: textUpTo(200),
        category: textUpTo(200),
        decider: textUpTo(200),
        penalised: oneOf(["yes", "no"] as const),
        limit: pageSize(MOST_FAIRNESS_CASES),
        cursor: CURSOR,
      });
      const found = await readFairnessCases(surroundings.service(), { id: pathParameter(c, "id"), ...asked });
      return jsonResponse(c, foundOrRefused(found));
    },
  );
}
