import { parseInstant } from "@evenhand/domain";
import { type AuditFilter, countAuditEvents, listAuditEvents } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { auditDays, auditPage } from "../contract/people.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { type ParameterReader, readQuery } from "../http/parameters.ts";
import { TIME_ZONE } from "../http/readers.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

const USUAL = 100;
const MOST = 500;

/** What happened: `GET /v1/audit-events` and how much of it, day by day. */
export function auditRoutes(app: ApiApp, surroundings: Surroundings): void {
  eventsRoute(app, surroundings);
  daysRoute(app, surroundings);
}

function eventsRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/audit-events",
      permission: "audit:read",
      operationId: "listAuditEvents",
      tags: ["audit"],
      summary: "Who changed what, the newest first",
      request: { query: PAGE_QUERY },
      responses: {
        200: { description: "A page of them.", content: { "application/json": { schema: auditPage } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      const {
        cursor,
        limit = USUAL,
        ...asked
      } = readQuery(c, {
        ...FILTER_READERS,
        cursor: CURSOR,
        limit: LIMIT,
      });
      const page = await listAuditEvents(surroundings.service(), {
        ...filterOf(asked),
        ...(cursor === undefined ? {} : { before: cursor }),
        limit,
      });
      return jsonResponse(c, page);
    },
  );
}

function daysRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/audit-events/days",
      permission: "audit:read",
      operationId: "countAuditEvents",
      tags: ["audit"],
      summary: "How much was changed on each day",
      request: { query: DAYS_QUERY },
      responses: {
        200: { description: "The days.", content: { "application/json": { schema: auditDays } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      const { timeZone = "UTC", ...asked } = readQuery(c, { ...FILTER_READERS, timeZone: TIME_ZONE });
      const days = await countAuditEvents(surroundings.service(), { ...filterOf(asked), timeZone });
      return jsonResponse(c, days);
    },
  );
}

type FilterAsked = {
  readonly object?: ObjectAsked;
  readonly actor?: string;
  readonly action?: string;
  readonly after?: number;
  readonly until?: number;
};

function filterOf({ object, actor, action, after, until }: FilterAsked): AuditFilter {
  return {
    ...object,
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { action }),
    ...(after === undefined ? {} : { from: after }),
    ...(until === undefined ? {} : { until }),
  };
}

const FILTER = {
  object: z.string().optional().openapi({
    description: "What was changed: a kind, or a kind and an id.",
    example: "user:user-01k0c2v9",
  }),
  actor: z.string().optional().openapi({ description: "Who did it.", example: "key:key-01k0c2v9" }),
  action: z.string().optional().openapi({ example: "user.created" }),
  after: z.string().optional().openapi({
    format: "date-time",
    description: "From this moment on.",
    example: "2026-07-01T00:00:00+08:00",
  }),
  until: z.string().optional().openapi({
    format: "date-time",
    description: "Up to this moment, and not including it.",
    example: "2026-08-01T00:00:00+08:00",
  }),
};

const PAGE_QUERY = z.object({
  ...FILTER,
  cursor: z.int().min(1).optional().openapi({ description: "`next` of the page before." }),
  limit: z
    .int()
    .min(1)
    .max(MOST)
    .optional()
    .openapi({ description: `Default ${USUAL}.` }),
});

const DAYS_QUERY = z.object({
  ...FILTER,
  timeZone: z.string().optional().openapi({
    description: "Whose days they are, as the IANA database names it. Default `UTC`.",
    example: "Asia/Shanghai",
  }),
});

type ObjectAsked = { readonly objectKind: string; readonly objectId?: string };

const OBJECT: ParameterReader<ObjectAsked> = {
  read: (text) => {
    const [, objectKind, objectId] = /^([a-z][a-z-]{0,40})(?::([\x21-\x7e]{1,200}))?$/.exec(text) ?? [];
    if (objectKind === undefined) return undefined;
    return objectId === undefined ? { objectKind } : { objectKind, objectId };
  },
  wanted: { en: "a kind, or a kind and an id such as `user:…`", zh: "对象类型，或类型加编号，如`user:…`" },
};

const ACTOR: ParameterReader<string> = {
  read: (text) => (/^(?:user|key|system):[\x21-\x7e]{1,200}$/.test(text) ? text : undefined),
  wanted: {
    en: "an actor such as `user:…`, `key:…` or `system:…`",
    zh: "操作者，如`user:…`、`key:…`或`system:…`",
  },
};

const ACTION: ParameterReader<string> = {
  read: (text) => (/^[a-z][a-z-]{0,40}\.[a-z][a-z-]{0,60}$/.test(text) ? text : undefined),
  wanted: { en: "an action such as `user.created`", zh: "操作名称，如`user.created`" },
};

const MOMENT: ParameterReader<number> = {
  read: parseInstant,
  wanted: {
    en: "a moment such as `2026-07-01T00:00:00+08:00`",
    zh: "时间，如`2026-07-01T00:00:00+08:00`",
  },
};

const LIMIT: ParameterReader<number> = {
  read: (text) => (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST ? Number(text) : undefined),
  wanted: { en: `a whole number from 1 to ${MOST}`, zh: `1至${MOST}之间的整数` },
};

const CURSOR: ParameterReader<number> = {
  read: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined),
  wanted: { en: "the `next` of a page", zh: "上一页的`next`" },
};

const FILTER_READERS = {
  object: OBJECT,
  actor: ACTOR,
  action: ACTION,
  after: MOMENT,
  until: MOMENT,
} as const;
