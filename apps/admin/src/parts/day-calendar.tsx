import { addCalendarMonths, formatDay, parseDay } from "@evenhand/domain";
import { type JSX, Show, createSignal, onMount, untrack } from "solid-js";
import IconNext from "~icons/lucide/chevron-right";
import IconNextYear from "~icons/lucide/chevrons-right";
import IconPrevious from "~icons/lucide/chevron-left";
import IconPreviousYear from "~icons/lucide/chevrons-left";
import { formatDayWithWeekday, formatMonth, today } from "../format/format.ts";
import { useWords } from "../words/words.tsx";
import { Button } from "./button.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { daysSinceMonday } from "./weeks-of.ts";

/** Where each key leads from a day, both as days since 1970-01-01, as in the ARIA date picker dialog. */
const STEPS: Readonly<Record<string, (day: number, event: KeyboardEvent) => number>> = {
  ArrowLeft: (day) => day - 1,
  ArrowRight: (day) => day + 1,
  ArrowUp: (day) => day - 7,
  ArrowDown: (day) => day + 7,
  Home: (day) => day - daysSinceMonday(day),
  End: (day) => day - daysSinceMonday(day) + 6,
  PageUp: (day, { shiftKey }) => addCalendarMonths(day, shiftKey ? -12 : -1),
  PageDown: (day, { shiftKey }) => addCalendarMonths(day, shiftKey ? 12 : 1),
};

type DayCalendarOf = {
  /** `2026-07-10`; of any other text the calendar opens at today. */
  readonly day: string;
  readonly min?: string | undefined;
  readonly onChoose: (day: string) => void;
};

/** The days of a month to choose one of; the days before the first one are there and cannot be chosen. */
export function DayCalendar(props: DayCalendarOf): JSX.Element {
  const { t, language } = useWords();
  const { active, go } = createActiveDay(props);
  const month = (): string => formatMonth(monthOf(active()), language());
  let root: HTMLDivElement | undefined;
  const focusActive = (): void => root?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    go((day) => step(day, event));
    focusActive();
  };
  onMount(() => {
    root?.addEventListener("keydown", onKeyDown);
    focusActive();
  });
  return (
    <div class="day-calendar">
      <Turns month={month()} onTurn={(months) => go((day) => addCalendarMonths(day, months))} />
      <div ref={(element) => (root = element)}>
        <MonthGrid role="grid" month={monthOf(active())} caption={<span class="unseen">{month()}</span>}>
          {(day) => (
            <td aria-selected={day === props.day}>
              <button
                type="button"
                tabIndex={day === active() ? 0 : -1}
                disabled={props.min !== undefined && day < props.min}
                aria-current={day === today() ? "date" : undefined}
                aria-label={formatDayWithWeekday(day, language())}
                onClick={() => props.onChoose(day)}
              >
                {Number(day.slice(-2))}
              </button>
            </td>
          )}
        </MonthGrid>
      </div>
      <Show when={props.min === undefined || today() >= props.min}>
        <Button kind="quiet" onClick={() => props.onChoose(today())}>
          {t("asOf.today")}
        </Button>
      </Show>
    </div>
  );
}

/** The day that Tab reaches, and how another becomes it: never one before the first, or none that a calendar has. */
function createActiveDay(props: Pick<DayCalendarOf, "day" | "min">) {
  const within = (day: string): string => (props.min !== undefined && day < props.min ? props.min : day);
  const [active, setActive] = createSignal(
    untrack(() => within(parseDay(props.day) === undefined ? today() : props.day)),
  );
  const go = (step: (day: number) => number): void => {
    const next = formatDay(step(parseDay(active()) ?? 0));
    if (parseDay(next) !== undefined) setActive(within(next));
  };
  return { active, go };
}

function monthOf(day: string): string {
  return day.slice(0, "2026-07".length);
}

/** The month that is shown, and the ways to others. */
function Turns(props: { readonly month: string; readonly onTurn: (months: number) => void }): JSX.Element {
  const { t } = useWords();
  const turn = (
    where: "previousYear" | "previousMonth" | "nextMonth" | "nextYear",
    months: number,
    icon: JSX.Element,
  ): JSX.Element => (
    <button
      type="button"
      aria-label={t(`day.${where}`)}
      title={t(`day.${where}`)}
      onClick={() => props.onTurn(months)}
    >
      {icon}
    </button>
  );
  return (
    <div data-part="turn">
      {turn("previousYear", -12, <IconPreviousYear aria-hidden="true" />)}
      {turn("previousMonth", -1, <IconPrevious aria-hidden="true" />)}
      <strong aria-live="polite">{props.month}</strong>
      {turn("nextMonth", 1, <IconNext aria-hidden="true" />)}
      {turn("nextYear", 12, <IconNextYear aria-hidden="true" />)}
    </div>
  );
}
