import {
  MOST_FINDINGS,
  MOST_IMPORTS,
  TABLE_FORMATS,
  exportFindings,
  readImport,
  readImports,
  startImport,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { importList, importPage, theImport } from "../contract/imports.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyId } from "../contract/text.ts";
import { DOWNLOAD_HEADERS, downloadResponse } from "../http/download.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { IDEMPOTENCY_KEY } from "../http/once.ts";
import { LANGUAGE, readQuery } from "../http/parameters.ts";
import { Refused, foundOrRefused } from "../http/problem.ts";
import { CURSOR, NAME, POLICY, oneOf, pageSize } from "../http/readers.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { COLUMN_MAP, required } from "../http/sheet-parameters.ts";
import { XLSX_TYPE, pause, readTable } from "../http/upload.ts";

const TAGS = ["cases"];
const STORE_CODES = ["not-ready", "store-unavailable"] as const;
const ID = z.object({ id: z.string().openapi({ description: "The id of an import." }) });

/** `/v1/imports`: past cases from tables that people keep. */
export function importRoutes(app: ApiApp, surroundings: Surroundings): void {
  startRoute(app, surroundings);
  listRoute(app, surroundings);
  getRoute(app, surroundings);
  findingsRoute(app, surroundings);
}

const FILE = { schema: z.string().openapi({ format: "binary" }) };

function startRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/imports",
      operationId: "startImport",
      permission: "cases:write",
      tags: TAGS,
      summary: "Take cases from a table",
      description:
        "The body is the file itself, at most 20 MiB. Its columns are matched by their headers, in Chinese or English, and " +
        "by `map`; a file whose columns are unclear is refused as a whole, and so is one to be kept with a column that is " +
        "not recognised, until `map` names it or leaves it out. Then its rows are read in the background: each " +
        "case is checked under the version of its day, those that fit are kept, and every row that does not is listed. " +
        "Sending the same file again adds nothing twice.",
      request: {
        headers: IDEMPOTENCY_KEY,
        query: z.object({
          policy: policyId,
          dryRun: z.enum(["yes", "no"]).openapi({ description: "`yes`: every row is only checked." }),
          map: z.string().optional().openapi({
            description:
              "Which column holds what: a JSON object of headers and facts; `-` leaves a column out.",
            example: '{"损失":"lossAmount","备注":"-"}',
          }),
          fileName: z.string().optional().openapi({ description: "What the file is called, for its list." }),
        }),
        body: { required: true, content: { "text/csv": FILE, [XLSX_TYPE]: FILE } },
      },
      responses: {
        202: {
          description: "The import as it begins; `Location` tells how it goes on.",
          headers: { Location: { description: "Where the import is.", schema: { type: "string" } } },
          content: { "application/json": { schema: theImport } },
        },
        ...problemResponses(
          "invalid-parameter",
          "too-large",
          "unsupported-media-type",
          "incomplete-body",
          "request-timeout",
          "unknown-policy",
          "unreadable-sheet",
          "unknown-column",
          "unknown-fact",
          "unknown-value",
          "missing-field",
          "missing-fact",
          "too-many",
          "conflicting-facts",
          "policy-not-usable",
          "wrong-state",
          "too-many-requests",
          "missing-idempotency-key",
          "idempotency-key-reused",
          "still-running",
          ...STORE_CODES,
        ),
      },
    },
    (c) => begin(c, surroundings),
  );
}

async function begin(c: ApiContext, { service }: Surroundings): Promise<Response> {
  const query = required(
    readQuery(c, { policy: POLICY, dryRun: oneOf(["yes", "no"]), map: COLUMN_MAP, fileName: NAME }),
    "policy",
    "dryRun",
  );
  const { bytes, fileHash, ending } = await readTable(c);
  const { pathname, search } = new URL(c.req.url);
  const begun = await startImport(service(), {
    actor: c.get("actor"),
    key: c.req.header("Idempotency-Key"),
    request: { method: c.req.method, path: `${pathname}${search}` },
    policy: query.policy,
    isDryRun: query.dryRun === "yes",
    map: query.map ?? {},
    fileName: query.fileName ?? `cases.${ending}`,
    bytes,
    fileHash,
    pause,
  });
  if ("refusal" in begun) {
    const { problems } = begun.refusal;
    const isBusy = problems.some(({ code }) => code === "too-many-requests" || code === "still-running");
    throw new Refused(problems, isBusy ? { "Retry-After": "10" } : {});
  }
  const { id } = JSON.parse(begun.answer.body) as { readonly id: string };
  return c.body(begun.answer.body, 202, {
    "Content-Type": "application/json",
    Location: `/v1/imports/${id}`,
  });
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/imports",
      operationId: "listImports",
      permission: "cases:write",
      tags: TAGS,
      summary: "Imports, the newest first",
      request: {
        query: z.object({
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "A page.", content: { "application/json": { schema: importList } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const { limit, cursor } = readQuery(c, { limit: pageSize(MOST_IMPORTS), cursor: NAME });
      const asked = {
        ...(limit === undefined ? {} : { limit }),
        ...(cursor === undefined ? {} : { before: cursor }),
      };
      return jsonResponse(c, await readImports(surroundings.service(), asked));
    },
  );
}

function getRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/imports/{id}",
      operationId: "getImport",
      permission: "cases:write",
      tags: TAGS,
      summary: "How an import stands, and what does not fit in its rows",
      request: {
        params: ID,
        query: z.object({
          limit: z.int().optional(),
          cursor: z.string().optional().openapi({ description: "`next` of the page before." }),
        }),
      },
      responses: {
        200: {
          description: "The import, with a page of what does not fit.",
          content: { "application/json": { schema: importPage } },
        },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      const { limit, cursor } = readQuery(c, { limit: pageSize(MOST_FINDINGS), cursor: CURSOR });
      const asked = {
        id: pathParameter(c, "id"),
        ...(limit === undefined ? {} : { limit }),
        ...(cursor === undefined ? {} : { after: cursor }),
      };
      return jsonResponse(c, foundOrRefused(await readImport(surroundings.service(), asked)));
    },
  );
}

function findingsRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/imports/{id}/findings",
      operationId: "exportImportFindings",
      permission: "cases:write",
      tags: TAGS,
      summary: "What does not fit in the rows of an import, as a table",
      request: {
        params: ID,
        query: z.object({
          format: z.enum(TABLE_FORMATS).optional().openapi({ description: "Default: `csv`." }),
          lang: z.enum(["zh", "en"]).optional(),
        }),
      },
      responses: {
        200: {
          description: "The table; at most the first 20,000 lines.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/csv": FILE, [XLSX_TYPE]: FILE },
        },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
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
      return downloadResponse(c, foundOrRefused(await exportFindings(surroundings.service(), ask)));
    },
  );
}
