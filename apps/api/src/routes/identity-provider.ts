import { z } from "@hono/zod-openapi";
import { type AskLibrary, withCookies } from "../auth/ask-library.ts";
import { ownOrigin } from "../auth/own-origin.ts";
import { readTexts } from "../auth/read-fields.ts";
import { AUTH_PATH, PROVIDER } from "../auth/sign-in.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { readQuery } from "../http/parameters.ts";
import { refused } from "../http/problem.ts";
import { BODY_CODES } from "../http/read-json.ts";
import { addPage, addRoute, jsonResponse } from "../http/route.ts";
import { SIGN_IN_CODES } from "./session.ts";
import { FAILED_PATH } from "./welcome.ts";

/** Signing in at an identity provider: the way there, and the way back. */
export function identityProviderRoutes(app: ApiApp, surroundings: Surroundings, ask: AskLibrary): void {
  thereRoute(app, surroundings, ask);
  backRoute(app, surroundings);
}

function thereRoute(app: ApiApp, surroundings: Surroundings, ask: AskLibrary): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/api/auth/sign-in/social",
      permission: "public",
      operationId: "signInAtProvider",
      tags: ["signing in"],
      summary: "Begin to sign in at the identity provider",
      description:
        "Gives the address to send the browser to. Only an account that an administrator made can be signed in to so; " +
        "the first time it is found by its address, which the provider must have verified.",
      request: {
        body: {
          required: true,
          content: {
            "application/json": {
              schema: z
                .object({
                  provider: z.literal(PROVIDER),
                  callbackPath: z
                    .string()
                    .optional()
                    .openapi({ description: "Where on this service to end up.", example: "/" }),
                })
                .openapi("ProviderSignIn"),
            },
          },
        },
      },
      responses: {
        200: {
          description: "Where to send the browser.",
          content: {
            "application/json": {
              schema: z.object({ url: z.string().openapi({ format: "uri" }) }).openapi("ProviderAddress"),
            },
          },
        },
        ...problemResponses(
          ...BODY_CODES,
          ...SIGN_IN_CODES,
          "not-found",
          "unknown-value",
          "invalid-parameter",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const { provider, callbackPath = "/" } = await readTexts(c, {
        required: ["provider"],
        optional: ["callbackPath"],
      });
      if (provider !== PROVIDER || !surroundings.signIn().offersProvider) throw NO_PROVIDER;
      if (!isPath(callbackPath)) throw NO_PATH;
      const body = { provider, callbackURL: callbackPath, errorCallbackURL: FAILED_PATH };
      const answer = await ask(c, { path: "/sign-in/social", body });
      return withCookies(jsonResponse(c, { url: answer.body["url"] }), answer);
    },
  );
}

function backRoute(app: ApiApp, surroundings: Surroundings): void {
  addPage(
    app,
    { method: "get", path: `${AUTH_PATH}/callback/${PROVIDER}`, permission: "public" },
    async (c) => {
      const library = surroundings.signIn();
      if (!library.offersProvider) throw NO_PROVIDER;
      const answer = await library.ask({
        method: "GET",
        path: `/callback/${PROVIDER}${new URL(c.req.url).search}`,
        origin: ownOrigin(c, surroundings),
        cookie: c.req.header("Cookie"),
      });
      return withCookies(c.redirect(destination(answer.location), 302), answer);
    },
  );
}

/** A path of ours and nothing that a browser could take for another site, such as `//example.org` or `/\example.org`. */
function isPath(text: string): boolean {
  return /^\/(?![/\\])[\w\-./~]*$/.test(text) && text.length <= 200;
}

/** INVARIANT: whoever comes back from the provider is sent nowhere but to a page of ours. */
function destination(location: string | null): string {
  const failed = `${FAILED_PATH}?error=unknown`;
  if (location === null) return failed;
  const { pathname, search } = new URL(location, "http://here.invalid");
  if (pathname === FAILED_PATH || pathname.startsWith(`${AUTH_PATH}/`)) {
    const error = new URLSearchParams(search).get("error") ?? "unknown";
    return `${FAILED_PATH}?error=${encodeURIComponent(error)}`;
  }
  return isPath(pathname) ? pathname : failed;
}

const NO_PROVIDER = refused({
  code: "not-found",
  message: { en: "no such identity provider is configured", zh: "未配置该身份提供方" },
  help: {
    en: "an operator sets OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET",
    zh: "请由运维人员设置OIDC_ISSUER、OIDC_CLIENT_ID和OIDC_CLIENT_SECRET",
  },
});

const NO_PATH = refused({
  code: "wrong-shape",
  at: "/callbackPath",
  message: { en: "the way back is no path of this service", zh: "返回地址不是本服务的路径" },
});
