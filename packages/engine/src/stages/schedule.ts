import {
  type ArithmeticLine,
  MOST_MONTHS,
  decimalFraction,
  floorOf,
  formatMinor,
  fraction,
  multiplyFractions,
  planInstalments,
} from "@evenhand/domain";
import { type Run, addComputed, warn } from "../run.ts";
import { type Entry, totalOf } from "./entries.ts";
import { explainPlan, warnOfPlan } from "./explain-plan.ts";
import { type GuardInForce, type Limits, limitsOf, takeOff } from "./guard-limits.ts";
import type { StandingIn } from "./standing.ts";
import { capRateOf, lastMonthOf, termsOf } from "./terms.ts";

export type Scheduling = { readonly guards: readonly GuardInForce[]; readonly standing: StandingIn };

/** The policy's own limit on a month, with its arithmetic. */
export type Cap = { readonly amountMinor: number; readonly line: ArithmeticLine };

/** What a person's deduction has to keep to: what the guards leave, the cap where the bonus is known, the room of each month. */
export type Bounds = {
  readonly limits: Limits;
  readonly cap?: Cap;
  /** The lowest of the cap and the guards' limits, minor units; 0 where the bonus is not known. */
  readonly ceiling: number;
  readonly roomIn: (month: number) => number;
  /** What did not fit into the one month that a guard allows has been taken off. */
  readonly cutToOneSum: boolean;
};

/** Lowers a person's amounts to what the guards leave of them, and says what a plan of the rest must keep to. */
export function boundsOf(run: Run, entry: Entry, { guards, standing }: Scheduling): Bounds {
  const limits = limitsOf(run, entry, guards);
  const bonus = entry.pay.get("monthlyBonus");
  const cap = bonus === undefined || bonus === 0 ? undefined : monthlyCap(run, bonus);
  const ceiling = cap
    ? Math.min(cap.amountMinor, ...limits.monthly.map(({ amountMinor }) => amountMinor))
    : 0;
  const roomIn = (month: number): number => {
    const { takenMinor, atMostMinor } = standing(entry.id, month);
    return Math.max(0, Math.min(ceiling, atMostMinor) - takenMinor);
  };
  const bounds = { limits, ceiling, roomIn, cutToOneSum: false, ...(cap ? { cap } : {}) };
  const isOneSum = limits.oneSum && cap !== undefined && !entry.suspended;
  const settled = isOneSum ? inOneSum(run, entry, { bounds, guards }) : bounds;
  entry.terms = termsOf(run, entry, settled.limits);
  return settled;
}

/** What does not fit into the one month is off for good, also while a guard that lacks a figure makes the rest wait. */
function inOneSum(
  run: Run,
  entry: Entry,
  { bounds, guards }: { readonly bounds: Bounds; readonly guards: readonly GuardInForce[] },
): Bounds {
  const { limits, roomIn } = bounds;
  const single = guards.find(({ period }) => !period.carry.allowed || !period.carry.instalments);
  const keep = monthsAllowed(run, limits) === 0 ? 0 : roomIn(run.firstMonth);
  const isCharged = totalOf(entry) > 0;
  if (single)
    takeOff(run, entry, single, {
      keep,
      references: single.period.carry.references ?? single.period.references,
      why: { en: "to be taken in one sum, in one month", zh: "须在一个月内一次扣清，不得分期" },
    });
  return {
    ...bounds,
    cutToOneSum: isCharged,
    limits: { ...limits, mostInAllMinor: Math.min(limits.mostInAllMinor, keep) },
  };
}

/**
 * Plans how a person's total comes off their bonus: from the first month that payroll has not closed on, the month of the
 * decision at the earliest, within the cap and every guard, over what is already scheduled. Suspended or blocked amounts
 * wait; without a bonus nothing is scheduled.
 */
export function planDeduction(run: Run, entry: Entry, bounds: Bounds, standing: StandingIn): void {
  const { cap, ceiling, limits, roomIn, cutToOneSum } = bounds;
  if (entry.suspended || (totalOf(entry) === 0 && !cutToOneSum)) return noteWait(run, entry);
  if (!cap) return warnOfNoBonus(run, entry);
  if (entry.blocked) return;
  const plan = planInstalments({
    amountMinor: totalOf(entry),
    fromMonth: run.firstMonth,
    months: monthsAllowed(run, limits),
    roomIn,
  });
  entry.schedule = plan.schedule;
  explainPlan(run, entry, { plan, cap, limits, ceiling, standing });
  warnOfPlan(run, entry, plan);
}

function warnOfNoBonus(run: Run, entry: Entry): void {
  warn(
    run,
    "no-bonus",
    entry.pay.has("monthlyBonus")
      ? {
          en: `${entry.id} has a monthly bonus of 0.00, so nothing can be deducted; the amount stays outstanding`,
          zh: `${entry.id}的月度奖金为0，无可扣减，金额保留为待扣`,
        }
      : {
          en: `the monthly bonus of ${entry.id} is not known, so nothing is scheduled; the amount stays outstanding`,
          zh: `${entry.id}的月度奖金未知，不安排扣减，金额保留为待扣`,
        },
    entry.id,
  );
}

function noteWait(run: Run, entry: Entry): void {
  if (!entry.suspended || totalOf(entry) === 0) return;
  addComputed(run, {
    stage: "guard",
    party: entry.id,
    label: {
      en: `decided, but nothing is deducted from ${entry.id} until the objection ends`,
      zh: `已作出决定，但在异议处理结束前暂不扣减${entry.id}`,
    },
  });
}

/** floor(capRate × monthlyBonus), in minor units (shared arithmetic, 4). */
function monthlyCap(run: Run, bonus: number): Cap {
  const { currency } = run.loaded.version.policy;
  const rate = capRateOf(run);
  const amountMinor = floorOf(multiplyFractions(fraction(bonus), decimalFraction(rate)));
  return {
    amountMinor,
    line: {
      label: { en: "the most that a month may take", zh: "每月最多可扣" },
      formula: `${formatMinor(bonus, currency)} × ${rate} = ${formatMinor(amountMinor, currency)}`,
      resultMinor: amountMinor,
    },
  };
}

/** None, where payroll is closed beyond the last month that a guard allows. */
function monthsAllowed(run: Run, limits: Limits): number {
  const most = limits.oneSum ? 1 : MOST_MONTHS;
  return Math.max(0, Math.min(most, lastMonthOf(limits) - run.firstMonth + 1));
}
