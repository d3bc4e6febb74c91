import type { CalendarDocument } from "@evenhand/domain";
import { For, type JSX, createMemo } from "solid-js";
import { formatDayWithWeekday, monthName } from "../../../format/format.ts";
import { MonthGrid } from "../../../parts/month-grid.tsx";
import { useWords } from "../../../words/words.tsx";
import { type CalendarDay, type DayKind, countKinds, daysOf } from "./year-days.ts";

const LISTED = ["working", "weekend", "holiday", "makeUp"] as const satisfies readonly DayKind[];

/** A year month by month. Every exception bears a word, and is listed below; colour only underlines it. */
export function YearView(props: { readonly calendar: CalendarDocument; readonly year: number }): JSX.Element {
  const { t, language } = useWords();
  const days = createMemo(() => daysOf(props.calendar, props.year));
  const kinds = createMemo(() => new Map(days().map(({ day, kind }) => [day, kind])));
  const counts = () => countKinds(days());
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
      <div class="year-months">
        <For each={MONTHS}>
          {(month) => (
            <MonthGrid
              month={`${props.year}-${String(month).padStart(2, "0")}`}
              caption={monthName(month, language())}
              weekdays="narrow"
            >
              {(day) => <DayCell day={day} kind={kinds().get(day)} />}
            </MonthGrid>
          )}
        </For>
      </div>
      <Exceptions days={days()} />
    </section>
  );
}

/** The twelve months, from 1 on. */
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function DayCell(props: { readonly day: string; readonly kind: DayKind | undefined }): JSX.Element {
  const { t } = useWords();
  const mark = (): string =>
    props.kind === "holiday" || props.kind === "makeUp" ? t(`calendars.marks.${props.kind}`) : "";
  return (
    <td data-kind={props.kind}>
      {Number(props.day.slice(-2))}
      <small>{mark()}</small>
    </td>
  );
}

/** The exceptions of the year as a list, for whoever does not read the picture. */
function Exceptions(props: { readonly days: readonly CalendarDay[] }): JSX.Element {
  const { t, language } = useWords();
  const of = (kind: DayKind): readonly CalendarDay[] => props.days.filter((day) => day.kind === kind);
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
