import { getConnInfo } from "@hono/node-server/conninfo";
import { MemoryStore } from "hono-rate-limiter";
import type { ApiContext } from "../http/env.ts";
import { refused } from "../http/problem.ts";

/** So long attempts count, and so many are free: of one account those that fail, of one address all. */
export const ATTEMPTS = {
  windowMs: 15 * 60 * 1000,
  mostOfAccount: 10,
  mostOfAddress: 100,
} as const;

/** Counts what is tried under a name. */
export type Attempts = {
  /** Counts one before it is made, so that many at once are counted too. @throws Refused as `too-many-requests` */
  readonly take: (name: string) => void;
  /** One that succeeded is not counted. */
  readonly giveBack: (name: string) => void;
};

/**
 * A limit of attempts in a window of time. It is kept in memory, so each process has its own: with n processes behind one
 * address somebody has n times as many attempts, which is still few.
 */
export function attempts(most: number): Attempts {
  const counts = new MemoryStore();
  counts.init({ windowMs: ATTEMPTS.windowMs } as Parameters<typeof counts.init>[0]);
  return {
    take: (name) => {
      const { totalHits, resetTime } = counts.increment(name);
      if (totalHits <= most) return;
      const seconds = Math.max(1, Math.ceil((Number(resetTime) - Date.now()) / 1000));
      throw tooMany(seconds);
    },
    giveBack: (name) => counts.decrement(name),
  };
}

export function tooMany(seconds: number): Error {
  const minutes = Math.ceil(seconds / 60);
  return refused(
    {
      code: "too-many-requests",
      message: { en: "too many attempts", zh: "尝试次数过多" },
      help: {
        en: `try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`,
        zh: `请于${minutes}分钟后再试`,
      },
    },
    { "Retry-After": String(seconds) },
  );
}

/**
 * The address that a request comes from. Behind a proxy it is the one that the proxy added last; what stands before it
 * anybody can write.
 */
export function addressOf(c: ApiContext, { servedOverHttps }: { readonly servedOverHttps: boolean }): string {
  const forwarded = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
  if (servedOverHttps && forwarded) return forwarded.slice(0, 64);
  // Without a connection, as where an app is called by itself, there is no address to tell apart.
  const hasConnection = typeof c.env === "object" && c.env !== null && "incoming" in c.env;
  return hasConnection ? (getConnInfo(c).remote.address ?? "") : "";
}
