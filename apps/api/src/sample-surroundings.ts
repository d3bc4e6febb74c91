import { fileURLToPath } from "node:url";
import type { Actor, LedgerBefore } from "@evenhand/domain";
import { openRulebook } from "@evenhand/service";
import { readRuleFiles } from "@evenhand/store";
import { type Logger, pino } from "pino";
import { createApp } from "./app.ts";
import type { ApiApp, RulesState, Surroundings } from "./http/env.ts";
import { refused } from "./http/problem.ts";

/** The rules of the project as the tests use them, opened once. */
export const SAMPLE_RULES: Extract<RulesState, { state: "open" }> = {
  state: "open",
  ...openRulebook(readRuleFiles(fileURLToPath(new URL("../../../rules", import.meta.url)))),
};

/** The moment at which tests evaluate: 2026-07-10, 09:00 in Shanghai. */
export const SAMPLE_NOW = Date.UTC(2026, 6, 10, 1);

/** What tests give the app: the real rules, a clock that stands still, ids that count, and a log they can look into. */
export function sampleSurroundings(
  given: Partial<Surroundings> = {},
): Surroundings & { readonly logged: readonly Logged[] } {
  const logged: Logged[] = [];
  let requests = 0;
  return {
    rules: () => SAMPLE_RULES,
    knownOf: async () => NOTHING_KNOWN,
    now: () => SAMPLE_NOW,
    log: logInto(logged),
    newRequestId: () => `generated-${(requests += 1)}`,
    servedOverHttps: false,
    authenticate: async () => EVERYTHING,
    service: notOpen,
    forgetKeys: () => undefined,
    signIn: notOpen,
    logged,
    ...given,
  };
}

/** Of nobody in a case anything is known. */
const NOTHING_KNOWN: LedgerBefore = { scheduled: [], closedThrough: null, findings: [] };

/** Who may do everything, so that tests of what a route does need nobody to sign in. */
const EVERYTHING: Actor = { kind: "system", id: "test" };

function notOpen(): never {
  throw refused(
    { code: "not-ready", message: { en: "nothing is open", zh: "未打开" } },
    { "Retry-After": "1" },
  );
}

export function sampleApp(given: Partial<Surroundings> = {}): ApiApp {
  return createApp(sampleSurroundings(given));
}

export type Logged = Readonly<Record<string, unknown>>;

function logInto(lines: Logged[]): Logger {
  return pino({ base: {} }, { write: (line: string) => void lines.push(JSON.parse(line) as Logged) });
}

export type SampleProblem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors: readonly {
    readonly code: string;
    readonly pointer: string;
    readonly detail: string;
    readonly help?: string;
  }[];
};

/** The problem document of an answer, with what every problem document must be checked on the way. */
export async function problemOf(response: Response): Promise<SampleProblem> {
  const type = response.headers.get("Content-Type");
  if (type !== "application/problem+json")
    throw new Error(`the answer is ${response.status} ${type}, and no problem document`);
  const problem = (await response.json()) as SampleProblem;
  if (problem.status !== response.status)
    throw new Error(`the document says ${problem.status}, the answer ${response.status}`);
  if (problem.instance !== response.headers.get("X-Request-Id"))
    throw new Error("the document names another request");
  return problem;
}
