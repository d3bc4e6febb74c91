import {
  PAYROLL_LINES,
  STATEMENT_PARTS,
  TABLE_FORMATS,
  exportAnnouncement,
  exportNotice,
  exportPayroll,
  exportStatement,
  exportStatistics,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { documentLinks } from "../assets/document-assets.ts";
import { problemResponses } from "../contract/problem.ts";
import { month as monthText } from "../contract/text.ts";
import { DOWNLOAD_HEADERS, downloadResponse, pagePolicy } from "../http/download.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { LANGUAGE, type ParameterReader, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { MONTH, NAME, oneOf } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { required } from "../http/sheet-parameters.ts";
import { XLSX_TYPE, pause } from "../http/upload.ts";

const TAGS = ["exports"];
const CODES = ["invalid-parameter", "not-ready", "store-unavailable"] as const;
const FILE = { schema: z.string().openapi({ format: "binary" }) };
const PAGE = { schema: z.string() };
const LANG = z.enum(["zh", "en"]).optional().openapi({ description: "Default: by `Accept-Language`." });
const PAGE_FORMATS = [...TABLE_FORMATS, "html"] as const;

const CURRENCY: ParameterReader<string> = {
  read: (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined),
  wanted: { en: "a currency such as `CNY`", zh: "货币代码，如`CNY`" },
};
const CURRENCY_QUERY = z
  .string()
  .optional()
  .openapi({ description: "Where there are amounts in several.", example: "CNY" });

/** What the tables of a month are asked by. */
const OF_MONTH = { month: monthText, currency: CURRENCY_QUERY, lang: LANG };
const OF_MONTH_READERS = { month: MONTH, currency: CURRENCY, lang: LANGUAGE };

const TABLE = {
  description: "The table.",
  headers: DOWNLOAD_HEADERS,
  content: { "text/csv": FILE, [XLSX_TYPE]: FILE },
};

/** Files and pages to take away: what payroll needs, what is put up, what is counted, and what a person is told. */
export function exportRoutes(app: ApiApp, surroundings: Surroundings): void {
  payrollRoute(app, surroundings);
  announcementRoute(app, surroundings);
  statisticsRoute(app, surroundings);
  noticeRoute(app, surroundings);
  statementRoute(app, surroundings);
}

function payrollRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/exports/payroll",
      operationId: "exportPayroll",
      permission: "payroll:read",
      tags: TAGS,
      summary: "What a payroll month takes and gives back, as a table",
      description:
        "An open month is told as it is planned now, a closed one as its closing left it. The last row holds the totals.",
      request: {
        query: z.object({
          ...OF_MONTH,
          format: z.enum(TABLE_FORMATS).optional().openapi({ description: "Default: `csv`." }),
          lines: z.enum(PAYROLL_LINES).optional().openapi({
            description: "A line for each decision of a person (the default), or for each person.",
          }),
        }),
      },
      responses: {
        200: TABLE,
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      const { lang, format, ...query } = required(
        readQuery(c, {
          ...OF_MONTH_READERS,
          format: oneOf(TABLE_FORMATS),
          lines: oneOf(PAYROLL_LINES),
        }),
        "month",
      );
      const ask = {
        ...query,
        actor: c.get("actor"),
        format: format ?? "csv",
        language: lang ?? c.get("language"),
        pause,
      };
      return downloadResponse(c, foundOrRefused(await exportPayroll(surroundings.service(), ask)));
    },
  );
}

function announcementRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/exports/announcement",
      operationId: "exportAnnouncement",
      permission: "exports:read",
      tags: TAGS,
      summary: "The decisions in force that were recorded in a month, to be put up",
      request: {
        query: z.object({
          ...OF_MONTH,
          format: z.enum(PAGE_FORMATS).optional().openapi({ description: "Default: `csv`." }),
        }),
      },
      responses: {
        200: {
          description: "The table, or an A4 page.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/csv": FILE, [XLSX_TYPE]: FILE, "text/html": PAGE },
        },
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      const { lang, format, ...query } = required(
        readQuery(c, {
          ...OF_MONTH_READERS,
          format: oneOf(PAGE_FORMATS),
        }),
        "month",
      );
      const ask = {
        ...query,
        actor: c.get("actor"),
        format: format ?? "csv",
        language: lang ?? c.get("language"),
        links: documentLinks(),
        pause,
      };
      const download = foundOrRefused(await exportAnnouncement(surroundings.service(), ask));
      return downloadResponse(c, download, pagePolicy(ask.format));
    },
  );
}

function statisticsRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/exports/statistics",
      operationId: "exportStatistics",
      permission: "exports:read",
      tags: TAGS,
      summary: "A month's decisions counted by unit, policy, kind and outcome, as a table",
      description:
        "The last row holds the totals, each decision counted once, and the day by which it is due.",
      request: {
        query: z.object({
          ...OF_MONTH,
          format: z.enum(TABLE_FORMATS).optional().openapi({ description: "Default: `csv`." }),
        }),
      },
      responses: {
        200: TABLE,
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      const { lang, format, ...query } = required(
        readQuery(c, {
          ...OF_MONTH_READERS,
          format: oneOf(TABLE_FORMATS),
        }),
        "month",
      );
      const ask = {
        ...query,
        actor: c.get("actor"),
        format: format ?? "csv",
        language: lang ?? c.get("language"),
      };
      return downloadResponse(c, foundOrRefused(await exportStatistics(surroundings.service(), ask)));
    },
  );
}

function noticeRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/decisions/{id}/notice",
      operationId: "getNotice",
      permission: "decisions:read",
      own: true,
      tags: TAGS,
      summary: "The notice of a decision for one of its parties, an A4 page",
      description:
        "It names no other party. Whoever may only read their own is given the one for themselves, and told of no other.",
      request: {
        params: z.object({ id: z.string().openapi({ description: "The id of a decision." }) }),
        query: z.object({
          party: z
            .string()
            .optional()
            .openapi({ description: "A staff number, or the id of a unit. Default: the only party." }),
          lang: LANG,
        }),
      },
      responses: {
        200: { description: "The page.", headers: DOWNLOAD_HEADERS, content: { "text/html": PAGE } },
        ...problemResponses(...CODES, "not-found"),
      },
    },
    async (c) => {
      const { lang, party } = readQuery(c, { party: NAME, lang: LANGUAGE });
      const ask = {
        actor: c.get("actor"),
        id: pathParameter(c, "id"),
        language: lang ?? c.get("language"),
        links: documentLinks(),
        ...(party === undefined ? {} : { party }),
      };
      const download = foundOrRefused(await exportNotice(surroundings.service(), ask));
      return downloadResponse(c, download, pagePolicy("html"));
    },
  );
}

function statementRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/people/{id}/statement",
      operationId: "exportStatement",
      permission: "ledger:read",
      own: true,
      tags: TAGS,
      summary: "What a person owes and has paid, as a page or a table",
      request: {
        params: z.object({ id: z.string().openapi({ description: "A staff number.", example: "P1" }) }),
        query: z.object({
          format: z.enum(PAGE_FORMATS).optional().openapi({ description: "Default: `html`." }),
          part: z
            .enum(STATEMENT_PARTS)
            .optional()
            .openapi({ description: "Which of its tables, of `csv` and `xlsx`; default: `entries`." }),
          lang: LANG,
        }),
      },
      responses: {
        200: {
          description: "The statement.",
          headers: DOWNLOAD_HEADERS,
          content: { "text/html": PAGE, "text/csv": FILE, [XLSX_TYPE]: FILE },
        },
        ...problemResponses(...CODES, "not-found"),
      },
    },
    async (c) => {
      const { lang, format, part } = readQuery(c, {
        format: oneOf(PAGE_FORMATS),
        part: oneOf(STATEMENT_PARTS),
        lang: LANGUAGE,
      });
      const ask = {
        actor: c.get("actor"),
        staffId: pathParameter(c, "id"),
        format: format ?? "html",
        language: lang ?? c.get("language"),
        links: documentLinks(),
        ...(part === undefined ? {} : { part }),
      };
      const download = foundOrRefused(await exportStatement(surroundings.service(), ask));
      return downloadResponse(c, download, pagePolicy(ask.format));
    },
  );
}
