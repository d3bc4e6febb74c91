import {
  CHANGE_ORDERS,
  MOST_CHANGES,
  SIMULATED_SIDES,
  SIMULATION,
  beginSimulation,
  estimateSimulation,
  listSimulations,
  pinSimulation,
  readChange,
  readChanges,
  readSimulatedDocument,
  readSimulation,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { policyDocument } from "../contract/policies.ts";
import { problemResponses } from "../contract/problem.ts";
import {
  changeInFull,
  changePage,
  pinnedSimulation,
  simulationEstimate,
  simulationList,
  simulationRequest,
  simulationView,
  startedSimulation,
} from "../contract/simulations.ts";
import { cancelRoute } from "../http/cancel-route.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { eventsRoute } from "../http/events-route.ts";
import { readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { CURSOR, POLICY, oneOf, pageSize } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { runRead, startedRun } from "../http/run-answers.ts";
import { pause } from "../http/upload.ts";
import { CHANGE_FILTERS, CHANGE_FILTER_READERS } from "./change-filters.ts";
import { simulationExportRoute } from "./simulation-export.ts";

const TAGS = ["simulations"];
const STORE_CODES = ["not-ready", "store-unavailable"] as const;
const ID = z.object({ id: z.string().openapi({ description: "The id of a simulation." }) });
const BODY = { maxBytes: 32 * 1024, maxDepth: 8, maxNodes: 1_000 } as const;
/** What an ask can be refused for. */
const ASK_CODES = [
  ...BODY_CODES,
  "invalid-parameter",
  "not-a-date",
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
] as const;

/**
 * `/v1/simulations`: a version or a draft against the version in force, over past cases. Open to whoever may read drafts,
 * since people stand in it under pseudonyms alone.
 */
export function simulationRoutes(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  startRoute(app, surroundings, wake);
  estimateRoute(app, surroundings);
  listRoute(app, surroundings);
  readRoute(app, surroundings, wake);
  eventsRoute(app, surroundings, {
    name: SIMULATION,
    path: "/v1/simulations/{id}/events",
    operationId: "followSimulation",
    permission: "drafts:read",
    tags: TAGS,
    wake,
  });
  cancelRoute(app, surroundings, {
    name: SIMULATION,
    path: "/v1/simulations/{id}/cancel",
    operationId: "cancelSimulation",
    permission: "drafts:read",
    tags: TAGS,
    leaves: "What it found so far stays, as provisional.",
    schema: startedSimulation,
  });
  pinRoute(app, surroundings);
  changesRoute(app, surroundings);
  simulationExportRoute(app, surroundings);
  changeRoute(app, surroundings);
  documentRoute(app, surroundings);
}

const ASK = { body: { required: true, content: { "application/json": { schema: simulationRequest } } } };

function startRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/simulations",
      operationId: "startSimulation",
      permission: "drafts:read",
      tags: TAGS,
      summary: "Simulate a version or a draft over past cases",
      description:
        "`Location` tells how it goes on. Without days and without a scope it is a full one: of a draft, against the " +
        "version in force, that is what the draft is handed in and reviewed with.",
      request: ASK,
      responses: {
        202: {
          description: "It is in line.",
          headers: { Location: { description: "Where the simulation is.", schema: { type: "string" } } },
          content: { "application/json": { schema: startedSimulation } },
        },
        ...problemResponses(...ASK_CODES, ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c, BODY) };
      return startedRun(c, await beginSimulation(surroundings.service(), ask), {
        at: "/v1/simulations",
        wake,
      });
    },
  );
}

function estimateRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/simulations/estimate",
      operationId: "estimateSimulation",
      permission: "drafts:read",
      tags: TAGS,
      summary: "How many past cases a simulation would go through, month by month",
      request: ASK,
      responses: {
        200: { description: "The count.", content: { "application/json": { schema: simulationEstimate } } },
        ...problemResponses(...ASK_CODES, ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { body: await readJson(c, BODY), pause };
      return jsonResponse(c, foundOrRefused(await estimateSimulation(surroundings.service(), ask)));
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations",
      operationId: "listSimulations",
      permission: "drafts:read",
      tags: TAGS,
      summary: "The newest simulations, and what each found",
      request: { query: z.object({ policy: z.string().optional() }) },
      responses: {
        200: {
          description: "At most fifty.",
          content: { "application/json": { schema: simulationList } },
        },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) =>
      jsonResponse(c, await listSimulations(surroundings.service(), readQuery(c, { policy: POLICY }))),
  );
}

function readRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations/{id}",
      operationId: "getSimulation",
      permission: "drafts:read",
      tags: TAGS,
      summary: "How far a simulation is, and what it found so far",
      request: { params: ID },
      responses: {
        200: { description: "The simulation.", content: { "application/json": { schema: simulationView } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      return runRead(c, await readSimulation(surroundings.service(), { id: pathParameter(c, "id") }), wake);
    },
  );
}

function pinRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/simulations/{id}/pin",
      operationId: "pinSimulation",
      permission: "drafts:write",
      tags: TAGS,
      summary: "Note a full simulation of the draft that is in review",
      description:
        "Where another amount was noted before, approvals given with that are void. It takes no body.",
      request: { params: ID },
      responses: {
        200: {
          description: "What stands for review now.",
          content: { "application/json": { schema: pinnedSimulation } },
        },
        ...problemResponses(
          "not-found",
          "wrong-state",
          "edited-meanwhile",
          "unknown-value",
          "invalid-parameter",
          ...STORE_CODES,
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id") };
      return jsonResponse(c, foundOrRefused(await pinSimulation(surroundings.service(), ask)));
    },
  );
}

function changesRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations/{id}/changes",
      operationId: "listSimulationChanges",
      permission: "drafts:read",
      tags: TAGS,
      summary: "The cases that come out otherwise, in the order in which they were decided, or by difference",
      request: {
        params: ID,
        query: z.object({
          ...CHANGE_FILTERS,
          order: z.enum(CHANGE_ORDERS).optional().openapi({
            description:
              "Default: `day`. `difference`, once the simulation is over: the largest first, be it up or down.",
          }),
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "A page.", content: { "application/json": { schema: changePage } } },
        ...problemResponses("not-found", "wrong-state", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const asked = readQuery(c, {
        ...CHANGE_FILTER_READERS,
        order: oneOf(CHANGE_ORDERS),
        limit: pageSize(MOST_CHANGES),
        cursor: CURSOR,
      });
      const found = await readChanges(surroundings.service(), { id: pathParameter(c, "id"), ...asked });
      return jsonResponse(c, foundOrRefused(found));
    },
  );
}

function changeRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations/{id}/changes/{case}",
      operationId: "getSimulationChange",
      permission: "drafts:read",
      tags: TAGS,
      summary: "One case that comes out otherwise, decided on both sides in full",
      request: {
        params: ID.extend({ case: z.string().openapi({ description: "The id of the case." }) }),
      },
      responses: {
        200: {
          description: "Both decisions, with their explanations.",
          content: { "application/json": { schema: changeInFull } },
        },
        ...problemResponses(
          "not-found",
          "unknown-policy",
          "unknown-version",
          "policy-not-usable",
          "draft-has-errors",
          "invalid-parameter",
          ...STORE_CODES,
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const asked = { id: pathParameter(c, "id"), caseId: pathParameter(c, "case") };
      return jsonResponse(c, foundOrRefused(await readChange(surroundings.service(), asked)));
    },
  );
}

function documentRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations/{id}/documents/{side}",
      operationId: "getSimulatedDocument",
      permission: "drafts:read",
      tags: TAGS,
      summary: "The document of one side as it was simulated",
      description: "Of a draft, the revision that was simulated, whatever the draft says by now.",
      request: { params: ID.extend({ side: z.enum(SIMULATED_SIDES) }) },
      responses: {
        200: {
          description: "The document.",
          content: { "application/json": { schema: policyDocument } },
        },
        ...problemResponses(
          "not-found",
          "unknown-policy",
          "unknown-version",
          "policy-not-usable",
          "draft-has-errors",
          "invalid-parameter",
          ...STORE_CODES,
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const asked = {
        id: pathParameter(c, "id"),
        side: readPathParameter(c, "side", oneOf(SIMULATED_SIDES)),
      };
      return jsonResponse(c, foundOrRefused(await readSimulatedDocument(surroundings.service(), asked)));
    },
  );
}
