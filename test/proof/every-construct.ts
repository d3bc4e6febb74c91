import type { Condition, Policy, Rule } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { Rules } from "../support/rules.ts";
import { changed, penaltyRule, rate, versionOf } from "./planted.ts";

const LABEL = { label: { en: "planted", zh: "测试植入" } } as const;

/** A fine of its own for each condition, so that a total tells which of them held: 1, 2, 4, 8 … */
function finesFor(conditions: readonly Condition[]): readonly Rule[] {
  return conditions.map((condition, index) =>
    penaltyRule(`fine-${index}-x`, { all: [condition] }, { type: "fine", params: { amount: 2 ** index } }),
  );
}

const CONDITIONS: readonly Condition[] = [
  // Of an unknown the first does not hold, the second does.
  { fact: "function", operator: "notEqual", value: "production" },
  { not: { fact: "function", operator: "equal", value: "production" } },
  { fact: "function", operator: "notIn", value: ["production"] },
  { fact: "unit", operator: "equal", value: "a" },
  { fact: "monthlyBonus", operator: "lessThan", value: { fact: "lossAmount" } },
  { fact: "monthlyBonus", operator: "equal", value: null },
  { fact: "faults", operator: "contains", value: "other" },
  { fact: "faults", operator: "doesNotContain", value: "other" },
  { fact: "lossToBonus", operator: "greaterThanInclusive", value: { fact: "parameter.bonusCapRate" } },
  { not: { fact: "lossToBonus", operator: "lessThan", value: 2.5 } },
  { fact: "bonusOverLoss", operator: "lessThan", value: 0 },
  { fact: "daysLate", operator: "greaterThan", value: 0 },
  { fact: "larger", operator: "greaterThan", value: 5_000_000 },
  { fact: "either", operator: "equal", value: "slight" },
  { fact: "allBonuses", operator: "greaterThan", value: 5_000_000 },
  { fact: "largestBonus", operator: "lessThanInclusive", value: 5_000_000 },
  {
    any: [
      { fact: "basePoints", operator: "in", value: [1, 2, 3] },
      { fact: "partyKind", operator: "equal", value: "team" },
    ],
  },
];

const DERIVED = {
  case: {
    daysLate: {
      ...LABEL,
      kind: "days-between",
      from: "receivedOn",
      to: "decidedOn",
      after: { fact: "parameter.closeDays" },
    },
    allBonuses: {
      ...LABEL,
      kind: "sum",
      of: "monthlyBonus",
      where: [{ fact: "responsible", operator: "equal", value: true }],
    },
    largestBonus: { ...LABEL, kind: "maximum", of: "monthlyBonus" },
  },
  party: {
    lossToBonus: { ...LABEL, kind: "ratio", numerator: "lossAmount", denominator: "monthlyBonus" },
    bonusOverLoss: { ...LABEL, kind: "relative-excess", of: "monthlyBonus", over: "lossAmount" },
    larger: { ...LABEL, kind: "greatest", of: ["monthlyBonus", "lossAmount"] },
    either: { ...LABEL, kind: "first-known", of: ["seriousness", "function"] },
  },
} as const satisfies NonNullable<Policy["derived"]>;

/** complaint-fines with what the policies of `rules/` use seldom or never where it decides an amount. */
export function everyConstruct(rules: Rules): LoadedVersion {
  return changed(rules, versionOf(rules, "complaint-fines", 2), ({ rules: own, derived, parameters }) => ({
    parameters: {
      ...parameters,
      some: { ...rate(0), value: 300_000, unit: "money" },
      part: { ...rate(0), value: 0.35, unit: "months" },
    },
    derived: { case: { ...derived?.case, ...DERIVED.case }, party: { ...derived?.party, ...DERIVED.party } },
    rules: [
      ...own,
      ...finesFor(CONDITIONS),
      // A second grade beside that of the table, so that the gravest has to stand.
      penaltyRule(
        "grade-for-everybody",
        { all: [{ fact: "partyKind", operator: "equal", value: "person" }] },
        {
          type: "grade",
          params: { grade: "minor-demerit" },
        },
      ),
      penaltyRule(
        "fine-each-point",
        { all: [{ fact: "responsible", operator: "equal", value: true }] },
        {
          type: "fine",
          params: {
            amount: { fact: "parameter.some" },
            times: { fact: "basePoints" },
            insteadOf: { fact: "parameter.some" },
          },
        },
      ),
      penaltyRule(
        "part-of-bonus",
        { all: [{ fact: "customerCaused", operator: "equal", value: true }] },
        {
          type: "deduct",
          params: { of: "bonus", months: { fact: "parameter.part" } },
        },
      ),
      penaltyRule(
        "objection",
        { all: [{ fact: "contractDisputeOnly", operator: "equal", value: true }] },
        { type: "suspend", params: {} },
      ),
    ],
  }));
}
