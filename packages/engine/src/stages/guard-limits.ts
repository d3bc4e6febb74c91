import {
  type Fraction,
  GUARD_FACTS,
  type Guard,
  type GuardCap,
  type GuardPeriod,
  type LocalizedText,
  type Reference,
  STANDARD_FACTS,
  type WageFact,
  amountText,
  decimalFraction,
  floorOf,
  formatMinor,
  fraction,
  multiplyFractions,
  parseDay,
} from "@evenhand/domain";
import { type Run, addComputed, warn } from "../run.ts";
import { type Entry, totalOf } from "./entries.ts";

/** A limit on what one month may take, with the words that explain it. */
export type MonthlyLimit = {
  readonly amountMinor: number;
  /** Of a limit that is a part of the month's bonus: the rate, which holds of whatever the bonus turns out to be. */
  readonly ofBonus?: number;
  readonly label: LocalizedText;
  readonly formula: string;
  readonly references: readonly Reference[];
};

/** What the guards leave of a person's deduction. */
export type Limits = {
  readonly monthly: readonly MonthlyLimit[];
  /** All in the first month; what does not fit there is not deductible. */
  readonly oneSum: boolean;
  /** Only a share of a loss may be taken. */
  readonly lossOnly: boolean;
  /** The most that may be taken for this act in all, minor units; Infinity where no guard says. */
  readonly mostInAllMinor: number;
  /** The last epoch day on which a month may begin; absent where instalments may go on. */
  readonly untilDay?: number;
};

export type GuardInForce = { readonly guard: Guard; readonly period: GuardPeriod };

/** The guards of the policy, each with the period in force on the day of the decision. */
export function guardsInForce(run: Run): readonly GuardInForce[] {
  return run.loaded.guards.flatMap((guard) => {
    const period = guard.periods.findLast(
      (candidate) => (parseDay(candidate.effectiveFrom) ?? Infinity) <= run.decidedOn,
    );
    return period ? [{ guard, period }] : [];
  });
}

/**
 * Lowers a person's amounts to what the guards allow in all, and gives the limits that hold in each month. A figure a
 * guard needs and does not find blocks: nothing is scheduled, the amount stays outstanding, and a warning says why.
 * INVARIANT: every step only lowers; a further guard never raises a deduction.
 */
export function limitsOf(run: Run, entry: Entry, guards: readonly GuardInForce[]): Limits {
  const monthly: MonthlyLimit[] = [];
  const inAll: number[] = [];
  let oneSum = false;
  let untilDay: number | undefined;
  for (const each of guards) {
    const { period } = each;
    if (period.moneyPenalty === "forbidden") inAll.push(0);
    if (period.moneyPenalty === "loss-only") inAll.push(onlyTheLoss(run, entry, each));
    if (isBlocked(run, entry, each)) continue;
    inAll.push(withinLimitation(run, entry, each));
    if (period.perActCap) inAll.push(capTheAct(run, entry, each, period.perActCap));
    for (const cap of [period.perPeriodCap, period.allDeductionsCap]) {
      const limit = cap && limitOf(run, entry, each, cap);
      if (limit) monthly.push(limit);
    }
    const floor = floorLimit(run, entry, each);
    if (floor) monthly.push(floor);
    if (!period.carry.allowed || !period.carry.instalments) oneSum = true;
    if (period.carry.horizonDays !== undefined)
      untilDay = Math.min(untilDay ?? Infinity, run.decidedOn + period.carry.horizonDays);
  }
  return {
    monthly,
    oneSum,
    lossOnly: guards.some(({ period }) => period.moneyPenalty === "loss-only"),
    mostInAllMinor: Math.min(...inAll),
    ...(untilDay === undefined ? {} : { untilDay }),
  };
}

/** Each of these takes off what is too much, and gives the most that its guard allows in all. */
function onlyTheLoss(run: Run, entry: Entry, each: GuardInForce): number {
  takeOff(run, entry, each, {
    keep: entry.lossMinor,
    penaltiesOnly: true,
    references: each.period.references,
    why: {
      en: "only a share of a loss may be deducted, no fine",
      zh: "只可扣减损失分担额，不得罚款",
    },
  });
  return entry.lossMinor;
}

function caseDay(run: Run, fact: string): number | undefined {
  const value = run.facts.caseSlots[run.loaded.layout.slotOf.get(fact) ?? -1];
  return typeof value === "number" ? value : undefined;
}

