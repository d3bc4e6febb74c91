import { listCalendarVersions, listCalendars, listGuards, takeInCalendarYear } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { calendar, calendarVersions, calendarYear, guard } from "../contract/ground.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { nothingHere, foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, createdResponse, jsonResponse, pathParameter } from "../http/route.ts";

const TAGS = ["policies"];
const ID = z.object({ id: z.string().openapi({ description: "The id of a calendar.", example: "cn" }) });

/** `/v1/calendars` and `/v1/guards`: what policies count working days by, and what statutes hold them to. */
export function groundRoutes(app: ApiApp, surroundings: Surroundings): void {
  listRoutes(app, surroundings);
  calendarVersionsRoute(app, surroundings);
  calendarYearRoute(app, surroundings);
}

function listRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/calendars",
      permission: "policies:read",
      operationId: "listCalendars",
      tags: TAGS,
      summary: "The calendars of working days in use",
      responses: {
        200: {
          description: "The calendars, each whole.",
          content: { "application/json": { schema: z.object({ calendars: z.array(calendar) }) } },
        },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, { calendars: await listCalendars(surroundings.service()) });
    },
  );
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/guards",
      permission: "policies:read",
      operationId: "listGuards",
      tags: TAGS,
      summary: "The statutory guards in use, with their sources",
      responses: {
        200: {
          description: "The guards, each whole.",
          content: { "application/json": { schema: z.object({ guards: z.array(guard) }) } },
        },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, { guards: await listGuards(surroundings.service()) });
    },
  );
}

function calendarVersionsRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/calendars/{id}/versions",
      permission: "policies:read",
      operationId: "listCalendarVersions",
      tags: TAGS,
      summary: "Every version of a calendar that was ever in use, the newest first",
      request: { params: ID },
      responses: {
        200: {
          description: "The versions, each whole.",
          content: { "application/json": { schema: calendarVersions } },
        },
        ...problemResponses("not-found", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const versions = await listCalendarVersions(surroundings.service(), pathParameter(c, "id"));
      if (versions.length === 0) throw nothingHere();
      return jsonResponse(c, { versions });
    },
  );
}

function calendarYearRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/calendars/{id}/years",
      // It moves the deadlines of every policy that counts by the calendar, as publishing does, so whoever publishes does it.
      permission: "policies:publish",
      operationId: "takeInCalendarYear",
      tags: TAGS,
      summary: "Take the holidays and make-up days of a year into a calendar",
      description:
        "Makes the next version of the calendar, in use from then on. What was decided by an earlier version keeps its " +
        "dates, and is replayed by that version.",
      request: {
        params: ID,
        body: { required: true, content: { "application/json": { schema: calendarYear } } },
      },
      responses: {
        201: {
          description: "The calendar as it is now.",
          content: { "application/json": { schema: calendar } },
        },
        ...problemResponses(
          ...BODY_CODES,
          "not-found",
          "not-a-date",
          "out-of-range",
          "too-many",
          "edited-meanwhile",
          "nothing-changed",
          "wrong-state",
          "invalid-parameter",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id"), body: await readJson(c) };
      const made = foundOrRefused(await takeInCalendarYear(surroundings.service(), ask));
      return createdResponse(c, `/v1/calendars/${made.calendar.document.id}/versions`, made.calendar);
    },
  );
}
