import type { Actor } from "@evenhand/domain";
import type { ApiContext } from "../http/env.ts";
import { refused } from "../http/problem.ts";

/**
 * The person who sends a request: what concerns one's own account is nothing for keys.
 *
 * @throws Refused as `not-allowed`
 */
export function signedInUser(c: ApiContext): Extract<Actor, { readonly kind: "user" }> {
  const actor = c.get("actor");
  if (actor.kind === "user") return actor;
  throw refused({
    code: "not-allowed",
    message: { en: "a key has no account of its own", zh: "密钥没有自己的账户" },
    help: { en: "sign in as a person", zh: "请以人员身份登录" },
  });
}
