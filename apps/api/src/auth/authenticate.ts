import { type Authenticate, notSignedIn } from "../http/admission.ts";
import type { Surroundings } from "../http/env.ts";
import type { KeyVerifier } from "./key-verifier.ts";
import { actorOfSession } from "./sessions.ts";

type Given = Pick<Surroundings, "service" | "signIn" | "log"> & { readonly keys: KeyVerifier };

/**
 * Finds out who sends a request: a key in `Authorization` speaks for another system, a cookie for a person. Where both
 * come along the key counts, since nobody sends one by accident.
 */
export function authenticator({ keys, ...surroundings }: Given): Authenticate {
  return async (c) => {
    const authorization = c.req.header("Authorization");
    if (authorization !== undefined) {
      const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      if (key === undefined) throw notSignedIn(NO_BEARER);
      return keys.verify(key);
    }
    const cookie = c.req.header("Cookie");
    if (cookie === undefined) throw notSignedIn(NOBODY);
    return actorOfSession(surroundings, cookie);
  };
}

const NOBODY = { en: "the request does not say who sends it", zh: "请求未表明发送者身份" };
const NO_BEARER = {
  en: "`Authorization` holds no bearer token",
  zh: "`Authorization`中没有Bearer令牌",
};
