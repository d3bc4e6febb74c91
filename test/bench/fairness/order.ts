/** What a process of its own is told to do with a database of recorded decisions. */
export type FairnessOrder = {
  readonly file: string;
  readonly task: FairnessTask;
};

/**
 * `read` reads and parses every record; `review` reviews them here and now, as the command does; `run` as a run of the
 * service, which keeps everybody counted besides.
 */
export const FAIRNESS_TASKS = ["read", "review", "run"] as const;
export type FairnessTask = (typeof FAIRNESS_TASKS)[number];

export type FairnessMeasured = {
  readonly decisions: number;
  readonly seconds: number;
  /** The part of it after the last decision was read, in which the questions answer; 0 where nothing is told of it. */
  readonly answeringSeconds: number;
  /** The most memory that the process ever held, bytes. */
  readonly peakBytes: number;
  /** The most of its heap that was in use after a collection, bytes; 0 where nobody looked. */
  readonly heapBytes: number;
};
