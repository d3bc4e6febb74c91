import { createKey, listKeys, revokeKey, rotateKey } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { createdKey, key, keyList, newKey, rotatedKey, rotation } from "../contract/people.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, createdResponse, jsonResponse, pathParameter } from "../http/route.ts";

const DESCRIBED = { permission: "keys:manage" as const, tags: ["keys"] };
const ID = z.object({ id: z.string().openapi({ description: "The id of a key, which is not the key." }) });

/** `/v1/keys`: what other systems show to say who they are. */
export function keyRoutes(app: ApiApp, surroundings: Surroundings): void {
  createRoute(app, surroundings);
  listRoute(app, surroundings);
  rotateRoute(app, surroundings);
  revokeRoute(app, surroundings);
}

function createRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "post",
      path: "/v1/keys",
      operationId: "createKey",
      summary: "Make a key for another system; it is shown this once",
      request: { body: { required: true, content: { "application/json": { schema: newKey } } } },
      responses: {
        201: { description: "The key.", content: { "application/json": { schema: createdKey } } },
        ...problemResponses(...BODY_CODES, "unknown-value", "out-of-range", "too-many", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c) };
      const { view, key: secret } = foundOrRefused(await createKey(surroundings.service(), ask));
      return createdResponse(c, `/v1/keys/${view.id}`, { key: view, secret });
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "get",
      path: "/v1/keys",
      operationId: "listKeys",
      summary: "Every key, also those that have ended, oldest first",
      responses: {
        200: { description: "The keys.", content: { "application/json": { schema: keyList } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, { keys: await listKeys(surroundings.service()) });
    },
  );
}

function rotateRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "post",
      path: "/v1/keys/{id}/rotate",
      operationId: "rotateKey",
      summary: "Put a new key in the place of one",
      description: "The old one goes on for a while, so that not every system has to change at one moment.",
      request: {
        params: ID,
        body: { required: true, content: { "application/json": { schema: rotation } } },
      },
      responses: {
        201: { description: "The new key.", content: { "application/json": { schema: rotatedKey } } },
        ...problemResponses(...BODY_CODES, "not-found", "out-of-range", "wrong-state", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id"), body: await readJson(c) };
      const made = foundOrRefused(await rotateKey(surroundings.service(), ask));
      surroundings.forgetKeys();
      const body = { key: made.view, secret: made.key, replaced: made.replaced };
      return createdResponse(c, `/v1/keys/${made.view.id}`, body);
    },
  );
}

function revokeRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "delete",
      path: "/v1/keys/{id}",
      operationId: "revokeKey",
      summary: "End a key for good",
      description: "At once in this process; in others that serve the same database within three seconds.",
      request: { params: ID },
      responses: {
        200: { description: "The key as it is now.", content: { "application/json": { schema: key } } },
        ...problemResponses("not-found", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id") };
      const { view } = foundOrRefused(await revokeKey(surroundings.service(), ask));
      surroundings.forgetKeys();
      return jsonResponse(c, view);
    },
  );
}
