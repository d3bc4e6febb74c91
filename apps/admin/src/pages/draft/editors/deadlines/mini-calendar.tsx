import { For, type JSX, Show, createMemo } from "solid-js";
import { formatMonth } from "../../../../format/format.ts";
import { MonthGrid } from "../../../../parts/month-grid.tsx";
import { useWords } from "../../../../words/words.tsx";
import { type CountedDay, monthsOf } from "./count-days.ts";
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
  const { t, language } = useWords();
  const months = createMemo(() => monthsOf(props.days));
  const byDay = createMemo(() => new Map(props.days.map((one) => [one.day, one])));
  return (
    <div class="counted-months">
      <For each={months().slice(0, MOST_MONTHS)}>
        {(month) => (
          <MonthGrid month={month} caption={formatMonth(month, language())}>
            {(day) => (
              <DayCell
                day={day}
                counted={byDay().get(day)}
                isDue={props.due === day}
                isTurned={props.turned.includes(day)}
                onTurn={props.onTurn}
              />
            )}
          </MonthGrid>
        )}
      </For>
      <Show when={months().length > MOST_MONTHS}>
        <p class="soft">{t("parts.deadlines.moreMonths", { count: months().length - MOST_MONTHS })}</p>
      </Show>
    </div>
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
