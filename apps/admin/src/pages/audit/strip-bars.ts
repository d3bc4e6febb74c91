import type { AuditDays } from "../../api/answers.ts";
import { dayAfter, dayNumber } from "../policy/effect.ts";
import type { Asked } from "./asked.ts";

/** The days that a strip shows, both included. */
export type StripDays = { readonly from: string; readonly to: string };

/** One bar: a day, or a month where the days are too many to be told apart. */
export type Bar = StripDays & { readonly events: number };

/** How far back a strip goes where nobody chose a first day. */
const USUAL_DAYS = 30;
/** More bars than these are too narrow to tell apart. */
const MOST_DAYS = 92;

/** The days that are asked for: up to the last one or today, and where no first one is named, the thirty days up to it. */
export function stripDays({ from, to }: Pick<Asked, "from" | "to">, today: string): StripDays {
  const last = to ?? today;
  return { from: from ?? dayAfter(last, 1 - USUAL_DAYS), to: last };
}

/**
 * A bar for each day, those without an event included. For more than 92 days a bar for each month, from the first that has
 * an event to the last. None where the first day comes after the last.
 *
 * @example
 * barsOf({ from: "2026-07-01", to: "2026-07-02" }, [{ day: "2026-07-02", events: 3 }])
 * // [{ from: "2026-07-01", to: "2026-07-01", events: 0 }, { from: "2026-07-02", to: "2026-07-02", events: 3 }]
 */
export function barsOf(asked: StripDays, days: AuditDays["days"]): readonly Bar[] {
  const counts = new Map(days.map(({ day, events }) => [day, events]));
  const isByDay = dayNumber(asked.to) - dayNumber(asked.from) < MOST_DAYS;
  const { from, to } = isByDay ? asked : monthsWithEvents(asked, days);
  const bars: { from: string; to: string; events: number }[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    const last = bars.at(-1);
    const events = counts.get(day) ?? 0;
    if (last && !isByDay && monthOf(last.to) === monthOf(day))
      Object.assign(last, { to: day, events: last.events + events });
    else bars.push({ from: day, to: day, events });
  }
  return bars;
}

function monthsWithEvents({ from, to }: StripDays, days: AuditDays["days"]): StripDays {
  const [first, last] = [days[0]?.day ?? to, days.at(-1)?.day ?? from];
  const [begins, ends] = [`${monthOf(first)}-01`, `${monthOf(last)}-31`];
  return { from: from > begins ? from : begins, to: to < ends ? to : ends };
}

function monthOf(day: string): string {
  return day.slice(0, "2026-07".length);
}

/** How many events there are in all, and the bar that has most of them; of several the first. */
export function stripFigures(bars: readonly Bar[]): {
  readonly events: number;
  readonly highest: Bar | undefined;
} {
  const events = bars.reduce((sum, bar) => sum + bar.events, 0);
  const most = Math.max(0, ...bars.map((bar) => bar.events));
  return { events, highest: most === 0 ? undefined : bars.find((bar) => bar.events === most) };
}
