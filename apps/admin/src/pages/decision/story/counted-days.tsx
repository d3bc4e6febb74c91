import type { ExplanationStep } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createMemo, createSignal } from "solid-js";
import { unwrap } from "solid-js/store";
import { calendarsQuery } from "../../../api/ground-queries.ts";
import { useWords } from "../../../words/words.tsx";
import { type DayCount, countDays } from "../../draft/editors/deadlines/count-days.ts";
import { DayList } from "../../draft/editors/deadlines/day-list.tsx";
import "../../draft/editors/deadlines/deadlines.css";
import { MiniCalendar } from "../../draft/editors/deadlines/mini-calendar.tsx";
import { ViewToggle } from "../../../parts/view-toggle.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";

type Given = { readonly reading: DecisionReading<Told>; readonly step: ExplanationStep };

/** Of a deadline: why it ends on that day, day by day. */
export function CountedDays(props: Given): JSX.Element {
  const { t } = useWords();
  const [isOpen, setOpen] = createSignal(false);
  const isDeadline = (): boolean => props.step.effect?.type === "due" && countIn(props.step) !== undefined;
  return (
    <Show when={isDeadline()}>
      <details class="whole-rule" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("decision.story.whyThisDate")}</summary>
        <Show when={isOpen()}>
          <Days {...props} />
        </Show>
      </details>
    </Show>
  );
}

function Days(props: Given): JSX.Element {
  const { t } = useWords();
  const calendars = useQuery(calendarsQuery);
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const decidedBy = () => props.reading.record.calendar;
  const inUse = () =>
    calendars.isSuccess ? calendars.data.find((one) => one.document.id === decidedBy().id) : undefined;
  const counted = createMemo((): DayCount | undefined => {
    const [found, count] = [inUse(), countIn(props.step)];
    return found?.hash === decidedBy().hash && count
      ? countDays({ calendar: unwrap(found.document), ...count })
      : undefined;
  });
  return (
    <Show
      when={counted()}
      fallback={
        <Show when={calendars.isSuccess}>
          <p class="soft">{t("decision.story.otherCalendar")}</p>
        </Show>
      }
    >
      {(count) => (
        <>
          <ViewToggle label={t("decision.story.whyThisDate")} value={view()} onChange={setView} />
          <Switch>
            <Match when={view() === "picture"}>
              <MiniCalendar days={count().days} due={count().due} turned={[]} onTurn={undefined} />
            </Match>
            <Match when={view() === "table"}>
              <DayList days={count().days} />
            </Match>
          </Switch>
        </>
      )}
    </Show>
  );
}

/** From when a step counts how many days; nothing of one that counts hours, or from an hour. */
function countIn({ effect, arithmetic }: ExplanationStep) {
  const unit = effect?.params["unit"];
  const [, from, count] = /^(\d{4}-\d{2}-\d{2}) \+ (\d+) = /.exec(arithmetic?.[0]?.formula ?? "") ?? [];
  if (from === undefined || (unit !== "working-days" && unit !== "calendar-days")) return undefined;
  return { from, count: Number(count), unit } as const;
}
