import { TABLE_FORMATS, exportChanges, exportReport } from "@evenhand/service";
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
import { CHANGE_FILTERS, CHANGE_FILTER_READERS } from "./change-filters.ts";

const FILE = { schema: z.string().openapi({ format: "binary" }) };

const FORMATS = [...TABLE_FORMATS, "html"] as const;

/** `/v1/simulations/{id}/export`: the cases that come out otherwise, for a spreadsheet; or all that was found, to be printed. */
export function simulationExportRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/simulations/{id}/export",
      operationId: "exportSimulationChanges",
      permission: "drafts:read",
      tags: ["simulations"],
      summary: "The cases that come out otherwise, as a table, or what was found as a report to be printed",
      request: {
        params: z.object({ id: z.string().openapi({ description: "The id of a simulation." }) }),
        query: z.object({
          format: z.enum(FORMATS).optional().openapi({ description: "Default: `csv`." }),
          lang: z.enum(["zh", "en"]).optional(),
          ...CHANGE_FILTERS,
        }),
      },
      responses: {
        200: {
          description: "The table of the cases that fit, at most the first 100,000; or the report, of all.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/csv": FILE, [XLSX_TYPE]: FILE, "text/html": { schema: z.string() } },
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
      const readers = { format: oneOf(FORMATS), lang: LANGUAGE, ...CHANGE_FILTER_READERS };
      const { format = "csv", lang, ...asked } = readQuery(c, readers);
      const ask = { id: pathParameter(c, "id"), language: lang ?? c.get("language") };
      const service = surroundings.service();
      const download =
        format === "html"
          ? exportReport(service, { ...ask, links: documentLinks() })
          : exportChanges(service, { ...ask, asked, format, pause });
      return downloadResponse(c, foundOrRefused(await download), pagePolicy(format));
    },
  );
}
