import type { CalendarDocument } from "@evenhand/domain";
import { For, type JSX, createMemo } from "solid-js";
import { formatDayWithWeekday, monthName, weekdayNames } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import { type CalendarDay, type DayKind, type Month, countKinds, monthsOf } from "./year-months.ts";

const LISTED = ["working", "weekend", "holiday", "makeUp"] as const satisfies readonly DayKind[];

/** A year month by month. Every exception bears a word, and is listed below; colour only underlines it. */
export function YearView(props: { readonly calendar: CalendarDocument; readonly year: number }): JSX.Element {
  const { t } = useWords();
  const months = createMemo(() => monthsOf(props.calendar, props.year));
  const counts = () => countKinds(months());
  return (
    <section class="card year" aria-labelledby="year">
      <h3 id="year">{t("calendars.yearTitle", { year: props.year })}</h3>
      <p>
        {t("calendars.counts", {
          working: counts().working + counts().makeUp,
          makeUp: counts().makeUp,
          holiday: counts().holiday,
        })}
      </p>
      <ul class="legend">
        <For each={LISTED}>
          {(kind) => (
            <li>
              <span data-kind={kind}>{t(`calendars.marks.${kind}`)}</span> {t(`calendars.kinds.${kind}`)}
            </li>
          )}
        </For>
      </ul>
      <div class="months">
        <For each={months()}>{(month) => <MonthGrid month={month} />}</For>
      </div>
      <Exceptions months={months()} />
    </section>
  );
}

function MonthGrid(props: { readonly month: Month }): JSX.Element {
  const { language } = useWords();
  const weeks = (): readonly (readonly (CalendarDay | undefined)[])[] => {
    const cells = [
      ...Array.from<undefined>({ length: props.month.before }),
      ...props.month.days,
    ] as readonly (CalendarDay | undefined)[];
    return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
      Array.from({ length: 7 }, (_one, place) => cells[week * 7 + place]),
    );
  };
  return (
    <table class="month">
      <caption>{monthName(props.month.month, language())}</caption>
      <thead>
        <tr>
          <For each={weekdayNames(language(), "narrow")}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={weeks()}>
          {(week) => (
            <tr>
              <For each={week}>{(day) => <DayCell day={day} />}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function DayCell(props: { readonly day: CalendarDay | undefined }): JSX.Element {
  const { t } = useWords();
  const mark = (): string => {
    const kind = props.day?.kind;
    return kind === "holiday" || kind === "makeUp" ? t(`calendars.marks.${kind}`) : "";
  };
  return (
    <td data-kind={props.day?.kind}>
      {props.day?.dayOfMonth}
      <small>{mark()}</small>
    </td>
  );
}

/** The exceptions of the year as a list, for whoever does not read the picture. */
function Exceptions(props: { readonly months: readonly Month[] }): JSX.Element {
  const { t, language } = useWords();
  const of = (kind: DayKind): readonly CalendarDay[] =>
    props.months.flatMap(({ days }) => days.filter((day) => day.kind === kind));
  return (
    <details>
      <summary>{t("calendars.list")}</summary>
      <For each={["holiday", "makeUp"] as const}>
        {(kind) => (
          <>
            <h4>{t(`calendars.kinds.${kind}`)}</h4>
            <ul>
              <For each={of(kind)} fallback={<li class="soft">{t("calendars.noDays")}</li>}>
                {({ day }) => <li>{formatDayWithWeekday(day, language())}</li>}
              </For>
            </ul>
          </>
        )}
      </For>
    </details>
  );
}
