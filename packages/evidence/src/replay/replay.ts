import type {
  LedgerBefore,
  DecisionRecord,
  Policy,
  PolicyVersion,
  ReplayCause,
  Verdict,
} from "@evenhand/domain";

/** What a source gives: a value of JSON, or `undefined` where there is none. */
export type StoredValue = unknown;
type Awaitable<Value> = Value | Promise<Value>;

/** What is stored now of everything that a decision rested on. Documents are values of JSON as they were parsed. */
export type ReplaySources = {
  /** The version document that stands under a policy id and number. */
  readonly version: (policyId: string, version: number) => Awaitable<StoredValue>;
  /** The version document that stands under a hash, whatever its number. */
  readonly versionByHash: (hash: string) => Awaitable<StoredValue>;
  readonly calendar: (hash: string) => Awaitable<StoredValue>;
  readonly guard: (hash: string) => Awaitable<StoredValue>;
  /** The case of a row, sealed as it is stored. */
  readonly case: (caseId: string) => Awaitable<StoredValue>;
  /** The ledger as it must have been before the decision, rebuilt from its entries; left out where nobody rebuilds it. */
  readonly ledgerBefore?: (record: DecisionRecord) => Awaitable<LedgerBefore | undefined>;
  /** Makes a policy ready to be decided under: `preparePolicy`. May throw on what is no policy. */
  readonly prepare: (policy: Policy) => PolicyVersion;
};

/** A place where two values of JSON differ: what was recorded, and what it is now. `null` also where one has nothing. */
export type Difference = { readonly at: string; readonly recorded: unknown; readonly now: unknown };

/** An input that moved, or what else the difference comes from. `at` points into the record, or the document that moved. */
export type MovedCause = {
  readonly cause: ReplayCause;
  readonly at?: string;
  readonly recorded: unknown;
  readonly now: unknown;
};

/** A document that is needed and not there. */
export type MissingDocument = {
  readonly kind: "version" | "calendar" | "guard";
  /** The id of the policy or calendar, or the jurisdiction of the guard. */
  readonly id: string;
  /** Of a version or a calendar. */
  readonly version?: number;
  readonly hash: string;
};

/** What came of deciding a recorded case again. */
export type Replay = {
  /** `different` where there is a cause, else `cannot` where something is missing, else `identical`. */
  readonly verdict: Verdict;
  readonly causes: readonly MovedCause[];
  readonly missing: readonly MissingDocument[];
  /** Where what was computed now differs from the record, at most 20 places; empty where nothing could be computed. */
  readonly differences: readonly Difference[];
};
