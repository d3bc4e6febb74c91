/**
 * Where a simulation stands, as JSON. What is in it is its own affair, save for what a caller needs to go on: the last case
 * taken, after which the next ones are read. It grows with the number of people, not of cases.
 */
export type SimulationState = {
  readonly format: 1;
  /** Hashes of both versions: a state goes on under no other. */
  readonly baseline: string;
  readonly candidate: string;
  readonly groups: readonly string[];
  readonly last: { readonly decidedOn: string; readonly id: string } | null;
};
