import {
  MOST_APPEALS,
  REQUEST_LIMITS,
  decideAppeal,
  fileAppeal,
  readAppeal,
  readAppeals,
  withdrawAppeal,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { appeal, appealList, appealRequest, appealVerdict, appealWithdrawal } from "../contract/decisions.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { IDEMPOTENCY_KEY, ONCE_CODES, answerOnce } from "../http/once.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { NAME, oneOf, pageSize } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { DECIDING_CODES } from "./decisions.ts";

const TAGS = ["appeals"];
const ID = z.object({ id: z.string().openapi({ description: "The id of an appeal." }) });
const STATES = ["open", "decided"] as const;

/**
 * `/v1/decisions/{id}/appeals` and `/v1/appeals`: a party objects; somebody else finds it there and decides about it, or the party
 * gives it up.
 */
export function appealRoutes(app: ApiApp, surroundings: Surroundings): void {
  fileRoute(app, surroundings);
  listRoute(app, surroundings);
  getRoute(app, surroundings);
  decideRoute(app, surroundings);
  withdrawRoute(app, surroundings);
}

function fileRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/decisions/{id}/appeals",
      operationId: "fileAppeal",
      permission: "appeals:file",
      own: true,
      tags: TAGS,
      summary: "Appeal against a decision",
      description:
        "By the party, or on their behalf. What is not yet deducted is suspended until the appeal is decided. The window " +
        "is the policy's parameter `appealDays`, or 15 days, from the day on which the decision was recorded that last " +
        "changed the party's own figures.",
      request: {
        params: z.object({ id: z.string().openapi({ description: "The id of a decision." }) }),
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: appealRequest } } },
      },
      responses: {
        201: { description: "The appeal.", content: { "application/json": { schema: appeal } } },
        ...problemResponses(
          ...ONCE_CODES,
          "not-found",
          "unknown-party",
          "wrong-state",
          "already-appealed",
          "appeal-too-late",
          "not-ready",
          "store-unavailable",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const decision = pathParameter(c, "id");
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        fileAppeal(surroundings.service(), { ...ask, decision }),
      );
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/appeals",
      operationId: "listAppeals",
      permission: "decisions:read",
      own: true,
      tags: TAGS,
      summary: "Appeals, those filed last first",
      description: "Whoever may only read their own is shown those that they brought.",
      request: {
        query: z.object({
          state: z.enum(STATES).optional().openapi({ description: "`decided` is any verdict." }),
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "A page.", content: { "application/json": { schema: appealList } } },
        ...problemResponses("invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      const { state, limit, cursor } = readQuery(c, {
        state: oneOf(STATES),
        limit: pageSize(MOST_APPEALS),
        cursor: NAME,
      });
      const asked = {
        ...(state === undefined ? {} : { open: state === "open" }),
        ...(limit === undefined ? {} : { limit }),
        ...(cursor === undefined ? {} : { after: cursor }),
      };
      const { body } = await readAppeals(surroundings.service(), { actor: c.get("actor"), asked });
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}

function getRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/appeals/{id}",
      operationId: "getAppeal",
      permission: "decisions:read",
      own: true,
      tags: TAGS,
      summary: "One appeal",
      request: { params: ID },
      responses: {
        200: { description: "The appeal.", content: { "application/json": { schema: appeal } } },
        ...problemResponses("not-found", "invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id") };
      const { body } = foundOrRefused(await readAppeal(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}

function decideRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/appeals/{id}/decide",
      operationId: "decideAppeal",
      permission: "appeals:decide",
      tags: TAGS,
      summary: "Decide about an appeal",
      description:
        "By somebody who neither recorded the decision, nor is a party to the case, nor gave the instruction. Objecting never " +
        "raises a penalty.",
      request: {
        params: ID,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: appealVerdict } } },
      },
      responses: {
        200: { description: "The appeal as it is now.", content: { "application/json": { schema: appeal } } },
        ...problemResponses(...ONCE_CODES, ...DECIDING_CODES, "not-found", "same-decider"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const id = pathParameter(c, "id");
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        decideAppeal(surroundings.service(), { ...ask, appeal: id }),
      );
    },
  );
}

function withdrawRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/appeals/{id}/withdraw",
      operationId: "withdrawAppeal",
      permission: "appeals:file",
      own: true,
      tags: TAGS,
      summary: "Withdraw one's own appeal",
      description:
        "By the party whose appeal it is, and by nobody else. The decision stands, and the plan goes on.",
      request: {
        params: ID,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: appealWithdrawal } } },
      },
      responses: {
        200: { description: "The appeal as it is now.", content: { "application/json": { schema: appeal } } },
        ...problemResponses(...ONCE_CODES, "not-found", "wrong-state", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const id = pathParameter(c, "id");
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        withdrawAppeal(surroundings.service(), { ...ask, appeal: id }),
      );
    },
  );
}
