import { diffDraft, draftHistory as readHistory, readDraftAloud, tryExamples } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { draftDiff, draftExamples, draftHistory } from "../contract/drafts.ts";
import { problemResponses } from "../contract/problem.ts";
import { policyReading } from "../contract/reading.ts";
import { IN_ONE_LANGUAGE } from "../http/described-headers.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { LANGUAGE, VERSION, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { DRAFT_ID, DRAFT_TAGS, askOf } from "./draft-answers.ts";

/** What a draft was, what it changes, how it reads, and how its examples come out. */
export function draftViewRoutes(app: ApiApp, surroundings: Surroundings): void {
  historyRoute(app, surroundings);
  diffRoute(app, surroundings);
  readingRoute(app, surroundings);
  examplesRoute(app, surroundings);
}

function historyRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/drafts/{id}/history",
      operationId: "getDraftHistory",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "Every revision that a draft ever had, oldest first",
      request: { params: DRAFT_ID },
      responses: {
        200: { description: "The revisions.", content: { "application/json": { schema: draftHistory } } },
        ...problemResponses("not-found", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, foundOrRefused(await readHistory(surroundings.service(), askOf(c))));
    },
  );
}

function diffRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/drafts/{id}/diff",
      operationId: "diffDraft",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "What a draft changes, as sentences",
      description: "Number and day of effect are left out, since publishing sets them.",
      request: {
        params: DRAFT_ID,
        query: z.object({
          against: z
            .int()
            .min(1)
            .optional()
            .openapi({ description: "A version; default: the one it began as." }),
        }),
      },
      responses: {
        200: { description: "The changes.", content: { "application/json": { schema: draftDiff } } },
        ...problemResponses("not-found", "unknown-version", "invalid-parameter", "draft-has-errors"),
      },
    },
    async (c) => {
      const { against } = readQuery(c, { against: VERSION });
      const ask = { id: pathParameter(c, "id"), ...(against === undefined ? {} : { against }) };
      return jsonResponse(c, foundOrRefused(await diffDraft(surroundings.service(), ask)).diff);
    },
  );
}

function readingRoute(app: ApiApp, surroundings: Surroundings): void {
  const lang = z.enum(["zh", "en"]).optional();
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/drafts/{id}/reading",
      operationId: "readDraft",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "A draft without errors as sentences to read",
      request: {
        params: DRAFT_ID,
        query: z.object({
          lang: lang.openapi({ description: "Default: what `Accept-Language` prefers." }),
        }),
      },
      responses: {
        200: {
          description: "The sentences.",
          headers: IN_ONE_LANGUAGE,
          content: { "application/json": { schema: policyReading } },
        },
        ...problemResponses("not-found", "invalid-parameter", "draft-has-errors"),
      },
    },
    async (c) => {
      const language = readQuery(c, { lang: LANGUAGE }).lang ?? c.get("language");
      const ask = { id: pathParameter(c, "id"), language };
      const { reading } = foundOrRefused(await readDraftAloud(surroundings.service(), ask));
      c.header("Content-Language", language);
      return jsonResponse(c, reading);
    },
  );
}

function examplesRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/drafts/{id}/examples",
      operationId: "tryDraftExamples",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "How the examples of a draft come out, by both evaluators",
      request: { params: DRAFT_ID },
      responses: {
        200: {
          description: "Each example; one that passes has no failures.",
          content: { "application/json": { schema: draftExamples } },
        },
        ...problemResponses("not-found", "invalid-parameter", "draft-has-errors"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { id: pathParameter(c, "id") };
      return jsonResponse(c, foundOrRefused(await tryExamples(surroundings.service(), ask)));
    },
  );
}
