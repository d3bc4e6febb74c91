import type { Db, JobReport } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";

/** What working on jobs needs of the service; no job signs anything. */
export type JobContext = Pick<ServiceContext, "store" | "rulebook" | "now" | "random" | "alarm">;

/** A job as whoever works on it is given it. */
export type JobToDo = {
  readonly id: string;
  /** What it was asked for, JSON as it was put in line. */
  readonly payload: string;
  /** Of what there is to do, as counted when it was put in line. */
  readonly total: number;
  /** What was kept last, where it was begun before: the report and the checkpoint of one step. */
  readonly kept?: { readonly result: string; readonly checkpoint: string };
  /** Lets others have their turn; to be called often. */
  readonly pause: () => Promise<void>;
  /** Told once the job was called off, taken over, or is to be left to another worker. */
  readonly signal: AbortSignal;
};

/** How far a job has come. All of it is kept in one transaction, or nothing of it. */
export type JobStep = JobReport & {
  /** From where it goes on after this step, JSON. */
  readonly checkpoint: string;
  /** Keeps what else came of the step. */
  readonly keep?: (tx: Db) => Promise<void>;
};

/**
 * One kind of job. It works in steps, each of which is kept before the next one begins; what the last one reports is the
 * result. A step should take a second at most, since a job is called off between two of them.
 *
 * INVARIANT: begun again from a step's checkpoint, the steps that follow are those that would have followed.
 */
export type JobKind = {
  /** What jobs of this kind are called in the table of jobs. */
  readonly name: string;
  readonly steps: (context: JobContext, job: JobToDo) => AsyncIterable<JobStep>;
  /** Takes away what is needed no more once a job has ended, however it ended. */
  readonly clear?: (tx: Db, id: string) => Promise<void>;
};
