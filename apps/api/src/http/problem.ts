import type { LocalizedText } from "@evenhand/domain";
import { type ProblemCode, type SentProblem, inPrecedence, problemDocument } from "@evenhand/service";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiContext } from "./env.ts";

/** Thrown by a route that cannot answer: becomes a problem document with everything in `problems`. */
export class Refused extends Error {
  readonly problems: readonly SentProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(problems: readonly SentProblem[], headers: Readonly<Record<string, string>> = {}) {
    super(problems.map(({ code }) => code).join(", "));
    this.name = "Refused";
    this.problems = inPrecedence(problems);
    this.headers = headers;
  }
}

type OneProblem = {
  readonly code: ProblemCode;
  readonly at?: string;
  readonly message: LocalizedText;
  readonly help?: LocalizedText;
};

export function refused(
  { code, at = "", message, help }: OneProblem,
  headers?: Readonly<Record<string, string>>,
): Refused {
  return new Refused([{ code, at, message, ...(help ? { help } : {}) }], headers);
}

/** The answer at an address that leads nowhere. */
export function nothingHere(): Refused {
  return refused({ code: "not-found", message: { en: "nothing is here", zh: "此处没有内容" } });
}

/** What a use case gives where the asker must mend something. */
export type RefusedAsk = { readonly refusal: { readonly problems: readonly SentProblem[] } };

/** What was found or done, unless it was refused. */
export function foundOrRefused<Found extends object>(found: Found): Exclude<Found, RefusedAsk> {
  if (isRefusal(found)) throw new Refused(found.refusal.problems);
  return found as Exclude<Found, RefusedAsk>;
}

function isRefusal(found: object): found is RefusedAsk {
  return "refusal" in found;
}

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** The answer to a request that cannot be answered, in the language of the request. */
export function problemResponse(
  c: ApiContext,
  { problems, headers }: Pick<Refused, "problems" | "headers">,
): Response {
  const language = c.get("language");
  const document = problemDocument(problems, { language, instance: c.get("requestId") });
  c.set("problemCode", document.code);
  return c.body(JSON.stringify(document), document.status as ContentfulStatusCode, {
    ...headers,
    "Content-Type": PROBLEM_MEDIA_TYPE,
    "Content-Language": language,
  });
}
