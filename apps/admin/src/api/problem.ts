/** One thing that is wrong with what was sent, as the service tells it. */
export type ApiProblem = {
  readonly code: string;
  /** A JSON pointer into the body; empty for the whole. */
  readonly pointer: string;
  readonly detail: string;
  readonly help?: string;
};

/** The service answered, and not with what was asked for. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly ApiProblem[];
  /** By which the service finds the request in its log. */
  readonly requestId: string;

  constructor(document: {
    readonly status: number;
    readonly code: string;
    readonly detail: string;
    readonly errors: readonly ApiProblem[];
    readonly instance: string;
  }) {
    super(document.detail);
    this.name = "ProblemError";
    this.status = document.status;
    this.code = document.code;
    this.problems = document.errors;
    this.requestId = document.instance;
  }
}

/** Another account is signed in than the one that this window belongs to, and nothing is done in its name. */
export class OtherAccount extends Error {
  constructor() {
    super("another account is signed in");
    this.name = "OtherAccount";
  }
}

/** The service could not be reached, or what came back was not from it. */
export class NoConnection extends Error {
  constructor(cause: unknown) {
    super("the service cannot be reached", { cause });
    this.name = "NoConnection";
  }
}
