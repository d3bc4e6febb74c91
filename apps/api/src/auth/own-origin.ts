import type { MiddlewareHandler } from "hono";
import type { ApiContext, ApiEnv, Surroundings } from "../http/env.ts";
import { refused } from "../http/problem.ts";

type Place = Pick<Surroundings, "publicUrl" | "servedOverHttps">;

/** Where the browser that sends a request finds us: as configured, or else as the request itself says. */
export function ownOrigin(c: ApiContext, { publicUrl, servedOverHttps }: Place): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  return `${servedOverHttps ? "https" : "http"}://${new URL(c.req.url).host}`;
}

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses requests that another site makes a browser send: whatever changes something and brings a cookie says from
 * where it comes, and it comes from here. That holds for signing in, too, which brings no cookie yet: where an origin is
 * given it is ours.
 */
export function originCheck(surroundings: Place): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (!SAFE.has(c.req.method)) checkOrigin(c, surroundings);
    await next();
  };
}

function checkOrigin(c: ApiContext, surroundings: Place): void {
  const origin = c.req.header("Origin");
  const hasCookie = c.req.header("Cookie") !== undefined;
  const isForeign = origin !== undefined && origin !== ownOrigin(c, surroundings);
  if (!isForeign && (origin !== undefined || !hasCookie)) return;
  // Without a cookie nobody's rights are borrowed, save where a session is about to begin.
  if (!hasCookie && !/^\/(?:api\/auth|welcome)\//.test(c.req.path)) return;
  throw refused({
    code: "wrong-origin",
    message:
      origin === undefined
        ? { en: "the request brings a cookie and no `Origin`", zh: "请求带有Cookie，却没有`Origin`" }
        : { en: "the request was sent from another site", zh: "该请求由其他站点发出" },
    help: {
      en: "programs use a key instead of a cookie; behind a proxy, set PUBLIC_URL to the address that browsers use",
      zh: "程序请使用密钥而非Cookie；若服务位于代理之后，请将PUBLIC_URL设为浏览器所用的地址",
    },
  });
}
