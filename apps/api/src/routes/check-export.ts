import { exportCertificate, exportCheckReport } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { documentLinks } from "../assets/document-assets.ts";
import { problemResponses } from "../contract/problem.ts";
import { DOWNLOAD_HEADERS, downloadResponse, pagePolicy } from "../http/download.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { LANGUAGE, readQuery } from "../http/parameters.ts";
import { foundOrRefused, nothingHere } from "../http/problem.ts";
import { addRoute, pathParameter } from "../http/route.ts";

const ID = z.object({ id: z.string().openapi({ description: "The id of a check." }) });
const CODES = ["not-found", "invalid-parameter", "not-ready", "store-unavailable"] as const;

/** What came of a check, as files. */
export function checkExportRoutes(app: ApiApp, surroundings: Surroundings): void {
  certificateRoute(app, surroundings);
  reportRoute(app, surroundings);
}

function certificateRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/checks/{id}/certificates/{number}",
      operationId: "exportCertificate",
      permission: "drafts:read",
      tags: ["checks"],
      summary: "The certificate of something that was to be proved, with the text that the solver was asked",
      request: {
        params: ID.extend({
          number: z.string().openapi({ description: "Its place among the proofs of the check, from 1." }),
        }),
      },
      responses: {
        200: {
          description: "The certificate.",
          headers: DOWNLOAD_HEADERS,
          content: {
            "application/json": {
              schema: z.looseObject({ format: z.literal("evenhand-proof/1") }).openapi("Certificate"),
            },
          },
        },
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const number = pathParameter(c, "number");
      if (!/^[1-9]\d?$/.test(number)) throw nothingHere();
      const ask = { id: pathParameter(c, "id"), number: Number(number) };
      return downloadResponse(c, foundOrRefused(await exportCertificate(surroundings.service(), ask)));
    },
  );
}

function reportRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/checks/{id}/report",
      operationId: "exportCheckReport",
      permission: "drafts:read",
      tags: ["checks"],
      summary: "A check as a page to print",
      request: { params: ID, query: z.object({ lang: z.enum(["zh", "en"]).optional() }) },
      responses: {
        200: {
          description: "What it found, with the cases, and what was proved.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/html": { schema: z.string() } },
        },
        ...problemResponses(
          ...CODES,
          "unknown-policy",
          "unknown-version",
          "policy-not-usable",
          "draft-has-errors",
        ),
      },
    },
    async (c) => {
      const { lang } = readQuery(c, { lang: LANGUAGE });
      const ask = {
        id: pathParameter(c, "id"),
        language: lang ?? c.get("language"),
        links: documentLinks(),
      };
      const download = foundOrRefused(await exportCheckReport(surroundings.service(), ask));
      return downloadResponse(c, download, pagePolicy("html"));
    },
  );
}
