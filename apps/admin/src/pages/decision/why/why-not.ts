import type { ConditionTrace, ExplanationStep, Policy, Rule } from "@evenhand/domain";
import { PARAMETER_PREFIX, isFactReference } from "@evenhand/domain";
import { isForOtherKind } from "@evenhand/policy";

/** A rule that did not fire, and how near it was to firing. */
export type Unfired = {
  readonly step: ExplanationStep;
  readonly conditions: ConditionTrace;
  /** So many comparisons, at least, would have had to come out otherwise. */
  readonly missing: number;
  /** Whether it charges, grades or puts a part of the loss on somebody. */
  readonly isCostly: boolean;
};

/** What it takes to know what a rule would have said. */
type Version = { readonly policy: Policy; readonly rules: readonly Rule[] };

/** What rules say that costs somebody something. */
export const COSTLY: ReadonlySet<string> = new Set(["fine", "grade", "deduct", "bear"]);

/**
 * The rules that were asked and did not fire, those first that would have cost something, or more than the row that was
 * hit instead; among them those that lack least, then those whose figures were nearest to the line, then those that would
 * have cost most. Rules for another kind of party are left out: they could never concern this one.
 *
 * @example whyNot(explanation, version).map(({ step, missing }) => [step.rule, missing])
 * // [["fine-tiers#serious", 1], ["wilful-damage", 2], ["out-of-scope", 1]]
 */
export function whyNot(explanation: readonly ExplanationStep[], version: Version): readonly Unfired[] {
  const rules = new Map(version.rules.map((rule) => [rule.id, rule]));
  return explanation
    .flatMap((step) => {
      const { kind, fired, conditions, rule: id = "" } = step;
      if (kind !== "rule" || fired === true || !conditions || isForOtherKind(conditions)) return [];
      const rule = rules.get(id);
      const amountMinor = amountOf(rule, version.policy);
      const found: Ranked = {
        step,
        conditions,
        missing: missingIn(conditions),
        isCostly:
          rule !== undefined &&
          COSTLY.has(rule.rule.event.type) &&
          amountMinor > hitBeside(step, explanation),
        amountMinor,
        distance: distanceIn(conditions),
      };
      return [found];
    })
    .toSorted(inOrder)
    .map(({ step, conditions, missing, isCostly }) => ({ step, conditions, missing, isCostly }));
}

type Ranked = Unfired & {
  /** What a fine would be, as far as the policy itself says; 0 of what depends on the case. */
  readonly amountMinor: number;
  readonly distance: number;
};

function inOrder(one: Ranked, other: Ranked): number {
  if (one.isCostly !== other.isCostly) return one.isCostly ? -1 : 1;
  return one.missing - other.missing || one.distance - other.distance || other.amountMinor - one.amountMinor;
}

/** Of the row of a table: the fine of the row that was hit instead, for the same party; else less than any. */
function hitBeside({ rule = "", party }: ExplanationStep, explanation: readonly ExplanationStep[]): number {
  const [table, row] = rule.split("#");
  if (row === undefined) return -1;
  const hit = explanation.find(
    (other) => other.fired === true && other.party === party && other.rule?.startsWith(`${table}#`),
  );
  const amount = hit?.effect?.params["amount"];
  return typeof amount === "number" ? amount : -1;
}

/** The least number of comparisons that would have to come out otherwise for a condition to hold. */
function missingIn(trace: ConditionTrace): number {
  if (trace.met) return 0;
  switch (trace.kind) {
    case "comparison":
      return 1;
    case "named":
      return missingIn(trace.of[0]);
    case "all":
      return sum(trace.of.map(missingIn));
    case "any":
      return Math.min(...trace.of.map(missingIn));
    case "not":
      return surplusIn(trace.of[0]);
  }
}

/** The same for it not to hold. */
function surplusIn(trace: ConditionTrace): number {
  if (!trace.met) return 0;
  switch (trace.kind) {
    case "comparison":
      return 1;
    case "named":
      return surplusIn(trace.of[0]);
    case "all":
      return Math.min(...trace.of.map(surplusIn));
    case "any":
      return sum(trace.of.map(surplusIn));
    case "not":
      return missingIn(trace.of[0]);
  }
}

/** How far the figures that failed were from the line, each against the line; 1 for what is no figure. */
function distanceIn(trace: ConditionTrace): number {
  if (trace.met) return 0;
  switch (trace.kind) {
    case "comparison": {
      const { saw, expected } = trace;
      if (typeof saw !== "number" || typeof expected !== "number") return 1;
      return Math.min(1, Math.abs(saw - expected) / Math.max(1, Math.abs(expected)));
    }
    case "named":
      return distanceIn(trace.of[0]);
    case "all":
      return sum(trace.of.map(distanceIn));
    case "any":
      return Math.min(...trace.of.map(distanceIn));
    case "not":
      return 1;
  }
}

function amountOf(rule: Rule | undefined, { parameters }: Policy): number {
  const event = rule?.rule.event;
  if (event?.type !== "fine") return 0;
  const { amount } = event.params;
  if (!isFactReference(amount)) return Number(amount) || 0;
  const id = amount.fact.slice(PARAMETER_PREFIX.length);
  return amount.fact.startsWith(PARAMETER_PREFIX) ? Number(parameters[id]?.value ?? 0) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
