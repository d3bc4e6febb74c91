import { erasePerson, unmaskDecision } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { recordedDecision } from "../contract/decisions.ts";
import { erased, erasure, unmasking } from "../contract/evidence.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, jsonResponse, pathParameter } from "../http/route.ts";

const STORE_CODES = ["not-ready", "store-unavailable"] as const;

/** Who people are: taken out of everything for good, or shown to an auditor who says why. */
export function erasureRoutes(app: ApiApp, surroundings: Surroundings): void {
  eraseRoute(app, surroundings);
  unmaskRoute(app, surroundings);
}

function eraseRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/people/{id}/erase",
      operationId: "erasePerson",
      permission: "people:erase",
      tags: ["people"],
      summary: "Erase who somebody is",
      description:
        "For good: nobody can tell any more for whom their pseudonym stands, the texts of everything they are part of are " +
        "gone, and their accounts are shut. Records, proofs and receipts stay as they are. Not while anything is planned or " +
        "owed that can still be had, or an appeal is open.",
      request: {
        params: z.object({ id: z.string().openapi({ description: "A staff number.", example: "P1" }) }),
        body: { required: true, content: { "application/json": { schema: erasure } } },
      },
      responses: {
        200: { description: "They are erased.", content: { "application/json": { schema: erased } } },
        ...problemResponses(
          ...BODY_CODES,
          "invalid-parameter",
          "not-found",
          "not-allowed",
          "still-owing",
          ...STORE_CODES,
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), staffId: pathParameter(c, "id"), body: await readJson(c) };
      return jsonResponse(c, foundOrRefused(await erasePerson(surroundings.service(), ask)).erased);
    },
  );
}

function unmaskRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/decisions/{id}/unmask",
      operationId: "unmaskDecision",
      permission: "people:unmask",
      tags: ["evidence"],
      summary: "See who is behind the pseudonyms of a decision",
      description: "That it was seen, by whom and why, is kept for good before anything is shown.",
      request: {
        params: z.object({ id: z.string().openapi({ description: "The id of a decision." }) }),
        body: { required: true, content: { "application/json": { schema: unmasking } } },
      },
      responses: {
        200: {
          description: "The decision, with names and texts.",
          content: { "application/json": { schema: recordedDecision } },
        },
        ...problemResponses(...BODY_CODES, "invalid-parameter", "not-found", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), decision: pathParameter(c, "id"), body: await readJson(c) };
      const { body } = foundOrRefused(await unmaskDecision(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}
