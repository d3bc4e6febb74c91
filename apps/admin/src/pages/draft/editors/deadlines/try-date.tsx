import type { CalendarDocument } from "@evenhand/domain";
import { type JSX, Match, Show, Switch, createSignal } from "solid-js";
import { formatDay, formatMoment, weekdayName, today } from "../../../../format/format.ts";
import { textAt } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { DayField } from "../../../../parts/day-field.tsx";
import { useGround } from "../../../../live/given.ts";
import { Tag } from "../../../../parts/tag.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { ViewToggle } from "../../../../parts/view-toggle.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { type DayCount, countDays, withDayTurned } from "./count-days.ts";
import { DayList } from "./day-list.tsx";
import type { Deadline } from "./deadlines.ts";
import { dueMoment } from "./due-moment.ts";
import { MiniCalendar } from "./mini-calendar.tsx";

/** A deadline counted from a day somebody tries, day by day, by the calendar of the policy. */
export function TryDate(props: { readonly session: DraftSession; readonly deadline: Deadline }): JSX.Element {
  const { t } = useWords();
  const ground = useGround();
  const [from, setFrom] = createSignal(today());
  const [time, setTime] = createSignal("09:00");
  const isByClock = (): boolean => props.deadline.unit === "hours" || props.deadline.unit === "minutes";
  return (
    <section class="try">
      <h3>{t("parts.deadlines.try")}</h3>
      <div class="try-from">
        <DayField
          label={t("parts.deadlines.tryFrom")}
          value={from()}
          onDay={setFrom}
          onUnread={() => setFrom("")}
        />
        <Show when={isByClock()}>
          <TextField label={t("parts.deadlines.tryTime")} type="time" value={time()} onInput={setTime} />
        </Show>
      </div>
      <Show when={!isByClock()} fallback={<ByClock {...props} from={from()} time={time()} />}>
        <Show when={ground.data()?.calendars}>
          {(found) => <ByDays {...props} from={from()} calendars={found()} />}
        </Show>
      </Show>
    </section>
  );
}

function ByClock(props: {
  readonly session: DraftSession;
  readonly deadline: Deadline;
  readonly from: string;
  readonly time: string;
}): JSX.Element {
  const { t, language } = useWords();
  const timeZone = (): string => textAt(props.session.document(), "/timeZone", "Asia/Shanghai");
  const due = () => dueMoment(props.deadline, { day: props.from, time: props.time, timeZone: timeZone() });
  return (
    <p role="status">
      <Show when={due()} fallback={t("parts.deadlines.cannotCount")}>
        {(moment) => <>{t("parts.deadlines.dueAt", { moment: formatMoment(moment(), language()) })}</>}
      </Show>
    </p>
  );
}

type DaysGiven = {
  readonly session: DraftSession;
  readonly deadline: Deadline;
  readonly from: string;
  readonly calendars: readonly CalendarDocument[];
};

function ByDays(props: DaysGiven): JSX.Element {
  const { t } = useWords();
  const [turned, setTurned] = createSignal<readonly string[]>([]);
  const calendar = () =>
    props.calendars.find(({ id }) => id === textAt(props.session.document(), "/calendar"));
  const counted = (document: CalendarDocument): DayCount | undefined => {
    const { unit, length } = props.deadline;
    if (length === undefined || (unit !== "working-days" && unit !== "calendar-days")) return undefined;
    return countDays({ calendar: document, from: props.from, count: length, unit });
  };
  const turn = (day: string): void => {
    const rest = turned().filter((one) => one !== day);
    setTurned(rest.length < turned().length ? rest : [...turned(), day]);
  };
  return (
    <Show when={calendar()} fallback={<p class="soft">{t("parts.deadlines.noCalendar")}</p>}>
      {(document) => (
        <Show when={counted(document())} fallback={<p>{t("parts.deadlines.cannotCount")}</p>}>
          {(asIs) => (
            <Counted
              calendar={document()}
              deadline={props.deadline}
              asIs={asIs()}
              supposed={counted(turned().reduce(withDayTurned, document())) ?? asIs()}
              turned={turned()}
              onTurn={turn}
              onReset={() => setTurned([])}
            />
          )}
        </Show>
      )}
    </Show>
  );
}

function Counted(props: {
  readonly calendar: CalendarDocument;
  readonly deadline: Deadline;
  readonly asIs: DayCount;
  /** The count under the calendar as somebody supposes it. */
  readonly supposed: DayCount;
  readonly turned: readonly string[];
  readonly onTurn: (day: string) => void;
  readonly onReset: () => void;
}): JSX.Element {
  const { t, language, local } = useWords();
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const isWorking = (): boolean => props.deadline.unit === "working-days";
  const dayText = (day: string): string => `${formatDay(day, language())} ${weekdayName(day, language())}`;
  return (
    <>
      <p role="status">
        <strong>{t("parts.deadlines.dueOn", { day: dayText(props.supposed.due) })}</strong>{" "}
        <Show when={props.supposed.due !== props.asIs.due}>
          {t("parts.deadlines.insteadOf", { day: dayText(props.asIs.due) })}{" "}
        </Show>
        <Show when={props.supposed.isProvisional}>
          <Tag tone="warn">{t("parts.deadlines.provisional")}</Tag>
        </Show>
      </p>
      <Show when={isWorking()}>
        <p class="soft">
          {t("parts.deadlines.calendar", {
            title: local(props.calendar.title),
            from: formatDay(props.calendar.coverage.from, language()),
            to: formatDay(props.calendar.coverage.to, language()),
          })}{" "}
          {t("parts.deadlines.suppose")}
        </p>
      </Show>
      <div class="tools">
        <ViewToggle label={t("parts.deadlines.try")} value={view()} onChange={setView} />
        <Show when={props.turned.length > 0}>
          <Button kind="quiet" onClick={() => props.onReset()}>
            {t("parts.deadlines.reset")}
          </Button>
        </Show>
      </div>
      <Switch>
        <Match when={view() === "picture"}>
          <MiniCalendar
            days={props.supposed.days}
            due={props.supposed.due}
            turned={props.turned}
            onTurn={isWorking() ? props.onTurn : undefined}
          />
        </Match>
        <Match when={view() === "table"}>
          <DayList days={props.supposed.days} />
        </Match>
      </Switch>
    </>
  );
}
