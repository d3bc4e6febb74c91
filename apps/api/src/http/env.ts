import type { Actor, EvaluateRequest, Language, LedgerBefore, Policy } from "@evenhand/domain";
import type { OpenedRules, ProblemCode, ServiceContext } from "@evenhand/service";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { SignIn } from "../auth/sign-in.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Asked, Authenticate } from "./admission.ts";

/** What every request carries with it from the first middleware on. */
export type ApiEnv = {
  Variables: {
    requestId: string;
    /** The language of problem documents and pages; decided by `Accept-Language`. No figure ever depends on it. */
    language: Language;
    /** The code of the problem document that was answered, for the log. */
    problemCode: ProblemCode | undefined;
    /** Who sends the request; in every route that is not `public`, since such a one begins by asking. */
    actor: Actor;
    /** Refuses whoever may not use the route, and leaves the actor here; `addRoute` calls it. */
    admit: (asked: Asked) => Promise<void>;
  };
};

export type ApiContext = Context<ApiEnv>;
export type ApiApp = OpenAPIHono<ApiEnv>;

/** The rules of the service: not opened yet, or opened, some files of theirs perhaps left out. */
export type RulesState = { readonly state: "loading" } | ({ readonly state: "open" } & OpenedRules);

/** Everything from outside that the routes need; the program gives the real things, a test what it likes. */
export type Surroundings = {
  /** As they stand now, those included that another process published. */
  readonly rules: () => RulesState | Promise<RulesState>;
  /** What the service knows of the people in a case, as far as the one who asks may be told. */
  readonly knownOf: (policy: Policy, request: EvaluateRequest, actor: Actor) => Promise<LedgerBefore>;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  readonly newRequestId: () => string;
  /** What is counted; an app that is given nothing for it counts for itself. */
  readonly metrics?: Metrics;
  /** Whether a proxy in front of us serves this over HTTPS; forwarded headers, which anybody can send, do not say so. */
  readonly servedOverHttps: boolean;
  /** Where browsers find the service, where that is not where the request says; such as `https://evenhand.example.org`. */
  readonly publicUrl?: string;
  /** The folder of the admin app as it was built; without one, `/` leads to the API pages. */
  readonly adminFolder?: string;
  /** Who sends a request. */
  readonly authenticate: Authenticate;
  /** What the use cases that keep something are given. @throws Refused as `not-ready` before the store is open */
  readonly service: () => ServiceContext;
  /** A job was put in line; an app that is given nothing for it works on jobs itself, beside everything else. */
  readonly wakeWorkers?: () => void;
  /** Told once the program is to end, so that answers which go on for long end. */
  readonly stopping?: AbortSignal;
  /** To be called when keys change, so that none is trusted any longer because it was a moment ago. */
  readonly forgetKeys: () => void;
  /** Sessions, passwords, second factors. @throws Refused as `not-ready` before the store is open */
  readonly signIn: () => SignIn;
};
