import { visitDraft } from "@evenhand/service";
import { signedInUser } from "../auth/signed-in-user.ts";
import { draftPresence, draftVisit } from "../contract/drafts.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";
import { DRAFT_ID, DRAFT_TAGS } from "./draft-answers.ts";

/** `POST /v1/drafts/{id}/presence`: two people in one draft see each other. */
export function draftPresenceRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/drafts/{id}/presence",
      operationId: "visitDraft",
      permission: "drafts:read",
      tags: DRAFT_TAGS,
      summary: "Say that one has a draft open, and be told who else has",
      description:
        "To be sent every five seconds while somebody is at work in the window; who was silent for fifteen, or said to leave, has closed it.",
      request: {
        params: DRAFT_ID,
        body: { required: true, content: { "application/json": { schema: draftVisit } } },
      },
      responses: {
        200: {
          description: "Who else has it open, and the revision that counts.",
          content: { "application/json": { schema: draftPresence } },
        },
        ...problemResponses(...BODY_CODES, "not-found", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: signedInUser(c), id: pathParameter(c, "id"), body: await readJson(c) };
      return jsonResponse(c, foundOrRefused(await visitDraft(surroundings.service(), ask)).presence);
    },
  );
}
