import { TABLE_FORMATS, exportChanges } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { problemResponses } from "../contract/problem.ts";
import { DOWNLOAD_HEADERS, downloadResponse } from "../http/download.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { LANGUAGE, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { oneOf } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { XLSX_TYPE, pause } from "../http/upload.ts";

const FILE = { schema: z.string().openapi({ format: "binary" }) };

/** `/v1/simulations/{id}/export`: the cases that come out otherwise, for a spreadsheet. */
export function simulationExportRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations/{id}/export",
      operationId: "exportSimulationChanges",
      permission: "drafts:read",
      tags: ["simulations"],
      summary: "The cases that come out otherwise, as a table",
      request: {
        params: z.object({ id: z.string().openapi({ description: "The id of a simulation." }) }),
        query: z.object({
          format: z.enum(TABLE_FORMATS).optional().openapi({ description: "Default: `csv`." }),
          lang: z.enum(["zh", "en"]).optional(),
        }),
      },
      responses: {
        200: {
          description: "The table; at most the first 100,000 cases.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/csv": FILE, [XLSX_TYPE]: FILE },
        },
        ...problemResponses("not-found", "invalid-parameter", "not-ready", "store-unavailable"),
      },
    },
    async (c) => {
      const query = readQuery(c, { format: oneOf(TABLE_FORMATS), lang: LANGUAGE });
      const ask = {
        id: pathParameter(c, "id"),
        format: query.format ?? "csv",
        language: query.lang ?? c.get("language"),
        pause,
      };
      return downloadResponse(c, foundOrRefused(await exportChanges(surroundings.service(), ask)));
    },
  );
}