function isBlocked(run: Run, entry: Entry, { guard, period }: GuardInForce): boolean {
  const days = [
    ...(period.requires ?? []).map(({ fact }) => fact),
    ...(period.limitationDays ? (["actOn"] as const) : []),
  ];
  const missing: string[] = days.filter((fact) => {
    const day = caseDay(run, fact);
    return day === undefined || day > run.decidedOn;
  });
  const bases = [period.perActCap, period.perPeriodCap, period.allDeductionsCap].flatMap((cap) =>
    cap && "base" in cap ? [cap.base] : [],
  );
  if (period.floor) bases.push(period.floor.base, "monthlyWage");
  for (const base of new Set<WageFact>(bases)) if (wageOf(entry, base) === undefined) missing.push(base);
  if (missing.length === 0) return false;
  entry.blocked = true;
  warn(
    run,
    "guard-figure-missing",
    {
      en: `${guard.title.en} needs ${missing.map((name) => `\`${name}\``).join(", ")} for ${entry.id}, stated and not after the day of the decision; until then nothing is scheduled and the amount stays outstanding`,
      zh: `${guard.title.zh}：缺少${entry.id}的${missing.map((name) => `\`${name}\``).join("、")}，或其日期晚于处理决定日；补正之前不安排扣减，金额保留为待扣`,
    },
    entry.id,
  );
  return true;
}

function withinLimitation(run: Run, entry: Entry, each: GuardInForce): number {
  const { limitationDays } = each.period;
  const acted = caseDay(run, "actOn");
  if (!limitationDays || acted === undefined) return Infinity;
  const passed = run.decidedOn - acted;
  if (passed <= limitationDays.days) return Infinity;
  takeOff(run, entry, each, {
    keep: 0,
    references: limitationDays.references,
    why: {
      en: `${passed} days have passed since the act, more than ${limitationDays.days}`,
      zh: `距行为发生已过${passed}日，超过${limitationDays.days}日`,
    },
  });
  return 0;
}

function capTheAct(run: Run, entry: Entry, each: GuardInForce, cap: GuardCap): number {
  const limit = limitOf(run, entry, each, cap);
  if (!limit) return Infinity;
  takeOff(run, entry, each, {
    keep: limit.amountMinor,
    references: cap.references,
    why: { en: `at most ${limit.formula} for one act`, zh: `同一行为最多扣减：${limit.formula}` },
  });
  return limit.amountMinor;
}

function limitOf(run: Run, entry: Entry, { guard }: GuardInForce, cap: GuardCap): MonthlyLimit | undefined {
  const { currency } = run.loaded.version.policy;
  if ("amountMinor" in cap)
    return {
      amountMinor: cap.amountMinor,
      label: guard.title,
      formula: formatMinor(cap.amountMinor, currency),
      references: cap.references,
    };
  const wage = wageOf(entry, cap.base);
  if (wage === undefined) return undefined;
  const exact: Fraction = multiplyFractions(fraction(wage), decimalFraction(cap.rate));
  const amountMinor = floorOf(exact);
  return {
    amountMinor,
    ...(cap.base === "monthlyBonus" ? { ofBonus: cap.rate } : {}),
    label: {
      en: `${guard.title.en}, a part of the ${wageLabel(cap.base).en}`,
      zh: `${guard.title.zh}，按${wageLabel(cap.base).zh}的比例`,
    },
    formula: `${formatMinor(wage, currency)} × ${cap.rate} = ${formatMinor(amountMinor, currency)}`,
    references: cap.references,
  };
}

function floorLimit(run: Run, entry: Entry, { guard, period }: GuardInForce): MonthlyLimit | undefined {
  if (!period.floor) return undefined;
  const [wage, floor] = [wageOf(entry, "monthlyWage"), wageOf(entry, period.floor.base)];
  if (wage === undefined || floor === undefined) return undefined;
  const { currency } = run.loaded.version.policy;
  const amountMinor = Math.max(0, wage - floor);
  return {
    amountMinor,
    label: {
      en: `${guard.title.en}, what the wage leaves above the ${wageLabel(period.floor.base).en}`,
      zh: `${guard.title.zh}，工资高于${wageLabel(period.floor.base).zh}的部分`,
    },
    formula: `${formatMinor(wage, currency)} − ${formatMinor(floor, currency)} = ${formatMinor(wage - floor, currency)}`,
    references: period.floor.references,
  };
}

function wageLabel(base: WageFact): LocalizedText {
  return base === "monthlyBonus" ? STANDARD_FACTS.party.monthlyBonus.label : GUARD_FACTS.party[base].label;
}

function wageOf(entry: Entry, base: WageFact): number | undefined {
  return entry.pay.get(base);
}

export type TakeOff = {
  readonly keep: number;
  readonly penaltiesOnly?: boolean;
  readonly references: readonly Reference[];
  readonly why: LocalizedText;
};

/** Takes what exceeds `keep` off for good: first what is computed from the bonus, then fines, the share of the loss last. */
export function takeOff(
  run: Run,
  entry: Entry,
  { guard }: GuardInForce,
  { keep, penaltiesOnly, references, why }: TakeOff,
): void {
  let excess = totalOf(entry) - keep;
  if (excess <= 0) return;
  const before = totalOf(entry);
  for (const part of penaltiesOnly
    ? (["bonusPenaltyMinor", "fineMinor"] as const)
    : (["bonusPenaltyMinor", "fineMinor", "lossMinor"] as const)) {
    const off = Math.min(entry[part], excess);
    entry[part] -= off;
    entry.notDeductibleMinor += off;
    if (part === "lossMinor") entry.loweredLossMinor += off;
    excess -= off;
  }
  const { currency } = run.loaded.version.policy;
  const lost = amountText(before - totalOf(entry), currency);
  const formula = `${formatMinor(before, currency)} → ${formatMinor(totalOf(entry), currency)}`;
  addComputed(run, {
    stage: "guard",
    party: entry.id,
    label: guard.title,
    references,
    arithmetic: [{ label: why, formula, resultMinor: totalOf(entry) }],
  });
  warn(
    run,
    "guard-lowered",
    {
      en: `${guard.title.en}: ${why.en}; ${lost.en} is not deductible from ${entry.id}`,
      zh: `${guard.title.zh}：${why.zh}；${entry.id}的${lost.zh}不得扣减`,
    },
    entry.id,
  );
}
