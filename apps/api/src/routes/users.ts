import { changeUser, createUser, inviteUser, listUsers } from "@evenhand/service";
import type { Invitation } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { ownOrigin } from "../auth/own-origin.ts";
import { createdUser, invited, newUser, user, userChange, userList } from "../contract/people.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { BODY_CODES, readJson } from "../http/read-json.ts";
import { addRoute, createdResponse, jsonResponse, pathParameter } from "../http/route.ts";

const DESCRIBED = { permission: "users:manage" as const, tags: ["users"] };
const ID = z.object({ id: z.string().openapi({ description: "The id of a user." }) });
const BODY = { required: true } as const;

/** `/v1/users`: the accounts that people sign in with, and the links with which they set their passwords. */
export function userRoutes(app: ApiApp, surroundings: Surroundings): void {
  createRoute(app, surroundings);
  listRoute(app, surroundings);
  changeRoute(app, surroundings);
  inviteRoute(app, surroundings);
}

function createRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "post",
      path: "/v1/users",
      operationId: "createUser",
      summary: "Make an account",
      description:
        "Gives the link with which its owner sets name and password. `admin` and `auditor` go with no role that writes or " +
        "decides, nor with each other, under whichever accounts of one person.",
      request: { body: { ...BODY, content: { "application/json": { schema: newUser } } } },
      responses: {
        201: { description: "Made.", content: { "application/json": { schema: createdUser } } },
        ...problemResponses(
          ...BODY_CODES,
          "unknown-value",
          "too-many",
          "already-there",
          "similar-id",
          "roles-clash",
          "invalid-parameter",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), body: await readJson(c) };
      const made = foundOrRefused(await createUser(surroundings.service(), ask));
      return createdResponse(c, `/v1/users/${made.user.id}`, {
        user: made.user,
        invitation: withLink(c, surroundings, made.invitation),
      });
    },
  );
}

function listRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "get",
      path: "/v1/users",
      operationId: "listUsers",
      summary: "Every account, oldest first",
      responses: {
        200: { description: "The accounts.", content: { "application/json": { schema: userList } } },
        ...problemResponses("invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, { users: await listUsers(surroundings.service()) });
    },
  );
}

function changeRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "patch",
      path: "/v1/users/{id}",
      operationId: "changeUser",
      summary: "Change roles, shut an account or open it again",
      description:
        "What is left out stays as it is. Whoever is shut out is signed out everywhere at once; the last administrator stays.",
      request: { params: ID, body: { ...BODY, content: { "application/json": { schema: userChange } } } },
      responses: {
        200: { description: "The account as it is now.", content: { "application/json": { schema: user } } },
        ...problemResponses(
          ...BODY_CODES,
          "not-found",
          "unknown-value",
          "too-many",
          "wrong-state",
          "roles-clash",
          "invalid-parameter",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), id: pathParameter(c, "id"), body: await readJson(c) };
      return jsonResponse(c, foundOrRefused(await changeUser(surroundings.service(), ask)).user);
    },
  );
}

function inviteRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      ...DESCRIBED,
      method: "post",
      path: "/v1/users/{id}/invitation",
      operationId: "inviteUser",
      summary: "Make a new link for an account",
      description: "For whoever lost the last one, which ends, or forgot the password.",
      request: { params: ID },
      responses: {
        201: { description: "The link.", content: { "application/json": { schema: invited } } },
        ...problemResponses("not-found", "wrong-state", "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const id = pathParameter(c, "id");
      const ask = { actor: c.get("actor"), id };
      const { invitation } = foundOrRefused(await inviteUser(surroundings.service(), ask));
      return createdResponse(c, `/v1/users/${id}`, { invitation: withLink(c, surroundings, invitation) });
    },
  );
}

function withLink(
  c: ApiContext,
  surroundings: Surroundings,
  { token, expiresAt }: Invitation,
): { readonly link: string; readonly expiresAt: string } {
  return { link: `${ownOrigin(c, surroundings)}/welcome/${token}`, expiresAt };
}
