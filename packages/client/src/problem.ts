/** One thing that is wrong; `pointer` is a JSON pointer into what was sent. */
export type ProblemEntry = {
  readonly code: string;
  readonly pointer: string;
  readonly detail: string;
  readonly help?: string;
};

type ProblemDocument = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly ProblemEntry[];
  readonly instance?: string;
};

/**
 * Why something was not done: the problem document (RFC 9457) that the service answered. Two codes are the client's own:
 * `not-reached` (`status` 0; `cause` says what happened) where no answer came, and `no-problem-document` where something
 * in between answered, such as a proxy.
 *
 * @example
 * catch (error) {
 *   if (error instanceof EvenhandProblem) for (const { pointer, detail } of error.errors) console.error(pointer, detail);
 * }
 */
export class EvenhandProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** Everything that is wrong, not only the first. */
  readonly errors: readonly ProblemEntry[];
  /** The id of the request, as the service's log knows it. */
  readonly instance: string | undefined;

  constructor({ status, code, detail, errors = [], instance }: ProblemDocument, cause?: unknown) {
    super(detail, cause === undefined ? {} : { cause });
    this.name = "EvenhandProblem";
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.instance = instance;
  }
}

/** The problem of a service that gave no answer, or none that could be read to its end. */
export function notReached(cause: unknown): EvenhandProblem {
  const detail = "the service was not reached, or its answer broke off";
  return new EvenhandProblem({ status: 0, code: "not-reached", detail }, cause);
}

/** What an answer that is not a success says; one of something in between, such as a proxy, is told by its status. */
export async function problemOf(response: Response): Promise<EvenhandProblem> {
  const text = await response.text();
  if (response.headers.get("Content-Type")?.startsWith("application/problem+json") === true)
    return new EvenhandProblem(JSON.parse(text) as ProblemDocument);
  const detail = `the answer was ${response.status}, and no problem document`;
  return new EvenhandProblem({ status: response.status, code: "no-problem-document", detail });
}
