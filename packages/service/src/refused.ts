import { inPrecedence } from "./problems/precedence.ts";
import type { SentProblem } from "./problems/problem-document.ts";

/** What a use case gives instead of a result where the asker must mend something; nothing was changed. */
export type RefusedAsk = { readonly refusal: { readonly problems: readonly SentProblem[] } };

export function refusedAsk(...problems: readonly SentProblem[]): RefusedAsk {
  return { refusal: { problems: inPrecedence(problems) } };
}

/** Thrown inside a transaction, so that it is rolled back; `orRefused` turns it into what the use case gives. */
export class AskRefused extends Error {
  readonly problems: readonly SentProblem[];

  constructor(...problems: readonly SentProblem[]) {
    super(problems.map(({ code, at }) => `${code} at ${at}`).join("; "));
    this.name = "AskRefused";
    this.problems = inPrecedence(problems);
  }
}

/** The result of work, or the refusal that it threw. */
export async function orRefused<Result>(work: () => Promise<Result>): Promise<Result | RefusedAsk> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AskRefused) return { refusal: { problems: error.problems } };
    throw error;
  }
}

/** What was found, or a throw that rolls back: for use inside a transaction. */
export function orThrow<Result extends object>(result: Result | RefusedAsk): Result {
  if ("refusal" in result) throw new AskRefused(...result.refusal.problems);
  return result;
}
