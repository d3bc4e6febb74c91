import { CHECK, listChecks, readCheck, startCheck } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { checkList, checkRequest, checkView, startedCheck } from "../contract/checks.ts";
import { problemResponses } from "../contract/problem.ts";
import { cancelRoute } from "../http/cancel-route.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { eventsRoute } from "../http/events-route.ts";
import { readQuery } from "../http/parameters.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { NAME, POLICY } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { runRead, startedRun } from "../http/run-answers.ts";
import { checkExportRoutes } from "./check-export.ts";

const TAGS = ["checks"];
const STORE_CODES = ["not-ready", "store-unavailable"] as const;
const ID = z.object({ id: z.string().openapi({ description: "The id of a check." }) });
const BODY = { maxBytes: 16 * 1024, maxDepth: 6, maxNodes: 200 } as const;

/**
 * `/v1/checks`: a version or a draft is probed, and claims about it are proved. Open to whoever may read drafts; no
 * stored case is read: those in an answer are examples of the document or made up.
 */
export function checkRoutes(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  startRoute(app, surroundings, wake);
  listRoute(app, surroundings);
  readRoute(app, surroundings, wake);
  eventsRoute(app, surroundings, {
    name: CHECK,
    path: "/v1/checks/{id}/events",
    operationId: "followCheck",
    permission: "drafts:read",
    tags: TAGS,
    wake,
  });
  cancelRoute(app, surroundings, {
    name: CHECK,
    path: "/v1/checks/{id}/cancel",
    operationId: "cancelCheck",
    permission: "drafts:read",
    tags: TAGS,
    leaves: "What it found so far stays, as provisional; a solver that is at work is ended within seconds.",
    schema: startedCheck,
  });
  checkExportRoutes(app, surroundings);
}

function startRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/checks",
      operationId: "startCheck",
      permission: "drafts:read",
      tags: TAGS,
      summary: "Check what a version or a draft does in any case there can be",
      description:
        "Probes look for cases in which a policy does what none should; a solver is asked whether claims hold of every " +
        "case. Without `probes` and `proofs`, the policy is probed. `Location` tells how it goes on.",
      request: { body: { required: true, content: { "application/json": { schema: checkRequest } } } },
      responses: {
        202: {
          description: "It is in line.",
          headers: { Location: { description: "Where the check is.", schema: { type: "string" } } },
          content: { "application/json": { schema: startedCheck } },
        },
        ...problemResponses(
          ...BODY_CODES,
          "invalid-parameter",
          "out-of-range",
          "unknown-value",
          "too-many",
          "not-found",
          "unknown-policy",
          "unknown-version",
          "policy-not-usable",
          "edited-meanwhile",
          "wrong-state",
          "draft-has-errors",
          ...STORE_CODES,
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c, BODY) };
      return startedRun(c, await startCheck(surroundings.service(), ask), { at: "/v1/checks", wake });
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/checks",
      operationId: "listChecks",
      permission: "drafts:read",
      tags: TAGS,
      summary: "The newest checks, and how much each found",
      request: {
        query: z.object({
          policy: z.string().optional(),
          draft: z.string().optional().openapi({ description: "The id of a draft." }),
          contentHash: z.string().optional().openapi({
            description: "The hash of a draft's content, or of a published version.",
          }),
        }),
      },
      responses: {
        200: { description: "At most fifty.", content: { "application/json": { schema: checkList } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const { policy, draft, contentHash } = readQuery(c, { policy: POLICY, draft: NAME, contentHash: NAME });
      const asked = {
        ...(policy === undefined ? {} : { policyId: policy }),
        ...(draft === undefined ? {} : { draftId: draft }),
        ...(contentHash === undefined ? {} : { contentHash }),
      };
      return jsonResponse(c, await listChecks(surroundings.service(), asked));
    },
  );
}

function readRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/checks/{id}",
      operationId: "getCheck",
      permission: "drafts:read",
      tags: TAGS,
      summary: "How far a check is, and what it found so far",
      request: { params: ID },
      responses: {
        200: { description: "The check.", content: { "application/json": { schema: checkView } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      return runRead(c, await readCheck(surroundings.service(), { id: pathParameter(c, "id") }), wake);
    },
  );
}
