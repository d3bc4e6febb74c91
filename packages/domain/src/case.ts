import type { PartyKind } from "./policy/fact.ts";

/** Money in minor units, rates and decimals as JSON numbers of at most six places, days `YYYY-MM-DD`, instants RFC 3339. */
export type FactValue = number | string | boolean | null | readonly string[];

export type Party = {
  readonly id: string;
  readonly kind: PartyKind;
  readonly memberOf?: string;
  readonly facts: Readonly<Record<string, FactValue>>;
};

/** Something that bears on the case; `supports` names the party whose side it supports. */
export type EvidenceItem = {
  readonly id: string;
  readonly kind: string;
  readonly supports?: string;
  readonly note?: string;
};

export type Case = {
  readonly reference: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly parties: readonly Party[];
  readonly evidence?: readonly EvidenceItem[];
};

/** What is already planned for a party in a payroll month (`YYYY-MM`), from whichever case and policy. */
export type ScheduledDeduction = {
  readonly party: string;
  readonly month: string;
  readonly amountMinor: number;
  /** The most that the month may hold in all, by the terms of what stands in it; nothing more is planned above it. */
  readonly atMostMinor?: number;
};

export type EvaluateRequest = {
  readonly case: Case;
  /** Default: the version in force by the policy's `appliesBy` date. */
  readonly policyVersion?: number;
  /** Default: what the ledger holds, for whoever may see it; else nothing. */
  readonly scheduled?: readonly ScheduledDeduction[];
};
