/** One bad request: what is sent, and everything that must be found wrong with it, in order. */
export type BadRequest = {
  readonly title: string;
  /** As it stands in the path; default `complaint-fines`. */
  readonly policy?: string;
  readonly body: string;
  readonly status: number;
  /** Code and JSON pointer of every problem. The first gives the answer its code. */
  readonly problems: readonly (readonly [code: string, pointer: string])[];
};
