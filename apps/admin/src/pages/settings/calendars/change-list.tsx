import { For, type JSX, Show } from "solid-js";
import { formatDayWithWeekday } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { DayChange } from "./day-changes.ts";

/** The days that one calendar has otherwise than another, each with what becomes of it. */
export function ChangeList(props: {
  readonly changes: readonly DayChange[];
  readonly whenNone: string;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <Show when={props.changes.length > 0} fallback={<p>{props.whenNone}</p>}>
      <ul class="day-changes">
        <For each={props.changes}>
          {({ day, change }) => (
            <li data-change={change}>
              {t(`calendars.changes.${change}`, { day: formatDayWithWeekday(day, language()) })}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
