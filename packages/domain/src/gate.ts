import type { FactReference, Reference } from "./policy/value.ts";
import type { LocalizedText } from "./text.ts";

export const GATE_KINDS = [
  "published-before-act",
  "heard",
  "evidence",
  "decider-not-party",
  "reasons",
  "not-punished-before",
  "within-limitation",
] as const;
export type GateKind = (typeof GATE_KINDS)[number];

/**
 * What must be so before a decision that costs a person something may be recorded. A missing gate blocks and says so;
 * evaluating is never blocked.
 * - `published-before-act`: the version was in force and published on or before the day `act` (a case fact: date or instant)
 * - `heard`: the person was told in writing on `told` (a case or party fact: date) and at least `days` (a parameter in
 *   calendar days) have passed until the day of the decision
 * - `evidence`: at least `atLeast` pieces of evidence are listed (default 1)
 * - `decider-not-party`: whoever records it is neither a party nor the one who gave the instruction
 * - `reasons`: reasons are given with the decision
 * - `not-punished-before`: no decision in force already takes money from the person for the act that the case fact `act` names
 * - `within-limitation`: at most `days` (a parameter in calendar days) lie between `act` (a case fact: date) and the decision
 */
export type Gate = {
  readonly label: LocalizedText;
  readonly references: readonly Reference[];
} & (
  | { readonly kind: "published-before-act"; readonly act: string }
  | { readonly kind: "heard"; readonly told: string; readonly days: FactReference }
  | { readonly kind: "evidence"; readonly atLeast?: number }
  | { readonly kind: "decider-not-party" }
  | { readonly kind: "reasons" }
  | { readonly kind: "not-punished-before"; readonly act: string }
  | { readonly kind: "within-limitation"; readonly act: string; readonly days: FactReference }
);
