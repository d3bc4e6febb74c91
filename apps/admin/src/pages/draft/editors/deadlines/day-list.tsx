import { For, type JSX } from "solid-js";
import { formatDay, weekdayName } from "../../../../format/format.ts";
import { useWords } from "../../../../words/words.tsx";
import type { CountedDay } from "./count-days.ts";

/** The days of a count, one a line. */
export function DayList(props: { readonly days: readonly CountedDay[] }): JSX.Element {
  const { t, language } = useWords();
  return (
    <table class="table day-list">
      <thead>
        <tr>
          <th scope="col">{t("parts.deadlines.day")}</th>
          <th scope="col">{t("parts.deadlines.weekday")}</th>
          <th scope="col">{t("parts.deadlines.what")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.days}>
          {({ day, kind, number }) => (
            <tr data-kind={kind}>
              <td>{formatDay(day, language())}</td>
              <td>{weekdayName(day, language())}</td>
              <td>{t(`parts.deadlines.kinds.${kind}`, { number: number ?? 0 })}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
