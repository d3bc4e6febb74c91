import { For, type JSX, Show, createMemo } from "solid-js";
import { formatMonth, weekdayNames } from "../../../../format/format.ts";
import { useWords } from "../../../../words/words.tsx";
import { type CountedDay, type Month, monthsOf } from "./count-days.ts";
import { useDayName } from "./use-day-name.ts";

/** More months than these say no more; the list has every day. */
const MOST_MONTHS = 3;

/** The months of a count: each day with its number in the count, or with what it is where it does not count. */
export function MiniCalendar(props: {
  readonly days: readonly CountedDay[];
  readonly due: string;
  /** Days that are supposed to be off or worked, otherwise than the calendar has them. */
  readonly turned: readonly string[];
  /** Supposes the other of a day; without it nothing can be supposed. */
  readonly onTurn: ((day: string) => void) | undefined;
}): JSX.Element {
  const { t } = useWords();
  const months = createMemo(() => monthsOf(props.days));
  const byDay = createMemo(() => new Map(props.days.map((one) => [one.day, one])));
  return (
    <div class="months">
      <For each={months().slice(0, MOST_MONTHS)}>
        {(month) => (
          <MonthTable month={month}>
            {(day) => (
              <DayCell
                day={day}
                counted={byDay().get(day)}
                isDue={props.due === day}
                isTurned={props.turned.includes(day)}
                onTurn={props.onTurn}
              />
            )}
          </MonthTable>
        )}
      </For>
      <Show when={months().length > MOST_MONTHS}>
        <p class="soft">{t("parts.deadlines.moreMonths", { count: months().length - MOST_MONTHS })}</p>
      </Show>
    </div>
  );
}

function MonthTable(props: {
  readonly month: Month;
  readonly children: (day: string) => JSX.Element;
}): JSX.Element {
  const { language } = useWords();
  return (
    <table class="month">
      <caption>{formatMonth(props.month.month, language())}</caption>
      <thead>
        <tr>
          <For each={weekdayNames(language())}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.month.weeks}>
          {(week) => (
            <tr>
              <For each={week}>
                {(day) => (
                  <Show when={day} fallback={<td aria-hidden="true" />}>
                    {(one) => props.children(one())}
                  </Show>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function DayCell(props: {
  readonly day: string;
  readonly counted: CountedDay | undefined;
  readonly isDue: boolean;
  readonly isTurned: boolean;
  readonly onTurn: ((day: string) => void) | undefined;
}): JSX.Element {
  const { t } = useWords();
  const nameOf = useDayName();
  const mayTurn = (): boolean =>
    props.onTurn !== undefined && props.counted !== undefined && props.counted.kind !== "start";
  const sign = (): string => {
    if (!props.counted) return "";
    const { kind, number } = props.counted;
    if (number !== undefined) return String(number);
    return kind === "start" ? t("parts.deadlines.startSign") : t("parts.deadlines.offSign");
  };
  const inside = (): JSX.Element => (
    <>
      {Number(props.day.slice(-2))}
      <span data-part="sign">{sign()}</span>
    </>
  );
  return (
    <td data-kind={props.counted?.kind} data-due={props.isDue} data-turned={props.isTurned}>
      <Show
        when={mayTurn() && props.counted}
        fallback={<span title={props.counted && nameOf(props.counted)}>{inside()}</span>}
      >
        {(counted) => (
          <button
            type="button"
            aria-pressed={props.isTurned}
            title={nameOf(counted())}
            onClick={() => props.onTurn?.(props.day)}
          >
            <span aria-hidden="true" data-part="day">
              {inside()}
            </span>
            <span class="unseen">{nameOf(counted())}</span>
          </button>
        )}
      </Show>
    </td>
  );
}
