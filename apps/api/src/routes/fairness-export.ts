import { FAIRNESS_TABLES, TABLE_FORMATS, exportFairness } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { documentLinks } from "../assets/document-assets.ts";
import { problemResponses } from "../contract/problem.ts";
import { DOWNLOAD_HEADERS, downloadResponse, pagePolicy } from "../http/download.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { LANGUAGE, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { oneOf } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { XLSX_TYPE, pause } from "../http/upload.ts";

const FILE = { schema: z.string().openapi({ format: "binary" }) };
const PAGE = { schema: z.string() };
const FORMATS = [...TABLE_FORMATS, "html"] as const;

/** `/v1/fairness/{id}/export`: what a fairness review found, for a spreadsheet or to be printed. */
export function fairnessExportRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/fairness/{id}/export",
      operationId: "exportFairness",
      permission: "decisions:read",
      tags: ["fairness"],
      summary: "What a fairness review found, as a table or as a report to be printed",
      request: {
        params: z.object({ id: z.string().openapi({ description: "The id of a fairness review." }) }),
        query: z.object({
          format: z.enum(FORMATS).optional().openapi({ description: "Default: `csv`." }),
          table: z.enum(FAIRNESS_TABLES).optional().openapi({
            description: "The groups beside one another (default), or everybody counted, at most 100,000.",
          }),
          lang: z.enum(["zh", "en"]).optional(),
        }),
      },
      responses: {
        200: {
          description: "The table, or the report.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/csv": FILE, [XLSX_TYPE]: FILE, "text/html": PAGE },
        },
        ...problemResponses(
          "not-found",
          "wrong-state",
          "invalid-parameter",
          "not-ready",
          "store-unavailable",
        ),
      },
    },
    async (c) => {
      const query = readQuery(c, {
        format: oneOf(FORMATS),
        table: oneOf(FAIRNESS_TABLES),
        lang: LANGUAGE,
      });
      const format = query.format ?? "csv";
      const ask = {
        id: pathParameter(c, "id"),
        format,
        table: query.table ?? "groups",
        language: query.lang ?? c.get("language"),
        links: documentLinks(),
        pause,
      };
      const download = foundOrRefused(await exportFairness(surroundings.service(), ask));
      return downloadResponse(c, download, pagePolicy(format));
    },
  );
}
