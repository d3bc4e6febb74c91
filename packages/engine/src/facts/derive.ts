import {
  type DerivedFact,
  type Finding,
  type Fraction,
  type PartyTest,
  type Policy,
  addCalendarMonths,
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  fraction,
  localDay,
  parseDay,
  snapToMillionth,
  subtractFractions,
  PARAMETER_PREFIX,
} from "@evenhand/domain";
import { CaseRefused, problem } from "../problems.ts";
import type { ConditionValue } from "../rules/rule-set.ts";

/** What a derived fact may look at besides the facts of its own scope. */
export type DerivationContext = {
  readonly policy: Policy;
  /** The facts of each party, `partyKind` included, for the ones that count over parties. */
  readonly parties: readonly FactLookup[];
  readonly record: readonly Finding[];
  /** The local day by which the version was chosen, or the day of evaluation. */
  readonly asOfDay: number;
};

/** Reads a fact by name; derived facts may read one another through it. */
export type FactLookup = { readonly id: string | undefined; read(name: string): ConditionValue };

const MS_PER_UNIT = { "hours-between": 3_600_000n, "minutes-between": 60_000n } as const;

/**
 * The value of a derived fact as conditions see it. Unknown sources give an unknown, `first-known` and `greatest` aside;
 * exact ratios and durations are snapped to the millionth so that thresholds of six places compare exactly.
 */
export function derive(derived: DerivedFact, facts: FactLookup, context: DerivationContext): ConditionValue {
  switch (derived.kind) {
    case "days-between":
    case "hours-between":
    case "minutes-between":
      return between(derived, facts, context.policy);
    case "ratio":
      return ratio(facts.read(derived.numerator), facts.read(derived.denominator));
    case "relative-excess": {
      const [of, over] = [asFraction(facts.read(derived.of)), asFraction(facts.read(derived.over))];
      if (!of || !over || over.numerator === 0n) return null;
      return snapToMillionth(divideFractions(subtractFractions(of, over), over));
    }
    case "count": {
      const set = facts.read(derived.of);
      return Array.isArray(set) ? set.length : null;
    }
    case "sum":
    case "maximum":
      return overParties(derived.kind, derived.of, derived.where ?? [], context);
    case "count-parties":
      return context.parties.filter((party) => passes(party, derived.where)).length;
    case "on-record":
      return onRecord(derived.code, facts.read(derived.months.fact), facts.id, context);
    case "first-known":
      return derived.of.map((name) => facts.read(name)).find((value) => value !== null) ?? null;
    case "greatest": {
      const known = derived.of.map((name) => facts.read(name)).filter((value) => typeof value === "number");
      return known.length === 0 ? null : Math.max(...known);
    }
    case "local-day": {
      const instant = facts.read(derived.of);
      return typeof instant === "number" ? localDay(instant, context.policy.timeZone) : null;
    }
  }
}

type Between = Extract<DerivedFact, { readonly kind: "days-between" | "hours-between" | "minutes-between" }>;

function between(derived: Between, facts: FactLookup, policy: Policy): ConditionValue {
  const [from, to] = [facts.read(derived.from), facts.read(derived.to)];
  if (typeof from !== "number" || typeof to !== "number") return null;
  const passed =
    derived.kind === "days-between"
      ? fraction(to - from)
      : fraction(BigInt(to - from), MS_PER_UNIT[derived.kind]);
  if (!derived.after) return snapToMillionth(passed);
  const allowed = policy.parameters[derived.after.fact.slice(PARAMETER_PREFIX.length)]?.value;
  return typeof allowed === "number"
    ? snapToMillionth(subtractFractions(passed, decimalFraction(allowed)))
    : null;
}

function ratio(numerator: ConditionValue, denominator: ConditionValue): ConditionValue {
  const [top, bottom] = [asFraction(numerator), asFraction(denominator)];
  return !top || !bottom || bottom.numerator === 0n ? null : snapToMillionth(divideFractions(top, bottom));
}

function overParties(
  kind: "sum" | "maximum",
  fact: string,
  where: readonly PartyTest[],
  context: DerivationContext,
): ConditionValue {
  const known = context.parties
    .filter((party) => passes(party, where))
    .map((party) => asFraction(party.read(fact)))
    .filter((value) => value !== undefined);
  if (known.length === 0) return kind === "sum" ? 0 : null;
  const total = known.reduce((sum, value) =>
    kind === "sum" ? addFractions(sum, value) : compareFractions(value, sum) > 0 ? value : sum,
  );
  const tooFine = total.denominator !== 1n && compareFractions(total, MOST_WITH_PLACES) > 0;
  if (tooFine || compareFractions(total, MOST_WHOLE) > 0) throw new CaseRefused([beyondExactness(fact)]);
  return snapToMillionth(total);
}

/** Beyond this a number with six decimal places is not exact any more, and beyond the other not even a whole one. */
const MOST_WITH_PLACES = fraction(4_000_000_000);
const MOST_WHOLE = fraction(Number.MAX_SAFE_INTEGER);

function beyondExactness(fact: string): CaseRefused["problems"][number] {
  return problem({
    code: "out-of-range",
    at: "/case/parties",
    en: `\`${fact}\` adds up over the parties to more than can be reckoned exactly`,
    zh: `各当事方的\`${fact}\`合计超出可精确计算的范围`,
  });
}

function onRecord(
  code: string,
  months: ConditionValue,
  party: string | undefined,
  context: DerivationContext,
): ConditionValue {
  if (typeof months !== "number" || party === undefined) return null;
  const since = addCalendarMonths(context.asOfDay, -months);
  return context.record.filter((finding) => {
    if (finding.party !== party || finding.code !== code) return false;
    const day = dayOf(finding);
    return day >= since && day < context.asOfDay;
  }).length;
}

function dayOf({ code, occurredOn }: Finding): number {
  const day = parseDay(occurredOn);
  if (day === undefined) throw new Error(`the finding ${code} is dated ${occurredOn}, which is no day`);
  return day;
}

function passes(party: FactLookup, tests: readonly PartyTest[]): boolean {
  return tests.every(({ fact, operator, value }) => {
    const seen = party.read(fact);
    if (value === null) return operator === "equal" ? seen === null : seen !== null;
    if (seen === null) return false;
    if (operator === "in") return Array.isArray(value) && value.includes(seen as string);
    return operator === "equal" ? seen === value : seen !== value;
  });
}

function asFraction(value: ConditionValue): Fraction | undefined {
  return typeof value === "number" ? decimalFraction(value) : undefined;
}
