import {
  type ArithmeticLine,
  type Deadline,
  type EventOf,
  MAX_WORKING_DAYS,
  addWorkingDays,
  formatDay,
  formatInstant,
  instantOn,
  localDay,
  pointer,
  wordLabel,
} from "@evenhand/domain";
import { CaseRefused, problem } from "../problems.ts";
import { type Fired, type Run, type Steps, askStage, giveWay, numberOf, warn } from "../run.ts";
import { takeNotice } from "./notices.ts";

/** When each step is due. Of two rules on one step the first by priority stands. */
export function* deadline(run: Run): Steps<void> {
  for (const fired of yield* askStage(run, "deadline")) {
    const { event } = fired.rule.rule;
    if (event.type === "due") setDue(run, event.params, fired);
    else takeNotice(run, fired);
  }
}

const MS_PER = { hours: 3_600_000, minutes: 60_000 } as const;

function setDue(run: Run, params: EventOf<"due">["params"], fired: Fired): void {
  const { step } = params;
  if (run.deadlines.some((known) => known.step === step)) {
    giveWay(fired, { en: "another rule already sets this deadline", zh: "该期限已由优先级更高的规则确定" });
    return;
  }
  const from = numberOf(run, { fact: params.from }, fired.slots);
  const within = numberOf(run, params.within, fired.slots);
  if (from === undefined || within === undefined) return;
  if (!Number.isInteger(within) || within < 0 || within > MAX_WORKING_DAYS)
    throw new Error(`rule ${fired.rule.id} counts ${within} units`);
  const { due, counted } = dueFrom(run, params, { from, within });
  if ((due.dueOn ?? due.dueAt ?? "").startsWith("+")) throw new CaseRefused([beyondCalendar(params.from)]);
  run.deadlines.push(due);
  explainDue(run, fired, { params, due, counted, within });
  if (due.provisional) warnProvisional(run, due);
}

/** Days are written with four digits of the year; a deadline after 9999-12-31 is a slip in the fact it counts from. */
function beyondCalendar(fact: string): CaseRefused["problems"][number] {
  return problem({
    code: "out-of-range",
    at: pointer("case", "facts", fact),
    en: `a deadline counted from \`${fact}\` would fall after the year 9999`,
    zh: `自\`${fact}\`起算的期限将超出9999年`,
  });
}

type Count = { readonly from: number; readonly within: number };

/** `counted`: the working days that were counted, epoch days; empty for other units. */
type Due = { readonly due: Deadline; readonly counted: readonly number[] };

function dueFrom(run: Run, params: EventOf<"due">["params"], { from, within }: Count): Due {
  const { timeZone } = run.loaded.version.policy;
  const { step, unit, at } = params;
  if (unit === "hours" || unit === "minutes") {
    return {
      due: { step, dueAt: formatInstant(from + within * MS_PER[unit], timeZone), provisional: false },
      counted: [],
    };
  }
  const isInstant = run.loaded.catalogue.get(params.from)?.type === "instant";
  const start = isInstant ? localDay(from, timeZone) : from;
  const { day, provisional, counted } =
    unit === "working-days"
      ? addWorkingDays(run.loaded.calendar, start, within)
      : { day: start + within, provisional: false, counted: [] };
  const due: Deadline =
    at === undefined
      ? { step, dueOn: formatDay(day), provisional }
      : { step, dueAt: formatInstant(instantOn(day, at, timeZone), timeZone), provisional };
  return { due, counted };
}

const UNITS = {
  "calendar-days": { en: "calendar days", zh: "日（自然日）" },
  "working-days": { en: "working days", zh: "个工作日" },
  hours: { en: "hours", zh: "小时" },
  minutes: { en: "minutes", zh: "分钟" },
} as const;

type Explained = Due & { readonly params: EventOf<"due">["params"]; readonly within: number };

function explainDue(run: Run, fired: Fired, { params, due, counted, within }: Explained): void {
  const { timeZone } = run.loaded.version.policy;
  const entry = run.loaded.catalogue.get(params.from);
  const from = numberOf(run, { fact: params.from }, fired.slots) ?? 0;
  const start = entry?.type === "instant" ? formatInstant(from, timeZone) : formatDay(from);
  const unit = UNITS[params.unit];
  fired.step.arithmetic = [
    {
      label: {
        en: `${within} ${within === 1 ? unit.en.replace(/s$/, "") : unit.en} from the ${entry?.label.en ?? params.from}`,
        zh: `自${entry?.label.zh ?? params.from}起${within}${unit.zh}`,
      },
      formula: `${start} + ${within} = ${due.dueOn ?? due.dueAt ?? ""}`,
    },
    ...(counted.length > 0 ? [countedDays(run, counted)] : []),
  ];
}

const MOST_DAYS_SHOWN = 20;

function countedDays({ loaded: { calendar } }: Run, counted: readonly number[]): ArithmeticLine {
  const days = counted.slice(0, MOST_DAYS_SHOWN).map(formatDay).join(", ");
  return {
    label: {
      en: `working days counted by the calendar ${calendar.id}, version ${calendar.version}`,
      zh: `按工作日历${calendar.id}第${calendar.version}版计入的工作日`,
    },
    formula: counted.length > MOST_DAYS_SHOWN ? `${days}, …` : days,
  };
}

function warnProvisional(run: Run, { step, dueOn, dueAt }: Deadline): void {
  const { calendar, version } = run.loaded;
  const name = wordLabel(step, version.policy.words);
  const covered = `${formatDay(calendar.coverage.from)} – ${formatDay(calendar.coverage.to)}`;
  warn(run, "provisional-deadline", {
    en: `the deadline "${name.en}" (${dueOn ?? dueAt ?? ""}) counts days outside the published calendar (${covered}) and may still move`,
    zh: `期限“${name.zh}”（${dueOn ?? dueAt ?? ""}）的计算超出已公布的工作日历（${covered}），仍可能变动`,
  });
}
