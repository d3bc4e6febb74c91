import { DISPOSITIONS, instantOn, parseDay } from "@evenhand/domain";
import {
  MOST_DECISIONS,
  REQUEST_LIMITS,
  readDecision,
  readDecisions,
  recordDecision,
  reverseDecision,
  waiveDeduction,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import {
  decisionList,
  decisionRequest,
  recordedDecision,
  reversal,
  waived,
  waiver,
} from "../contract/decisions.ts";
import { problemResponses } from "../contract/problem.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { IDEMPOTENCY_KEY, ONCE_CODES, answerOnce } from "../http/once.ts";
import { VERSION, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { CURSOR, DAY, NAME, POLICY, TIME_ZONE, oneOf, pageSize } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { CASE_CODES } from "./case-codes.ts";

const TAGS = ["decisions"];
const ID = z.object({ id: z.string().openapi({ description: "The id of a decision." }) });

/** What deciding can be refused for, besides what is wrong with the request as such. */
export const DECIDING_CODES = [
  ...CASE_CODES,
  "unknown-version",
  "edited-meanwhile",
  "already-decided",
  "gate-missing",
  "beyond-guards",
  "nothing-departs",
  "wrong-state",
  "person-left",
  "evaluators-disagree",
  "not-ready",
  "store-unavailable",
] as const;

/** `/v1/decisions`: what was decided, kept with everything that it rested on. */
export function decisionRoutes(app: ApiApp, surroundings: Surroundings): void {
  recordRoute(app, surroundings);
  listRoute(app, surroundings);
  getRoute(app, surroundings);
  reverseRoute(app, surroundings);
  waiveRoute(app, surroundings);
}

function recordRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/decisions",
      operationId: "recordDecision",
      permission: "decisions:record",
      tags: TAGS,
      summary: "Decide a case and record the decision",
      description:
        "Decides the case under the ledger as it stands, by both evaluators, which must agree; keeps the case, the decision " +
        "with everything it rested on, and the instalments of everybody it charges, all together or not at all.",
      request: {
        headers: IDEMPOTENCY_KEY,
        body: {
          required: true,
          content: {
            "application/json": {
              schema: decisionRequest,
              example: { policy: "complaint-fines", ...EXAMPLE_A.request },
            },
          },
        },
      },
      responses: {
        201: {
          description: "The recorded decision.",
          content: { "application/json": { schema: recordedDecision } },
        },
        ...problemResponses(...ONCE_CODES, ...DECIDING_CODES, "not-allowed"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        recordDecision(surroundings.service(), ask),
      );
    },
  );
}

const STATUSES = ["in-force", "superseded"] as const;

const LIST_QUERY = z.object({
  policy: z.string().optional(),
  version: z.int().optional(),
  reference: z.string().optional(),
  disposition: z.enum(DISPOSITIONS).optional(),
  party: z.string().optional().openapi({ description: "The staff number of a person, or the id of a unit." }),
  from: z.string().optional().openapi({ description: "First day of recording." }),
  until: z.string().optional().openapi({ description: "The day after the last one." }),
  timeZone: z.string().optional().openapi({
    description: "Where those days are counted; `UTC` where nothing is said.",
    example: "Asia/Shanghai",
  }),
  status: z.enum(STATUSES).optional(),
  departures: z.enum(["yes", "no"]).optional(),
  limit: z.int().optional(),
  cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
});

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/decisions",
      operationId: "listDecisions",
      permission: "decisions:read",
      own: true,
      tags: TAGS,
      summary: "Decisions, the newest first",
      description: "Whoever may only read their own is shown those that name them.",
      request: {
        query: LIST_QUERY,
      },
      responses: {
        200: { description: "A page.", content: { "application/json": { schema: decisionList } } },
        ...problemResponses("invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      const query = readQuery(c, {
        policy: POLICY,
        version: VERSION,
        reference: NAME,
        disposition: oneOf(DISPOSITIONS),
        party: NAME,
        from: DAY,
        until: DAY,
        timeZone: TIME_ZONE,
        status: oneOf(STATUSES),
        departures: oneOf(["yes", "no"]),
        limit: pageSize(MOST_DECISIONS),
        cursor: CURSOR,
      });
      const { timeZone = "UTC" } = query;
      const asked = {
        ...(query.policy === undefined ? {} : { policyId: query.policy }),
        ...(query.version === undefined ? {} : { policyVersion: query.version }),
        ...(query.reference === undefined ? {} : { reference: query.reference }),
        ...(query.disposition === undefined ? {} : { disposition: query.disposition }),
        ...(query.party === undefined ? {} : { party: query.party }),
        ...(query.from === undefined ? {} : { from: startOf(query.from, timeZone) }),
        ...(query.until === undefined ? {} : { until: startOf(query.until, timeZone) }),
        ...(query.status === undefined ? {} : { inForce: query.status === "in-force" }),
        ...(query.departures === undefined ? {} : { departures: query.departures === "yes" }),
        ...(query.limit === undefined ? {} : { limit: query.limit }),
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      };
      const { body } = await readDecisions(surroundings.service(), { actor: c.get("actor"), asked });
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}

function startOf(day: string, timeZone: string): number {
  return instantOn(parseDay(day) ?? 0, "00:00", timeZone);
}

function getRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/decisions/{id}",
      operationId: "getDecision",
      permission: "decisions:read",
      own: true,
      tags: TAGS,
      summary: "One decision with its record and its appeals",
      request: { params: ID },
      responses: {
        200: { description: "The decision.", content: { "application/json": { schema: recordedDecision } } },
        ...problemResponses("not-found", "invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id") };
      const { body } = foundOrRefused(await readDecision(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}

function reverseRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/decisions/{id}/reverse",
      operationId: "reverseDecision",
      permission: "decisions:reverse",
      tags: TAGS,
      summary: "Take a decision back",
      description:
        "Records a decision in its place that charges nobody; what was deducted is given back with the next payroll.",
      request: {
        params: ID,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: reversal } } },
      },
      responses: {
        201: {
          description: "The decision in its place.",
          content: { "application/json": { schema: recordedDecision } },
        },
        ...problemResponses(...ONCE_CODES, ...DECIDING_CODES, "not-found"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const decision = pathParameter(c, "id");
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        reverseDecision(surroundings.service(), { ...ask, decision }),
      );
    },
  );
}

function waiveRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/decisions/{id}/waivers",
      operationId: "waiveDeduction",
      permission: "ledger:write",
      tags: ["ledger"],
      summary: "Let a person off part of what they still owe",
      description: "What was deducted is not waived; a superseding decision gives it back.",
      request: {
        params: ID,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: waiver } } },
      },
      responses: {
        200: { description: "How the account stands.", content: { "application/json": { schema: waived } } },
        ...problemResponses(
          ...ONCE_CODES,
          "not-found",
          "unknown-party",
          "out-of-range",
          "gate-missing",
          "more-than-is-owed",
          "not-ready",
          "store-unavailable",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const decision = pathParameter(c, "id");
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        waiveDeduction(surroundings.service(), { ...ask, decision }),
      );
    },
  );
}
