import {
  type ArithmeticLine,
  type InstalmentPlan,
  type LocalizedText,
  amountText,
  formatMinor,
  formatMonth,
  parseMonth,
} from "@evenhand/domain";
import { parameterUse } from "../load-version.ts";
import { type Run, addComputed, warn } from "../run.ts";
import { type Entry, totalOf } from "./entries.ts";
import type { Limits } from "./guard-limits.ts";
import type { Cap } from "./schedule.ts";
import type { StandingIn } from "./standing.ts";

/** A schedule of more months than this is said to be long. */
const LONG_MONTHS = 24;
const SHOWN_MONTHS = 6;

type Planned = {
  readonly plan: InstalmentPlan;
  readonly cap: Cap;
  readonly limits: Limits;
  /** The lowest of the cap and the guards' limits, minor units. */
  readonly ceiling: number;
  readonly standing: StandingIn;
};

/** Says how a person's total was spread over months: every limit with its arithmetic, then the months. */
export function explainPlan(run: Run, entry: Entry, planned: Planned): void {
  const { cap, limits, ceiling } = planned;
  const { policy } = run.loaded.version;
  const total = amountText(totalOf(entry), policy.currency);
  const months = monthLines(run, entry, planned);
  const shown =
    months.length <= SHOWN_MONTHS ? months : [...months.slice(0, SHOWN_MONTHS - 1), ...months.slice(-1)];
  const rate = parameterUse(policy.cap.rate.fact, policy);
  addComputed(run, {
    stage: "guard",
    party: entry.id,
    label: {
      en: `how ${total.en} is taken from the bonus of ${entry.id}`,
      zh: `从${entry.id}的奖金中扣减${total.zh}的安排`,
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
      ...closedLine(run),
      ...lowerMonths(run, entry, planned),
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

function monthLines(run: Run, entry: Entry, { plan, standing }: Planned): readonly ArithmeticLine[] {
  const { currency } = run.loaded.version.policy;
  return plan.schedule.map(({ month, amountMinor }) => {
    const { takenMinor } = standing(entry.id, parseMonth(month) ?? 0);
    const before = amountText(takenMinor, currency);
    const earlier: LocalizedText = {
      en: `${month}, ${before.en} already planned`,
      zh: `${month}，此前已安排${before.zh}`,
    };
    return {
      label: takenMinor === 0 ? { en: month, zh: month } : earlier,
      formula: formatMinor(amountMinor, currency),
      resultMinor: amountMinor,
    };
  });
}

/** Where payroll is closed beyond the month of the decision: what comes first instead. */
function closedLine({ firstMonth, closedThrough }: Run): readonly ArithmeticLine[] {
  if (closedThrough === undefined) return [];
  const closed = formatMonth(closedThrough);
  return [
    {
      label: {
        en: `the first month that is left, since payroll is closed through ${closed}`,
        zh: `${closed}及以前的工资已结账，最早可扣的月份`,
      },
      formula: formatMonth(firstMonth),
    },
  ];
}

type LowerMonths = { readonly from: number; to: number; readonly atMostMinor: number };

/** Months in which the terms of what stands there leave less than this plan's own ceiling, and which took all they could. */
function lowerMonths(
  run: Run,
  entry: Entry,
  { plan, ceiling, standing }: Planned,
): readonly ArithmeticLine[] {
  const planned = new Map(plan.schedule.map(({ month, amountMinor }) => [parseMonth(month), amountMinor]));
  const last = parseMonth(plan.schedule.at(-1)?.month ?? "") ?? run.firstMonth;
  const spans: LowerMonths[] = [];
  for (let month = run.firstMonth; month <= last; month += 1) {
    const { takenMinor, atMostMinor } = standing(entry.id, month);
    const isLowered = atMostMinor < ceiling && takenMinor < ceiling;
    if (!isLowered || takenMinor + (planned.get(month) ?? 0) < atMostMinor) continue;
    const open = spans.at(-1);
    if (open && open.to === month - 1 && open.atMostMinor === atMostMinor) open.to = month;
    else spans.push({ from: month, to: month, atMostMinor });
  }
  return spans.slice(0, SHOWN_MONTHS).map((span) => lowerLine(run, span));
}

function lowerLine(run: Run, { from, to, atMostMinor }: LowerMonths): ArithmeticLine {
  const [first, last] = [formatMonth(from), formatMonth(to)];
  return {
    label: {
      en: `at most in ${from === to ? first : `each month from ${first} to ${last}`}, by the terms of what stands there`,
      zh: `${from === to ? first : `${first}至${last}每月`}最多可扣（按已有安排的限额）`,
    },
    formula: formatMinor(atMostMinor, run.loaded.version.policy.currency),
    resultMinor: atMostMinor,
  };
}

function lowestOf(run: Run, ceiling: number): ArithmeticLine {
  return {
    label: { en: "the lowest of these holds for each month", zh: "每月按其中最低者执行" },
    formula: formatMinor(ceiling, run.loaded.version.policy.currency),
    resultMinor: ceiling,
  };
}

/** Says where a plan is long, and where something is left over. */
export function warnOfPlan(
  run: Run,
  entry: Entry,
  { schedule: months, outstandingMinor }: InstalmentPlan,
): void {
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
