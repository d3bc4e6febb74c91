import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatCount, formatDay, formatDayWithWeekday, formatMonth, today } from "../../format/format.ts";
import { CountBars } from "../../parts/count-bars.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ViewToggle } from "../../parts/view-toggle.tsx";
import { useWords } from "../../words/words.tsx";
import { type Asked, useAsked } from "./asked.ts";
import { daysQuery } from "./audit-queries.ts";
import { type Bar, type StripDays, barsOf, stripDays, stripFigures } from "./strip-bars.ts";

/** How many events there are on each day, as a sentence and a picture or a table. */
export function EventStrip(props: { readonly asked: Asked }): JSX.Element {
  const { t } = useWords();
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const span = (): StripDays => stripDays(props.asked, today());
  const days = useQuery(() => daysQuery({ ...props.asked, ...span() }));
  return (
    <section class="card audit-strip" aria-labelledby="audit-strip">
      <div class="section-head">
        <h2 id="audit-strip">{t("audit.strip.title")}</h2>
        <ViewToggle value={view()} onChange={setView} label={t("audit.strip.title")} />
      </div>
      <Loaded query={days}>
        {(found) => <Drawn bars={barsOf(span(), found().days)} span={span()} view={view()} />}
      </Loaded>
    </section>
  );
}

function Drawn(props: {
  readonly bars: readonly Bar[];
  readonly span: StripDays;
  readonly view: "picture" | "table";
}): JSX.Element {
  const { t, language } = useWords();
  const nameOf = useBarName();
  const count = (events: number): string => formatCount(events, language());
  const figures = () => stripFigures(props.bars);
  const days = () => ({
    from: formatDay(props.span.from, language()),
    to: formatDay(props.span.to, language()),
  });
  const summary = (): string => {
    const { events, highest } = figures();
    if (!highest) return t("audit.strip.none", days());
    const most = { name: nameOf(highest), most: count(highest.events) };
    return t("audit.strip.summary", { ...days(), ...most, count: count(events) });
  };
  return (
    <>
      <p>{summary()}</p>
      <Show when={figures().highest}>
        <Show
          when={props.view === "picture"}
          fallback={<BarTable bars={props.bars} nameOf={nameOf} countOf={count} />}
        >
          <CountBars
            bars={props.bars.map((bar) => ({ name: nameOf(bar), count: bar.events }))}
            summary={summary()}
            ends={{
              first: formatDay(props.bars[0]?.from ?? "", language()),
              last: formatDay(props.bars.at(-1)?.to ?? "", language()),
            }}
          />
        </Show>
      </Show>
    </>
  );
}

/** A day with its weekday, or a month. */
function useBarName(): (bar: Bar) => string {
  const { language } = useWords();
  return ({ from, to }) =>
    from === to ? formatDayWithWeekday(from, language()) : formatMonth(from.slice(0, 7), language());
}

function BarTable(props: {
  readonly bars: readonly Bar[];
  readonly nameOf: (bar: Bar) => string;
  readonly countOf: (events: number) => string;
}): JSX.Element {
  const { t } = useWords();
  const address = useAsked();
  return (
    <div class="overflow audit-days">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("audit.strip.days")}</th>
            <th scope="col" class="number">
              {t("audit.events")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.bars.filter(({ events }) => events > 0)}>
            {(bar) => (
              <tr>
                <td>
                  <A
                    href={address.addressOf({
                      from: bar.from,
                      to: bar.to,
                      before: undefined,
                      open: undefined,
                    })}
                  >
                    {props.nameOf(bar)}
                  </A>
                </td>
                <td class="number">{props.countOf(bar.events)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
