import { listCalendars, listGuards } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { problemResponses } from "../contract/problem.ts";
import { hash, localizedText } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

const TAGS = ["policies"];

const calendar = z
  .object({
    hash,
    document: z.looseObject({
      id: z.string().openapi({ example: "cn" }),
      version: z.int().min(1),
      title: localizedText,
      coverage: z.object({ from: z.string(), to: z.string() }),
      source: z.string(),
      holidays: z.array(z.string()).openapi({ description: "Days off from Monday to Friday." }),
      makeUpDays: z.array(z.string()).openapi({ description: "Saturdays and Sundays that are worked." }),
    }),
  })
  .openapi("Calendar");

const guard = z
  .object({ hash, document: z.looseObject({ jurisdiction: z.string().openapi({ example: "cn" }) }) })
  .openapi("Guard");

/** `/v1/calendars` and `/v1/guards`: what policies count working days by, and what statutes hold them to. */
export function groundRoutes(app: ApiApp, surroundings: Surroundings): void {
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
