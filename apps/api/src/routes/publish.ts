import { publishDraft } from "@evenhand/service";
import { publication, publishedVersion } from "../contract/drafts.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, createdResponse } from "../http/route.ts";
import { DRAFT_ID, askOf } from "./draft-answers.ts";

/** `POST /v1/drafts/{id}/publish`: what was approved becomes the next version from a day on. */
export function publishRoutes(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/drafts/{id}/publish",
      operationId: "publishDraft",
      permission: "policies:publish",
      tags: ["reviews"],
      summary: "Make an approved draft the next version",
      description:
        "By a person who neither wrote any of it nor handed it in, since the day of effect is set with it. Everything is " +
        "looked at once more as the version is kept: the approvals of exactly this content, the document, the day.",
      request: {
        params: DRAFT_ID,
        body: { required: true, content: { "application/json": { schema: publication } } },
      },
      responses: {
        201: {
          description: "The version; `Location` leads to it.",
          content: { "application/json": { schema: publishedVersion } },
        },
        ...problemResponses(
          ...BODY_CODES,
          "not-a-date",
          "invalid-parameter",
          "not-found",
          "own-draft",
          "wrong-state",
          "draft-has-errors",
          "nothing-changed",
          "effective-in-the-past",
          "version-overlaps",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { ...askOf(c), body: await readJson(c) };
      const { version } = foundOrRefused(await publishDraft(surroundings.service(), ask));
      return createdResponse(c, `/v1/policies/${version.policy}/versions/${version.version}`, version);
    },
  );
}
