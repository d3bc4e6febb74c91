import type { Language } from "@evenhand/domain";
import type { OpenedRules, ProblemCode } from "@evenhand/service";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Logger } from "pino";

/** What every request carries with it from the first middleware on. */
export type ApiEnv = {
  Variables: {
    requestId: string;
    /** The language of problem documents and pages; decided by `Accept-Language`. No figure ever depends on it. */
    language: Language;
    /** The code of the problem document that was answered, for the log. */
    problemCode: ProblemCode | undefined;
  };
};

export type ApiContext = Context<ApiEnv>;
export type ApiApp = OpenAPIHono<ApiEnv>;

/** The rules of the service: not opened yet, or opened, some files of theirs perhaps left out. */
export type RulesState = { readonly state: "loading" } | ({ readonly state: "open" } & OpenedRules);

/** Everything from outside that the routes need; the program gives the real things, a test what it likes. */
export type Surroundings = {
  readonly rules: () => RulesState;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  readonly newRequestId: () => string;
  /** Whether a proxy in front of us serves this over HTTPS; forwarded headers, which anybody can send, do not say so. */
  readonly servedOverHttps: boolean;
};
