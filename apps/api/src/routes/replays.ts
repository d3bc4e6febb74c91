import { VERDICTS } from "@evenhand/domain";
import { REPLAY, listReplays, readReplay, replayOne, startReplay } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import {
  replayList,
  replayRequest,
  replayView,
  replayedDecision,
  startedReplay,
} from "../contract/evidence.ts";
import { problemResponses } from "../contract/problem.ts";
import { cancelRoute } from "../http/cancel-route.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { eventsRoute } from "../http/events-route.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { CURSOR, oneOf, pageSize } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { runRead, startedRun } from "../http/run-answers.ts";

const TAGS = ["evidence"];
const STORE_CODES = ["not-ready", "store-unavailable"] as const;
const ID = z.object({ id: z.string().openapi({ description: "The id of a replay." }) });
const MOST_VERDICTS = 200;
/** Two hundred ids and what stands around them. */
const BODY = { maxBytes: 32 * 1024, maxDepth: 8, maxNodes: 500 } as const;

/** `/v1/replays`: recorded decisions decided again, in the background; one of them at once. */
export function replayRoutes(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  startRoute(app, surroundings, wake);
  listRoute(app, surroundings);
  readRoute(app, surroundings, wake);
  eventsRoute(app, surroundings, {
    name: REPLAY,
    path: "/v1/replays/{id}/events",
    operationId: "followReplay",
    permission: "evidence:replay",
    tags: TAGS,
    wake,
  });
  cancelRoute(app, surroundings, {
    name: REPLAY,
    path: "/v1/replays/{id}/cancel",
    operationId: "cancelReplay",
    permission: "evidence:replay",
    tags: TAGS,
    leaves: "What it found so far stays.",
    schema: startedReplay,
  });
  oneRoute(app, surroundings);
}

function startRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/replays",
      operationId: "startReplay",
      permission: "evidence:replay",
      tags: TAGS,
      summary: "Decide recorded decisions again",
      description:
        "Those that are named, those of some days or of a policy, or all. `Location` tells how it goes on.",
      request: { body: { required: true, content: { "application/json": { schema: replayRequest } } } },
      responses: {
        202: {
          description: "It is in line.",
          headers: { Location: { description: "Where the replay is.", schema: { type: "string" } } },
          content: { "application/json": { schema: startedReplay } },
        },
        ...problemResponses(
          ...BODY_CODES,
          "invalid-parameter",
          "not-a-date",
          "unknown-value",
          "too-many",
          ...STORE_CODES,
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c, BODY) };
      return startedRun(c, await startReplay(surroundings.service(), ask), { at: "/v1/replays", wake });
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/replays",
      operationId: "listReplays",
      permission: "evidence:replay",
      tags: TAGS,
      summary: "The newest replays, and how far each is",
      responses: {
        200: { description: "At most twenty.", content: { "application/json": { schema: replayList } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, await listReplays(surroundings.service()));
    },
  );
}

function readRoute(app: ApiApp, surroundings: Surroundings, wake: () => void): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/replays/{id}",
      operationId: "getReplay",
      permission: "evidence:replay",
      tags: TAGS,
      summary: "How far a replay is, and what came of it so far",
      request: {
        params: ID,
        query: z.object({
          verdict: z.enum(VERDICTS).optional(),
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "The replay.", content: { "application/json": { schema: replayView } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const { verdict, limit, cursor } = readQuery(c, {
        verdict: oneOf(VERDICTS),
        limit: pageSize(MOST_VERDICTS),
        cursor: CURSOR,
      });
      const found = await readReplay(surroundings.service(), {
        actor: c.get("actor"),
        id: pathParameter(c, "id"),
        ...(verdict === undefined ? {} : { verdict }),
        ...(limit === undefined ? {} : { limit }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return runRead(c, found, wake);
    },
  );
}

function oneRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/decisions/{id}/replay",
      operationId: "replayDecision",
      permission: "evidence:replay",
      tags: TAGS,
      summary: "Decide one recorded decision again",
      request: { params: z.object({ id: z.string().openapi({ description: "The id of a decision." }) }) },
      responses: {
        200: {
          description: "What came of it.",
          content: { "application/json": { schema: replayedDecision } },
        },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), decision: pathParameter(c, "id") };
      const { body } = foundOrRefused(await replayOne(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}
