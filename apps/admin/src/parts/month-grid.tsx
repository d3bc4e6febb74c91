import { For, type JSX, Show, createMemo } from "solid-js";
import { weekdayNames } from "../format/format.ts";
import { useWords } from "../words/words.tsx";
import "./month-grid.css";
import { weeksOf } from "./weeks-of.ts";

/** A month as its weeks from Monday on. What a day shows, its cell, is given; a grid is one whose days are chosen. */
export function MonthGrid(props: {
  /** `2026-07`. */
  readonly month: string;
  readonly caption: JSX.Element;
  readonly weekdays?: "narrow" | "short";
  readonly role?: "grid";
  readonly children: (day: string) => JSX.Element;
}): JSX.Element {
  const { language } = useWords();
  const weeks = createMemo(() => weeksOf(props.month));
  return (
    <table class="month" role={props.role}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <For each={weekdayNames(language(), props.weekdays)}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={weeks()}>
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
