import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Match, Show, Switch, createSignal } from "solid-js";
import { useMay } from "../../api/use-may.ts";
import { formatCount, formatDay, formatMonth } from "../../format/format.ts";
import { CountBars } from "../../parts/count-bars.tsx";
import { ViewToggle } from "../../parts/view-toggle.tsx";
import { useWords } from "../../words/words.tsx";
import { sampleQuery } from "../home/home-queries.ts";
import { type Asked, isFull } from "./asked.ts";
import { type MonthBar, highestBar, monthBars } from "./month-bars.ts";
import type { SimulationEstimate } from "./simulation-queries.ts";

/** Which past cases it would go through: in a sentence, by month, and what has to be known of them. */
export function Estimate(props: {
  readonly estimate: SimulationEstimate;
  readonly asked: Asked;
}): JSX.Element {
  return (
    <>
      <Show when={props.estimate.cases > 0} fallback={<NoCases asked={props.asked} />}>
        <Drawn estimate={props.estimate} asked={props.asked} />
      </Show>
      <Notes estimate={props.estimate} asked={props.asked} />
    </>
  );
}

function NoCases(props: { readonly asked: Asked }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const isWindowed = (): boolean => props.asked.from !== undefined || props.asked.until !== undefined;
  return (
    <Show when={!isWindowed()} fallback={<p role="status">{t("simulations.estimate.noneInDays")}</p>}>
      <p role="status">
        {t("simulations.estimate.none")}{" "}
        <Show when={may("cases:write")}>
          <A href={`/imports/new?policy=${encodeURIComponent(props.asked.policy ?? "")}`}>
            {t("effect.importCases")}
          </A>
        </Show>
      </p>
    </Show>
  );
}

function Drawn(props: { readonly estimate: SimulationEstimate; readonly asked: Asked }): JSX.Element {
  const { t, language } = useWords();
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const bars = (): readonly MonthBar[] => monthBars(props.estimate.months);
  const nameOf = ({ month }: MonthBar): string => formatMonth(month, language());
  const count = (cases: number): string => formatCount(cases, language());
  const summary = (): string => {
    const { cases, window } = props.estimate;
    const highest = highestBar(bars());
    return t(props.asked.scope.length > 0 ? "simulations.estimate.atMost" : "simulations.estimate.summary", {
      cases: count(cases),
      from: formatDay(window?.from ?? "", language()),
      until: formatDay(window?.until ?? "", language()),
      month: highest ? nameOf(highest) : "",
      most: count(highest?.cases ?? 0),
    });
  };
  const nameOfEnd = (bar: MonthBar | undefined): string => (bar ? nameOf(bar) : "");
  return (
    <>
      <div class="section-head">
        <p role="status">{summary()}</p>
        <ViewToggle value={view()} onChange={setView} label={t("simulations.estimate.byMonth")} />
      </div>
      <Show
        when={view() === "picture"}
        fallback={<MonthTable bars={bars()} nameOf={nameOf} countOf={count} />}
      >
        <CountBars
          bars={bars().map((bar) => ({ name: nameOf(bar), count: bar.cases }))}
          summary={summary()}
          ends={{ first: nameOfEnd(bars()[0]), last: bars().length > 1 ? nameOfEnd(bars().at(-1)) : "" }}
        />
      </Show>
    </>
  );
}

function MonthTable(props: {
  readonly bars: readonly MonthBar[];
  readonly nameOf: (bar: MonthBar) => string;
  readonly countOf: (cases: number) => string;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="overflow month-table">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("simulations.estimate.month")}</th>
            <th scope="col" class="number">
              {t("simulations.estimate.cases")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.bars}>
            {(bar) => (
              <tr>
                <th scope="row">{props.nameOf(bar)}</th>
                <td class="number">{props.countOf(bar.cases)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

/** What has to be known before it is begun: what the result can be used for, and whose cases they are. */
function Notes(props: { readonly estimate: SimulationEstimate; readonly asked: Asked }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const sample = useQuery(() => ({ ...sampleQuery(), enabled: may("policies:read") }));
  const samplePolicy = (): string | null => (sample.isSuccess ? sample.data.policy : null);
  const isOfDraft = (): boolean => "draft" in props.estimate.candidate;
  // What was counted knows of no values that are ticked.
  const isEvidence = (): boolean => props.estimate.isEvidence && isFull(props.asked);
  return (
    <>
      <Show when={props.estimate.cases > 0}>
        <p class="soft">
          <Switch>
            <Match when={isEvidence()}>{t("simulations.estimate.evidence")}</Match>
            <Match when={isOfDraft()}>{t("simulations.estimate.part")}</Match>
            <Match when={isFull(props.asked)}>{t("simulations.estimate.full")}</Match>
          </Switch>
        </p>
        <Show when={samplePolicy()}>
          {(policy) => (
            <p class="soft">
              {t(
                policy() === props.asked.policy
                  ? "simulations.estimate.sample"
                  : "simulations.estimate.notSample",
              )}
            </p>
          )}
        </Show>
      </Show>
    </>
  );
}
