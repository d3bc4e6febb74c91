import { type UserRow, markSecondFactor, userById } from "@evenhand/store";
import { z } from "@hono/zod-openapi";
import { type AskLibrary, withCookies } from "../auth/ask-library.ts";
import { auditSignIn } from "../auth/audited.ts";
import { readTexts } from "../auth/read-fields.ts";
import { signedInUser } from "../auth/signed-in-user.ts";
import { signInState } from "../contract/people.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { BODY_CODES } from "../http/read-json.ts";
import { addRoute, jsonResponse } from "../http/route.ts";
import { SIGN_IN_CODES } from "./session.ts";

const TAGS = ["signing in"];

/** Setting up, giving and taking off a second factor: codes of an app (TOTP), and codes on paper for when it is lost. */
export function secondFactorRoutes(app: ApiApp, surroundings: Surroundings, ask: AskLibrary): void {
  enableRoute(app, ask);
  withPassword(app, surroundings, ask, DISABLE);
  withPassword(app, surroundings, ask, BACKUP_CODES);
  for (const kind of ["totp", "backup-code"] as const) verifyRoute(app, surroundings, ask, kind);
}

const PASSWORD = z
  .object({
    password: z
      .string()
      .optional()
      .openapi({ description: "Left out by whoever signs in at the identity provider only." }),
  })
  .openapi("OwnPassword");

const CODES = [...BODY_CODES, ...SIGN_IN_CODES, "not-allowed", "invalid-parameter"] as const;

function enableRoute(app: ApiApp, ask: AskLibrary): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/api/auth/two-factor/enable",
      permission: "self",
      operationId: "enableSecondFactor",
      tags: TAGS,
      summary: "Begin to set up a second factor",
      description:
        "Gives the address for an app that makes codes, and codes to keep on paper. It counts once a code was sent to `verify-totp`.",
      request: { body: { required: true, content: { "application/json": { schema: PASSWORD } } } },
      responses: {
        200: {
          description: "What the app needs; shown this once.",
          content: {
            "application/json": {
              schema: z
                .object({
                  totpUri: z.string().openapi({ example: "otpauth://totp/Evenhand:…" }),
                  backupCodes: z.array(z.string()),
                })
                .openapi("SecondFactorSetup"),
            },
          },
        },
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const user = signedInUser(c);
      const body = await readTexts(c, { optional: ["password"] });
      const answer = await ask(c, { path: "/two-factor/enable", body, guessing: `user ${user.id}` });
      const { totpURI, backupCodes } = answer.body;
      return withCookies(jsonResponse(c, { totpUri: totpURI, backupCodes }), answer);
    },
  );
}

const DISABLE = {
  path: "/two-factor/disable",
  operationId: "disableSecondFactor",
  summary: "Take off one's own second factor",
  description: "It is off.",
  schema: signInState,
  action: "user.second-factor-off",
  answer: () => ({ state: "signed-in" }),
} as const;

const BACKUP_CODES = {
  path: "/two-factor/generate-backup-codes",
  operationId: "makeBackupCodes",
  summary: "Make new codes for when the app is lost; the old ones end",
  description: "The codes; shown this once.",
  schema: z.object({ backupCodes: z.array(z.string()) }).openapi("BackupCodes"),
  action: "user.backup-codes-made",
  answer: (body: Readonly<Record<string, unknown>>) => ({ backupCodes: body["backupCodes"] }),
} as const;

/** What is asked for with the password once more. */
function withPassword(
  app: ApiApp,
  surroundings: Surroundings,
  ask: AskLibrary,
  {
    path,
    operationId,
    summary,
    description,
    schema,
    action,
    answer: bodyOf,
  }: typeof DISABLE | typeof BACKUP_CODES,
): void {
  addRoute(
    app,
    {
      method: "post",
      path: `/api/auth${path}`,
      permission: "self",
      operationId,
      tags: TAGS,
      summary,
      request: { body: { required: true, content: { "application/json": { schema: PASSWORD } } } },
      responses: {
        200: { description, content: { "application/json": { schema } } },
        ...problemResponses(...CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const user = signedInUser(c);
      const body = await readTexts(c, { optional: ["password"] });
      const answer = await ask(c, { path, body, guessing: `user ${user.id}` });
      await auditSignIn(surroundings.service(), { userId: user.id, action });
      return withCookies(jsonResponse(c, bodyOf(answer.body)), answer);
    },
  );
}

/** Open to whoever is about to sign in as well: the code then ends signing in. */
function verifyRoute(
  app: ApiApp,
  surroundings: Surroundings,
  ask: AskLibrary,
  kind: "totp" | "backup-code",
): void {
  const isTotp = kind === "totp";
  addRoute(
    app,
    {
      method: "post",
      path: `/api/auth/two-factor/verify-${kind}`,
      permission: "public",
      operationId: isTotp ? "verifyTotp" : "verifyBackupCode",
      tags: TAGS,
      summary: isTotp ? "Give the code of the app" : "Give one of the codes on paper",
      description:
        "Ends signing in, counts for the session that there is, or ends setting up, whichever is under way.",
      request: {
        body: {
          required: true,
          content: {
            "application/json": { schema: z.object({ code: z.string() }).openapi("SecondFactorCode") },
          },
        },
      },
      responses: {
        200: { description: "It is right.", content: { "application/json": { schema: signInState } } },
        ...problemResponses(...BODY_CODES, ...SIGN_IN_CODES, "invalid-parameter"),
      },
    },
    async (c) => {
      readQuery(c, {});
      const { code } = await readTexts(c, { required: ["code"] });
      const before = await sessionBehind(c, surroundings);
      const answer = await ask(c, {
        path: `/two-factor/verify-${kind}`,
        body: { code },
        guessing: before && `user ${before.user.id}`,
      });
      if (before) await afterVerifying(surroundings, before);
      return withCookies(jsonResponse(c, { state: "signed-in" }), answer);
    },
  );
}

type Before = { readonly sessionId: string; readonly user: UserRow };

async function sessionBehind(c: ApiContext, surroundings: Surroundings): Promise<Before | undefined> {
  const cookie = c.req.header("Cookie");
  const session = cookie === undefined ? undefined : await surroundings.signIn().session(cookie);
  if (!session) return undefined;
  const user = await surroundings.service().store.read((db) => userById(db, session.userId));
  return user && { sessionId: session.id, user };
}

/** The library begins a session where there was none; one that was there before is ours to mark. */
async function afterVerifying(surroundings: Surroundings, { sessionId, user }: Before): Promise<void> {
  const context = surroundings.service();
  await context.store.write((tx) => markSecondFactor(tx, sessionId));
  if (!user.hasSecondFactor) await auditSignIn(context, { userId: user.id, action: "user.second-factor-on" });
}
