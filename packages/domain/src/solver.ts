/** What a solver says of an SMT-LIB text: `sat` where everything in it can hold at once, `unsat` where nothing can make it. */
export type SolverAnswer = {
  readonly solver: { readonly name: string; readonly version: string };
} & (
  | { readonly result: "sat"; /** As the solver answers `(get-model)`. */ readonly model: string }
  | { readonly result: "unsat" }
  | { readonly result: "unknown"; /** What the solver gives as its reason. */ readonly reason: string }
  | { readonly result: "timed-out" }
  | { /** It could not be asked, or broke. */ readonly result: "unavailable" }
);

/**
 * Asks a solver. The text says `(check-sat)` once, at its end.
 *
 * @param timeLimitMs after so many milliseconds nobody waits any longer
 */
export type Solve = (text: string, timeLimitMs: number) => Promise<SolverAnswer>;
