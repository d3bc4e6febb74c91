import { fileURLToPath } from "node:url";
import { type Surroundings, createApp } from "@evenhand/api";
import type { RuleFiles } from "@evenhand/domain";
import { openRulebook } from "@evenhand/service";
import { readRuleFiles } from "@evenhand/store";

/** The rules of the project, as the service reads them. */
export const RULE_FILES = readRuleFiles(fileURLToPath(new URL("../../rules", import.meta.url)));

/** The surroundings of a service that has these rules open, on the morning of 10 July 2026. */
export function serving(files: RuleFiles): Surroundings {
  const opened = openRulebook(files);
  return surroundingsWith(() => ({ state: "open", ...opened }));
}

/** The service with the rules of the project. */
export const SERVICE: Surroundings = serving(RULE_FILES);

export function surroundingsWith(rules: Surroundings["rules"]): Surroundings {
  const quiet = { info: () => undefined, error: () => undefined } as unknown as Surroundings["log"];
  return {
    rules,
    knownOf: async () => ({ scheduled: [], closedThrough: null, findings: [] }),
    now: () => Date.parse("2026-07-10T09:00:00+08:00"),
    log: quiet,
    newRequestId: () => "r-1",
    servedOverHttps: false,
    // Of what a route does, its page tells; of who may use it, another.
    authenticate: async () => ({ kind: "system", id: "documentation" }),
    service: nothingOpen,
    forgetKeys: nothingOpen,
    signIn: nothingOpen,
  };
}

function nothingOpen(): never {
  throw new Error("the documentation needs no database for this");
}

/** What the service answers, with the body already read. */
export async function answer(
  surroundings: Surroundings,
  path: string,
  init: RequestInit & { readonly duplex?: "half" },
): Promise<Answer> {
  const response = await createApp(surroundings).request(path, init);
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
