import { changeSettings, readSettings } from "@evenhand/service";
import { settings, settingsChange } from "../contract/people.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

const TAGS = ["settings"];

/** `/v1/settings`: what administrators decide about the service itself. */
export function settingsRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/settings",
      permission: "settings:read",
      operationId: "getSettings",
      tags: TAGS,
      summary: "The settings",
      responses: {
        200: { description: "The settings.", content: { "application/json": { schema: settings } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, await readSettings(surroundings.service()));
    },
  );
  addRoute(
    app,
    {
      method: "put",
      path: "/v1/settings",
      permission: "settings:manage",
      operationId: "changeSettings",
      tags: TAGS,
      summary: "Set what is named; what is left out stays as it is",
      request: { body: { required: true, content: { "application/json": { schema: settingsChange } } } },
      responses: {
        200: {
          description: "The settings as they are now.",
          content: { "application/json": { schema: settings } },
        },
        ...problemResponses(...BODY_CODES, "out-of-range", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c) };
      return jsonResponse(c, foundOrRefused(await changeSettings(surroundings.service(), ask)).settings);
    },
  );
}
