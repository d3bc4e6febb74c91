/** What a process of its own is told to do with a file of past cases, one to a line as JSON. */
export type SimulateOrder = {
  readonly file: string;
  readonly task: SimulateTask;
};

/** `read` reads and parses every line; `simulate` puts each to both versions besides. */
export const SIMULATE_TASKS = ["read", "simulate"] as const;
export type SimulateTask = (typeof SIMULATE_TASKS)[number];

export type SimulateMeasured = {
  readonly cases: number;
  readonly changed: number;
  readonly seconds: number;
  /** The most memory that the process ever held, and the most of its heap that was in use after a collection, bytes. */
  readonly peakBytes: number;
  readonly heapBytes: number;
  /** The whole state as JSON, bytes; 0 where nothing is simulated. */
  readonly stateBytes: number;
};
