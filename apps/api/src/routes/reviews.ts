import { reviewDraft } from "@evenhand/service";
import { newReview } from "../contract/drafts.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, jsonResponse } from "../http/route.ts";
import { DRAFT_ID, askOf, draftResponses, tagged } from "./draft-answers.ts";

/** `POST /v1/drafts/{id}/reviews`: a second person approves or returns exactly the content that they saw. */
export function reviewRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/drafts/{id}/reviews",
      operationId: "reviewDraft",
      permission: "drafts:review",
      tags: ["reviews"],
      summary: "Approve a draft, or return it with a reason",
      description:
        "By a person who neither wrote any of it nor handed it in, under whichever account. The content hash says what is " +
        "approved. Two people must approve what a simulation says would move much money; the settings say how much.",
      request: {
        params: DRAFT_ID,
        body: { required: true, content: { "application/json": { schema: newReview } } },
      },
      responses: draftResponses(
        ...BODY_CODES,
        "unknown-value",
        "own-draft",
        "same-decider",
        "edited-meanwhile",
        "wrong-state",
      ),
    },
    async (c) => {
      readQuery(c, {});
      const ask = { ...askOf(c), body: await readJson(c) };
      const found = foundOrRefused(await reviewDraft(surroundings.service(), ask)).draft;
      return tagged(jsonResponse(c, found), found);
    },
  );
}
