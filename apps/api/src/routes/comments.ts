import { addComment, readComments, resolveThread } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { draftComments, newComment } from "../contract/drafts.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, createdResponse, jsonResponse, pathParameter } from "../http/route.ts";
import { DRAFT_ID, DRAFT_TAGS, askOf } from "./draft-answers.ts";

const PATH = "/v1/drafts/{id}/comments";
const COMMENTS = {
  description: "Every thread of the draft, in the order in which they began.",
  content: { "application/json": { schema: draftComments } },
};

/** `/v1/drafts/{id}/comments`: what is said of the changes of a draft. */
export function commentRoutes(app: ApiApp, surroundings: Surroundings): void {
  readRoute(app, surroundings);
  addCommentRoute(app, surroundings);
  resolveRoute(app, surroundings);
}

function readRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: PATH,
      operationId: "getDraftComments",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "What was said of the changes of a draft",
      request: { params: DRAFT_ID },
      responses: { 200: COMMENTS, ...problemResponses("not-found", "invalid-parameter") },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, foundOrRefused(await readComments(surroundings.service(), askOf(c))));
    },
  );
}

function addCommentRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: PATH,
      operationId: "commentOnDraft",
      permission: "drafts:comment",
      tags: DRAFT_TAGS,
      summary: "Say something of a change, or answer what was said",
      description:
        "It hangs on what the change is of and stays while the draft is edited. Whoever comments does not become an editor. " +
        "A draft has at most 500 comments.",
      request: {
        params: DRAFT_ID,
        body: { required: true, content: { "application/json": { schema: newComment } } },
      },
      responses: {
        201: COMMENTS,
        ...problemResponses(
          ...BODY_CODES,
          "not-found",
          "invalid-parameter",
          "unknown-value",
          "too-many",
          "wrong-state",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { ...askOf(c), body: await readJson(c) };
      const said = foundOrRefused(await addComment(surroundings.service(), ask));
      return createdResponse(c, `/v1/drafts/${ask.id}/comments`, said);
    },
  );
}

function resolveRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: `${PATH}/{thread}/resolve`,
      operationId: "resolveDraftThread",
      permission: "drafts:comment",
      tags: DRAFT_TAGS,
      summary: "Settle a thread",
      description: "Nothing is taken away; whoever answers later opens it again.",
      request: {
        params: DRAFT_ID.extend({ thread: z.string().openapi({ description: "The id of a thread." }) }),
      },
      responses: {
        200: COMMENTS,
        ...problemResponses("not-found", "invalid-parameter", "unknown-value", "wrong-state"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { ...askOf(c), thread: pathParameter(c, "thread") };
      return jsonResponse(c, foundOrRefused(await resolveThread(surroundings.service(), ask)));
    },
  );
}
