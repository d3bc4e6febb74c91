import {
  type ArithmeticLine,
  type LocalizedText,
  amountText,
  decimalFraction,
  floorOf,
  formatMinor,
  fraction,
  monthOf,
  multiplyFractions,
  parseDay,
  parseMonth,
} from "@evenhand/domain";
import { parameterUse } from "../load-version.ts";
import { type Run, addComputed, numberOf, warn } from "../run.ts";
import { type Entry, totalOf } from "./entries.ts";
import { type GuardInForce, type Limits, limitsOf, takeOff } from "./guard-limits.ts";
import { MOST_MONTHS, type Plan, planInstalments } from "./plan.ts";

/** What is already planned, in minor units, by party and month (months since year 0). */
export type Taken = (party: string, month: number) => number;

/** A schedule of more months than this is said to be long. */
const LONG_MONTHS = 24;
const SHOWN_MONTHS = 6;

type Scheduling = { readonly guards: readonly GuardInForce[]; readonly taken: Taken };

/**
 * Plans how a person's total comes off their bonus: from the month of the decision on, within the cap and every guard, over
 * what is already scheduled. Suspended or blocked amounts wait; without a bonus nothing is scheduled.
 */
export function scheduleDeduction(run: Run, entry: Entry, { guards, taken }: Scheduling): void {
  const limits = limitsOf(run, entry, guards);
  const bonus = entry.pay.get("monthlyBonus");
  if (entry.suspended || totalOf(entry) === 0) return noteWait(run, entry);
  if (bonus === undefined || bonus === 0) {
    const known = bonus !== undefined;
    warn(
      run,
      "no-bonus",
      known
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
    return;
  }
  const cap = monthlyCap(run, bonus);
  const ceiling = Math.min(cap.amountMinor, ...limits.monthly.map((limit) => limit.amountMinor));
  const fromMonth = monthOf(run.decidedOn);
  const roomIn = (month: number): number => Math.max(0, ceiling - taken(entry.id, month));
  // What another guard takes off for good stays off while one that lacks a figure makes the rest wait.
  if (limits.oneSum) takeOffRest(run, entry, { guards, room: roomIn(fromMonth) });
  if (entry.blocked) return;
  const plan = planInstalments({
    amountMinor: totalOf(entry),
    fromMonth,
    months: monthsAllowed(limits, fromMonth),
    roomIn,
  });
  entry.schedule = plan.schedule;
  explainPlan(run, entry, { plan, cap, limits, ceiling, taken });
  warnOfPlan(run, entry, plan);
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

type Cap = { readonly amountMinor: number; readonly line: ArithmeticLine };

/** floor(capRate × monthlyBonus), in minor units (shared arithmetic, 4). */
function monthlyCap(run: Run, bonus: number): Cap {
  const { cap, currency } = run.loaded.version.policy;
  const rate = numberOf(run, cap.rate, run.facts.caseSlots) ?? 0;
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

function takeOffRest(
  run: Run,
  entry: Entry,
  { guards, room }: { readonly guards: readonly GuardInForce[]; readonly room: number },
): void {
  const single = guards.find(({ period }) => !period.carry.allowed || !period.carry.instalments);
  if (!single) return;
  takeOff(run, entry, single, {
    keep: room,
    references: single.period.carry.references ?? single.period.references,
    why: { en: "to be taken in one sum, in one month", zh: "须在一个月内一次扣清，不得分期" },
  });
}

/** Months are written with four digits of the year. */
const LAST_MONTH = monthOf(parseDay("9999-12-31") ?? 0);

function monthsAllowed(limits: Limits, fromMonth: number): number {
  if (limits.oneSum) return 1;
  const last =
    limits.untilDay === undefined
      ? LAST_MONTH
      : Math.min(LAST_MONTH, Math.max(fromMonth, monthOf(limits.untilDay)));
  return Math.min(MOST_MONTHS, last - fromMonth + 1);
}

type Planned = {
  readonly plan: Plan;
  readonly cap: Cap;
  readonly limits: Limits;
  /** The lowest of the cap and the guards' limits, minor units. */
  readonly ceiling: number;
  readonly taken: Taken;
};

function explainPlan(run: Run, entry: Entry, { plan, cap, limits, ceiling, taken }: Planned): void {
  const { policy } = run.loaded.version;
  const write = (minor: number): string => formatMinor(minor, policy.currency);
  const inWords = (minor: number): LocalizedText => amountText(minor, policy.currency);
  const months = plan.schedule.map(({ month, amountMinor }): ArithmeticLine => {
    const before = taken(entry.id, parseMonth(month) ?? 0);
    const earlier: LocalizedText = {
      en: `${month}, ${inWords(before).en} already planned`,
      zh: `${month}，此前已安排${inWords(before).zh}`,
    };
    return {
      label: before === 0 ? { en: month, zh: month } : earlier,
      formula: write(amountMinor),
      resultMinor: amountMinor,
    };
  });
  const shown =
    months.length <= SHOWN_MONTHS ? months : [...months.slice(0, SHOWN_MONTHS - 1), ...months.slice(-1)];
  const rate = parameterUse(policy.cap.rate.fact, policy);
  addComputed(run, {
    stage: "guard",
    party: entry.id,
    label: {
      en: `how ${inWords(totalOf(entry)).en} is taken from the bonus of ${entry.id}`,
      zh: `从${entry.id}的奖金中扣减${inWords(totalOf(entry)).zh}的安排`,
    },
    references: rate?.references ?? [],
    ...(rate ? { parameters: [rate] } : {}),
    arithmetic: [
      cap.line,
      ...limits.monthly.map(({ label, formula, amountMinor, references }) => ({
        label: { en: `at most, by ${label.en}`, zh: `法定上限（${label.zh}）` },
        formula,
        resultMinor: amountMinor,
        references,
      })),
      ...(limits.monthly.length > 0 ? [lowestOf(run, ceiling)] : []),
      ...shown,
    ],
    ...(shown.length < months.length
      ? {
          note: {
            en: `${months.length} months in all; the first ${SHOWN_MONTHS - 1} and the last are shown`,
            zh: `共${months.length}个月，仅列前${SHOWN_MONTHS - 1}个月和最后一个月`,
          },
        }
      : {}),
  });
}

function lowestOf(run: Run, ceiling: number): ArithmeticLine {
  return {
    label: { en: "the lowest of these holds for each month", zh: "每月按其中最低者执行" },
    formula: formatMinor(ceiling, run.loaded.version.policy.currency),
    resultMinor: ceiling,
  };
}

function warnOfPlan(run: Run, entry: Entry, { schedule: months, outstandingMinor }: Plan): void {
  const { id } = entry;
  if (months.length > LONG_MONTHS) {
    warn(
      run,
      "long-schedule",
      {
        en: `the deduction from ${id} runs over ${months.length} months, longer than ${LONG_MONTHS}`,
        zh: `对${id}的扣减长达${months.length}个月，超过${LONG_MONTHS}个月`,
      },
      id,
    );
  }
  if (outstandingMinor === 0) return;
  const rest = amountText(outstandingMinor, run.loaded.version.policy.currency);
  if (months.length === 0)
    warn(
      run,
      "no-room",
      {
        en: `no month has room for a deduction from ${id}; ${rest.en} stays outstanding`,
        zh: `各月均无可扣${id}的余额，${rest.zh}保留为待扣`,
      },
      id,
    );
  else
    warn(
      run,
      "schedule-cut",
      {
        en: `${rest.en} of the deduction from ${id} does not fit into the months allowed and stays outstanding`,
        zh: `对${id}的扣减有${rest.zh}超出允许的月数，保留为待扣`,
      },
      id,
    );
}

/** Prior instalments summed by party and month. */
export function takenBy(
  scheduled: readonly { readonly party: string; readonly month: string; readonly amountMinor: number }[],
): Taken {
  const sums = new Map<string, Map<number, number>>();
  for (const { party, month, amountMinor } of scheduled) {
    const months = sums.get(party) ?? new Map<number, number>();
    sums.set(party, months);
    const at = parseMonth(month) ?? 0;
    months.set(at, (months.get(at) ?? 0) + amountMinor);
  }
  return (party, month) => sums.get(party)?.get(month) ?? 0;
}
