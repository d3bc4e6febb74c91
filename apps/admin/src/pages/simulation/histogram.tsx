import type { SimulationResult } from "@evenhand/analysis";
import { For, type JSX, Show, createMemo, createSignal } from "solid-js";
import { formatCount } from "../../format/format.ts";
import { ViewToggle } from "../../parts/view-toggle.tsx";
import { useWords } from "../../words/words.tsx";
import type { ChangesInAddress } from "./use-asked-changes.ts";
import { createBarChoice } from "./bar-choice.ts";
import { useBarNames } from "./bar-names.ts";
import { type BarRange, type HistogramBar, barsBetween, histogramBars, rangeOf } from "./histogram-bars.ts";

/** How many cases cost how much more or less; bars that are chosen narrow the list of cases. */
export function Histogram(props: {
  readonly result: SimulationResult;
  readonly address: ChangesInAddress;
}): JSX.Element {
  const { t, language } = useWords();
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const bars = createMemo(() => histogramBars(props.result));
  const chosen = (): BarRange | undefined => barsBetween(bars(), props.address.asked());
  const choose = (range: BarRange | undefined): void =>
    props.address.ask(range ? rangeOf(bars(), range) : { least: undefined, most: undefined });
  const summary = (): string => {
    const { changed, higher, lower } = props.result.counts;
    return t("simulation.histogram.summary", {
      higher: formatCount(higher, language()),
      lower: formatCount(lower, language()),
      same: formatCount(changed - higher - lower, language()),
    });
  };
  return (
    <section class="card simulation-card" aria-labelledby="simulation-histogram">
      <div class="section-head">
        <h2 id="simulation-histogram">{t("simulation.histogram.title")}</h2>
        <ViewToggle value={view()} onChange={setView} label={t("simulation.histogram.title")} />
      </div>
      <p>{summary()}</p>
      <Show
        when={view() === "picture"}
        fallback={<BarTable bars={bars()} currency={props.result.currency} />}
      >
        <Bars bars={bars()} chosen={chosen()} currency={props.result.currency} onChoose={choose} />
        <p class="soft small">{t("simulation.histogram.help")}</p>
      </Show>
    </section>
  );
}

function Bars(props: {
  readonly bars: readonly HistogramBar[];
  readonly chosen: BarRange | undefined;
  readonly currency: string;
  readonly onChoose: (range: BarRange | undefined) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const names = useBarNames(() => props.currency);
  let row: HTMLDivElement | undefined;
  const choice = createBarChoice({
    count: () => props.bars.length,
    chosen: () => props.chosen,
    onChoose: (range) => props.onChoose(range),
    focus: (index) => row?.querySelectorAll("button")[index]?.focus(),
  });
  const most = (): number => Math.max(1, ...props.bars.map(({ cases }) => cases));
  return (
    <div class="histogram" role="group" aria-label={t("simulation.histogram.title")} ref={row}>
      <For each={props.bars}>
        {(bar, index) => (
          <button
            type="button"
            data-direction={bar.direction}
            aria-pressed={choice.isChosen(index())}
            title={names.range(bar)}
            {...choice.bar(index())}
          >
            <span class="unseen">
              {t("simulation.histogram.bar", {
                range: names.range(bar),
                count: formatCount(bar.cases, language()),
              })}
            </span>
            <span data-part="count" aria-hidden="true">
              {bar.cases > 0 ? formatCount(bar.cases, language()) : ""}
            </span>
            <span
              data-part="bar"
              data-empty={bar.cases === 0}
              style={{ height: `${(100 * bar.cases) / most()}%` }}
            />
            <span data-part="edge" aria-hidden="true">
              {names.edge(bar)}
            </span>
          </button>
        )}
      </For>
    </div>
  );
}

function BarTable(props: { readonly bars: readonly HistogramBar[]; readonly currency: string }): JSX.Element {
  const { t, language } = useWords();
  const names = useBarNames(() => props.currency);
  return (
    <div class="overflow">
      <table class="table small-table">
        <thead>
          <tr>
            <th scope="col">{t("simulation.histogram.range")}</th>
            <th scope="col" class="number">
              {t("simulation.cases")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.bars}>
            {(bar) => (
              <tr>
                <td>{names.range(bar)}</td>
                <td class="number">{formatCount(bar.cases, language())}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
