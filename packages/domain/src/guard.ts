import type { Reference } from "./policy/value.ts";
import type { LocalizedText } from "./text.ts";

export const CONFIDENCES = ["high", "medium", "low"] as const;

/** Facts about a person's pay that guards read; money, all optional in a case. */
export const WAGE_FACTS = ["monthlyWage", "minimumWage", "averageDailyWage", "monthlyBonus"] as const;
export type WageFact = (typeof WAGE_FACTS)[number];

/** Days a guard may ask for: of the act, of the hearing, of the written notice. Case facts, dates. */
export const GUARD_DATE_FACTS = ["actOn", "heardOn", "noticeGivenOn"] as const;
export type GuardDateFact = (typeof GUARD_DATE_FACTS)[number];

/** A limit in money: a rate of a base, or a fixed amount in minor units. */
export type GuardCap = { readonly references: readonly Reference[] } & (
  | { readonly rate: number; readonly base: WageFact }
  | { readonly amountMinor: number }
);

/** What a jurisdiction allows from a day on. A figure that is left out sets no limit. */
export type GuardPeriod = {
  readonly effectiveFrom: string;
  readonly references: readonly Reference[];
  /** `loss-only`: no fine, only a share of a loss; `forbidden`: no money at all. */
  readonly moneyPenalty: "allowed" | "loss-only" | "forbidden";
  /** Over all months, for one case. The rest is not deductible. */
  readonly perActCap?: GuardCap;
  /** In one month, over all cases. */
  readonly perPeriodCap?: GuardCap;
  /** In one month, over every deduction. */
  readonly allDeductionsCap?: GuardCap;
  /** What is left of the month's wage is never below this fact. */
  readonly floor?: { readonly base: WageFact; readonly references: readonly Reference[] };
  readonly carry: {
    readonly allowed: boolean;
    readonly instalments: boolean;
    readonly horizonDays?: number;
    readonly references?: readonly Reference[];
  };
  /** Days after the act in which a deduction must be decided, the last one included. */
  readonly limitationDays?: { readonly days: number; readonly references: readonly Reference[] };
  /** Days that must be stated before money is taken: a hearing, a written notice. */
  readonly requires?: readonly { readonly fact: GuardDateFact; readonly references: readonly Reference[] }[];
  readonly doublePunishment: "allowed" | "forbidden";
  readonly confidence: (typeof CONFIDENCES)[number];
};

/** `rules/guards/<jurisdiction>.json`. It only ever lowers what may be deducted. A starting point for counsel, not legal advice. */
export type Guard = {
  readonly jurisdiction: string;
  readonly title: LocalizedText;
  /** ISO 4217; a policy in another currency cannot be under this guard. */
  readonly currency: string;
  readonly notes?: LocalizedText;
  /** Oldest first. */
  readonly periods: readonly GuardPeriod[];
};
