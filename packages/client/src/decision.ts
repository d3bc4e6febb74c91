import type { Case, Disposition } from "@evenhand/domain";

/**
 * What is to be recorded. `scheduled` is not part of it, since the ledger of the service is asked, nor are departures from
 * the proposal, which a named person decides and no key.
 */
export type DecisionRequest = {
  /** The case, or the id of one that the service keeps, which is then decided as it stands. */
  readonly case: Case | { readonly id: string };
  /** Default: the version in force on the day that the policy applies by. */
  readonly policyVersion?: number;
  /** The id of the policy. */
  readonly policy: string;
  /** Why it is decided so; required where the policy asks for one. */
  readonly reason?: string;
  /** The decision that this one takes the place of. */
  readonly supersedes?: string;
};

/** Which decisions a list holds; all of them where nothing is said. */
export type DecisionFilter = {
  /** The id of the policy. */
  readonly policy?: string;
  readonly version?: number;
  /** The reference of the case. */
  readonly reference?: string;
  readonly disposition?: Disposition;
  /** The staff number of a person, or the id of a unit. */
  readonly party?: string;
  /** Days of recording, UTC, `YYYY-MM-DD`: the first included, the last not. */
  readonly from?: string;
  readonly until?: string;
  readonly status?: "in-force" | "superseded";
  /** Whether somebody departed from what was proposed. */
  readonly departures?: "yes" | "no";
};
