import { PERMISSIONS } from "@evenhand/domain";
import { problemsOfPassword, reachOf } from "@evenhand/service";
import { endSession, userById } from "@evenhand/store";
import { z } from "@hono/zod-openapi";
import { type AskLibrary, withCookies } from "../auth/ask-library.ts";
import { auditSignIn } from "../auth/audited.ts";
import { readTexts } from "../auth/read-fields.ts";
import { signedInUser } from "../auth/signed-in-user.ts";
import { me, signInState } from "../contract/people.ts";
import { problemResponses } from "../contract/problem.ts";
import { notSignedIn } from "../http/admission.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { Refused } from "../http/problem.ts";
import { BODY_CODES } from "../http/read-json.ts";
import { addRoute, jsonResponse } from "../http/route.ts";

const TAGS = ["signing in"];

/** Signing in with a password, signing out, and who one is. */
export function sessionRoutes(app: ApiApp, surroundings: Surroundings, ask: AskLibrary): void {
  signInRoute(app, ask);
  signOutRoute(app, surroundings, ask);
  passwordRoute(app, surroundings, ask);
  meRoute(app, surroundings);
}

function signInRoute(app: ApiApp, ask: AskLibrary): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/api/auth/sign-in/email",
      permission: "public",
      operationId: "signIn",
      tags: TAGS,
      summary: "Sign in with address and password",
      description:
        "Begins a session, in a cookie, of at most 12 hours, and of 30 minutes in which nothing is asked for; or says that a " +
        "code is needed first, which goes to `/api/auth/two-factor/verify-totp`.",
      request: {
        body: {
          required: true,
          content: {
            "application/json": {
              schema: z.object({ email: z.string(), password: z.string() }).openapi("Credentials"),
            },
          },
        },
      },
      responses: {
        200: { description: "How it went on.", content: { "application/json": { schema: signInState } } },
        ...problemResponses(...BODY_CODES, ...SIGN_IN_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const { email, password } = await readTexts(c, { required: ["email", "password"] });
      const guessing = `address ${email.toLowerCase()}`;
      const answer = await ask(c, { path: "/sign-in/email", body: { email, password }, guessing });
      const state = answer.body["twoFactorRedirect"] === true ? "second-factor-needed" : "signed-in";
      return withCookies(jsonResponse(c, { state }), answer);
    },
  );
}

/** What signing in can be answered with, besides what is wrong with a body. */
export const SIGN_IN_CODES = [
  "not-signed-in",
  "wrong-origin",
  "wrong-state",
  "too-many-requests",
  "not-ready",
  "store-unavailable",
] as const;

function signOutRoute(app: ApiApp, surroundings: Surroundings, ask: AskLibrary): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/api/auth/sign-out",
      permission: "public",
      operationId: "signOut",
      tags: TAGS,
      summary: "End the session that the cookie brings, if there is one",
      responses: {
        200: { description: "It is over.", content: { "application/json": { schema: signInState } } },
        ...problemResponses(
          "invalid-parameter",
          "wrong-origin",
          "too-many-requests",
          "not-ready",
          "store-unavailable",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      await endSessionOf(c, surroundings);
      const answer = await ask(c, { path: "/sign-out", body: {} });
      return withCookies(jsonResponse(c, { state: "signed-out" }), answer);
    },
  );
}

/** The library would say that a session is over also where it could not end it. */
async function endSessionOf(c: ApiContext, { signIn, service }: Surroundings): Promise<void> {
  const cookie = c.req.header("Cookie");
  const session = cookie === undefined ? undefined : await signIn().session(cookie);
  if (session) await service().store.write((tx) => endSession(tx, session.id));
}

function passwordRoute(app: ApiApp, surroundings: Surroundings, ask: AskLibrary): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/api/auth/change-password",
      permission: "self",
      operationId: "changePassword",
      tags: TAGS,
      summary: "Change one's own password; every other session of the account ends",
      request: {
        body: {
          required: true,
          content: {
            "application/json": {
              schema: z
                .object({ currentPassword: z.string(), newPassword: z.string().min(12).max(128) })
                .openapi("PasswordChange"),
            },
          },
        },
      },
      responses: {
        200: {
          description: "Changed; a new session takes the place of this one.",
          content: { "application/json": { schema: signInState } },
        },
        ...problemResponses(
          ...BODY_CODES,
          ...SIGN_IN_CODES,
          "not-allowed",
          "out-of-range",
          "invalid-parameter",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const user = signedInUser(c);
      const body = await readTexts(c, { required: ["currentPassword", "newPassword"] });
      const problems = problemsOfPassword(body.newPassword, "/newPassword");
      if (problems.length > 0) throw new Refused(problems);
      const answer = await ask(c, {
        path: "/change-password",
        body: { ...body, revokeOtherSessions: true },
        guessing: `user ${user.id}`,
      });
      await auditSignIn(surroundings.service(), { userId: user.id, action: "user.password-changed" });
      return withCookies(jsonResponse(c, { state: "signed-in" }), answer);
    },
  );
}

function meRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/me",
      permission: "self",
      operationId: "getMe",
      tags: TAGS,
      summary: "Who one is here, and what one may do",
      responses: {
        200: { description: "Who.", content: { "application/json": { schema: me } } },
        ...problemResponses("invalid-parameter", "not-found"),
      },
    },
    async (c) => {
      readQuery(c, {});
      return jsonResponse(c, await whoIs(c, surroundings));
    },
  );
}

async function whoIs(c: ApiContext, surroundings: Surroundings): Promise<object> {
  const actor = c.get("actor");
  const reaching = (reach: string): readonly string[] =>
    PERMISSIONS.filter((permission) => permission !== "public" && reachOf(actor, permission) === reach);
  const permissions = reaching("all");
  if (actor.kind === "key") return { kind: "key", id: actor.id, scopes: actor.scopes, permissions };
  const { id, person, roles, secondFactor } = signedInUser(c);
  const row = await surroundings.service().store.read((db) => userById(db, id));
  if (!row) throw notSignedIn({ en: "the account is gone", zh: "该账户已不存在" });
  const { email, name, hasSecondFactor } = row;
  const account = { kind: "user", id, email, name, personId: person, roles, secondFactor, hasSecondFactor };
  return { ...account, permissions, ownPermissions: reaching("own") };
}
