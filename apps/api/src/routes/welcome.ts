import { type InvitationState, acceptInvitation, findInvitation } from "@evenhand/service";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Limits } from "../auth/ask-library.ts";
import { addressOf } from "../auth/attempts.ts";
import type { ApiApp, ApiContext, Surroundings } from "../http/env.ts";
import { LANGUAGE, readQuery } from "../http/parameters.ts";
import { readForm } from "../http/read-body.ts";
import { addPage, pathParameter } from "../http/route.ts";
import { type Page, WELCOME_POLICY, welcomePage } from "../pages/welcome-page.ts";

/** Where a sign-in at the identity provider ends that did not succeed. */
export const FAILED_PATH = "/welcome/sign-in-failed";

const MOST_BYTES = 8 * 1024;

/**
 * `/welcome/{token}`: the page that a one-time link opens, on which the owner of an account sets name and password. It
 * works without any script.
 */
export function welcomeRoutes(app: ApiApp, surroundings: Surroundings, limits: Limits): void {
  addPage(app, { method: "get", path: FAILED_PATH, permission: "public" }, (c) =>
    answer(c, { kind: "failed" }, 403),
  );
  addPage(app, { method: "get", path: "/welcome/{token}", permission: "public" }, async (c) => {
    limits.ofAddress.take(addressOf(c, surroundings));
    const token = pathParameter(c, "token");
    const found = await findInvitation(surroundings.service(), token);
    if (found.state !== "open") return gone(c, found.state);
    return answer(c, { kind: "form", token, email: found.email, name: found.name, problems: [] }, 200);
  });
  addPage(app, { method: "post", path: "/welcome/{token}", permission: "public" }, (c) => {
    limits.ofAddress.take(addressOf(c, surroundings));
    return accept(c, surroundings);
  });
}

async function accept(c: ApiContext, surroundings: Surroundings): Promise<Response> {
  const context = surroundings.service();
  const token = pathParameter(c, "token");
  const fields = await readForm(c, { maxBytes: MOST_BYTES });
  const [name, password] = [fields.get("name") ?? "", fields.get("password") ?? ""];
  const found = await findInvitation(context, token);
  if (found.state !== "open") return gone(c, found.state);
  const again = { kind: "form", token, email: found.email, name } as const;
  if (password !== (fields.get("again") ?? "")) return answer(c, { ...again, problems: [DIFFERENT] }, 422);
  const { hashPassword: hash } = surroundings.signIn();
  const accepted = await acceptInvitation(context, { token, name, password, hash });
  if ("state" in accepted) return gone(c, accepted.state);
  if ("refusal" in accepted) return answer(c, { ...again, problems: accepted.refusal.problems }, 422);
  return answer(c, { kind: "done", email: accepted.email }, 200);
}

/** 410 of what was there and is over, 404 of what never was. */
function gone(c: ApiContext, state: Exclude<InvitationState["state"], "open">): Response {
  return answer(c, { kind: "gone", state }, state === "unknown" ? 404 : 410);
}

function answer(c: ApiContext, page: Page, status: ContentfulStatusCode): Response {
  const { lang } = c.req.path === FAILED_PATH ? {} : readQuery(c, { lang: LANGUAGE });
  const language = lang ?? c.get("language");
  return c.body(welcomePage(page, { language, path: c.req.path }), status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": language,
    "Content-Security-Policy": WELCOME_POLICY,
    // The address holds the secret, so no other site is told it; ours is, since a form without an origin is refused.
    "Referrer-Policy": "same-origin",
  });
}

const DIFFERENT = {
  code: "conflicting-facts",
  at: "/again",
  message: { en: "the two passwords are not the same", zh: "两次输入的密码不一致" },
} as const;
