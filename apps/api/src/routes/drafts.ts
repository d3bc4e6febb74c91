import {
  EDIT_LIMITS,
  createDraft,
  isDraftId,
  listDrafts,
  readDraft,
  redoDraft,
  saveDraft,
  submitDraft,
  undoDraft,
  withdrawDraft,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { DRAFT_STATES, draft, draftEdit, draftList, draftStanding, newDraft } from "../contract/drafts.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { ETAG, IF_MATCH, revisionSeen } from "../http/if-match.ts";
import { type ParameterReader, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { POLICY, oneOf } from "../http/readers.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, createdResponse, jsonResponse } from "../http/route.ts";
import { DRAFT_ID, DRAFT_TAGS, askOf, draftResponses, tagged } from "./draft-answers.ts";
import { draftPresenceRoute } from "./draft-presence.ts";
import { commentRoutes } from "./comments.ts";
import { draftViewRoutes } from "./draft-views.ts";

/** `/v1/drafts`: versions as they are written, until they are handed in. */
export function draftRoutes(app: ApiApp, surroundings: Surroundings): void {
  createRoute(app, surroundings);
  listRoute(app, surroundings);
  getRoute(app, surroundings);
  saveRoute(app, surroundings);
  stepRoutes(app, surroundings);
  submitRoute(app, surroundings);
  withdrawRoute(app, surroundings);
  draftViewRoutes(app, surroundings);
  draftPresenceRoute(app, surroundings);
  commentRoutes(app, surroundings);
}

function createRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/drafts",
      operationId: "createDraft",
      permission: "drafts:write",
      tags: DRAFT_TAGS,
      summary: "Begin a draft",
      description:
        "A copy of the newest version of a policy; of the one that is named, which restores it; or an empty document of a " +
        "policy that there is not yet.",
      request: { body: { required: true, content: { "application/json": { schema: newDraft } } } },
      responses: {
        201: { description: "The draft.", headers: ETAG, content: { "application/json": { schema: draft } } },
        ...problemResponses(
          ...BODY_CODES,
          "out-of-range",
          "invalid-parameter",
          "unknown-policy",
          "unknown-version",
          "already-there",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c) };
      const made = foundOrRefused(await createDraft(surroundings.service(), ask)).draft;
      return tagged(createdResponse(c, `/v1/drafts/${made.id}`, made), made);
    },
  );
}

const STATES = oneOf(DRAFT_STATES);
const BEFORE: ParameterReader<string> = {
  read: (text) => (isDraftId(text) ? text : undefined),
  wanted: { en: "what the page before gave as `next`", zh: "上一页返回的`next`值" },
};

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/drafts",
      operationId: "listDrafts",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "Drafts, the newest first",
      request: {
        query: z.object({
          policy: z.string().optional().openapi({ description: "Only of this policy." }),
          state: z.enum(DRAFT_STATES).optional().openapi({ description: "Only in this state." }),
          before: z.string().optional().openapi({ description: "The `next` of the page before." }),
        }),
      },
      responses: {
        200: { description: "At most a hundred.", content: { "application/json": { schema: draftList } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      const { policy, state, before } = readQuery(c, { policy: POLICY, state: STATES, before: BEFORE });
      const found = await listDrafts(surroundings.service(), {
        ...(policy === undefined ? {} : { policy }),
        ...(state === undefined ? {} : { states: [state] }),
        ...(before === undefined ? {} : { before }),
      });
      return jsonResponse(c, found);
    },
  );
}

function getRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/drafts/{id}",
      operationId: "getDraft",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "One draft with its document, what is wrong with it, and what was said of it",
      request: { params: DRAFT_ID },
      responses: {
        200: { description: "The draft.", headers: ETAG, content: { "application/json": { schema: draft } } },
        ...problemResponses("not-found", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const found = foundOrRefused(await readDraft(surroundings.service(), askOf(c))).draft;
      return tagged(jsonResponse(c, found), found);
    },
  );
}

function saveRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "put",
      path: "/v1/drafts/{id}",
      operationId: "saveDraft",
      permission: "drafts:write",
      tags: DRAFT_TAGS,
      summary: "Put a whole document in place of the one there was",
      description:
        "The document may be wrong in any way, so that it can be saved at every step; the same document again changes " +
        "nothing. Any other edit takes the draft out of review, and its approvals are void.",
      request: {
        params: DRAFT_ID,
        headers: IF_MATCH,
        body: { required: true, content: { "application/json": { schema: draftEdit } } },
      },
      responses: {
        200: {
          description: "How the draft stands now.",
          headers: ETAG,
          content: { "application/json": { schema: draftStanding } },
        },
        ...problemResponses(
          ...BODY_CODES,
          "not-found",
          "invalid-parameter",
          "out-of-range",
          "unknown-value",
          "edited-meanwhile",
          "wrong-state",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { ...askOf(c), revision: revisionSeen(c), body: await readJson(c, EDIT_LIMITS) };
      const { standing } = foundOrRefused(await saveDraft(surroundings.service(), ask));
      return tagged(jsonResponse(c, standing), standing);
    },
  );
}

function stepRoutes(app: ApiApp, surroundings: Surroundings): void {
  const steps = [
    { name: "undo", summary: "Go back to what the draft was before the last edit", work: undoDraft },
    { name: "redo", summary: "Bring back what was undone last", work: redoDraft },
  ] as const;
  for (const { name, summary, work } of steps)
    addRoute(
      app,
      {
        method: "post",
        path: `/v1/drafts/{id}/${name}`,
        operationId: `${name}Draft`,
        permission: "drafts:write",
        tags: DRAFT_TAGS,
        summary,
        description:
          "The whole draft, however long ago. It is an edit: the draft leaves review, and its approvals are void.",
        request: { params: DRAFT_ID, headers: IF_MATCH },
        responses: draftResponses("edited-meanwhile", "wrong-state"),
      },
      async (c) => {
        readQuery(c, {});
        const ask = { ...askOf(c), revision: revisionSeen(c) };
        const found = foundOrRefused(await work(surroundings.service(), ask)).draft;
        return tagged(jsonResponse(c, found), found);
      },
    );
}

function submitRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/drafts/{id}/submit",
      operationId: "submitDraft",
      permission: "drafts:write",
      tags: DRAFT_TAGS,
      summary: "Hand a draft in for review, exactly as it is",
      description:
        "Refused with every error of the document, or with every example whose outcome or reasons are other than it says; " +
        "and where it says what the newest version says.",
      request: { params: DRAFT_ID, headers: IF_MATCH },
      responses: draftResponses(
        "edited-meanwhile",
        "wrong-state",
        "draft-has-errors",
        "examples-fail",
        "not-simulated",
        "nothing-changed",
      ),
    },
    async (c) => {
      readQuery(c, {});
      const ask = { ...askOf(c), revision: revisionSeen(c) };
      const found = foundOrRefused(await submitDraft(surroundings.service(), ask)).draft;
      return tagged(jsonResponse(c, found), found);
    },
  );
}

function withdrawRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/drafts/{id}/withdraw",
      operationId: "withdrawDraft",
      permission: "drafts:write",
      tags: DRAFT_TAGS,
      summary: "Give a draft up for good",
      request: { params: DRAFT_ID },
      responses: draftResponses("wrong-state"),
    },
    async (c) => {
      readQuery(c, {});
      const found = foundOrRefused(await withdrawDraft(surroundings.service(), askOf(c))).draft;
      return tagged(jsonResponse(c, found), found);
    },
  );
}
