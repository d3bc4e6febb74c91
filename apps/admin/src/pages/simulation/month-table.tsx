import type { CapBearing, SimulationResult } from "@evenhand/analysis";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatCount, formatMoney, formatMoneyDifference, formatMonth, today } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";

/** More are shown on demand. */
const SHOWN_FIRST = 12;

/** What each payroll month takes, where it takes another amount from somebody. Those to come are only planned. */
export function MonthTable(props: { readonly result: SimulationResult }): JSX.Element {
  const { t, language } = useWords();
  const [isUnfolded, setUnfolded] = createSignal(false);
  const months = () => (isUnfolded() ? props.result.months : props.result.months.slice(0, SHOWN_FIRST));
  const more = (): number => props.result.months.length - months().length;
  const money = (minor: number): string => formatMoney(minor, props.result.currency, language());
  const difference = (minor: number): string =>
    formatMoneyDifference(minor, props.result.currency, language());
  // Months written as `YYYY-MM` order as text.
  const isAhead = (month: string): boolean => month > today().slice(0, month.length);
  const summary = (): string => {
    const [all, ahead] = [props.result.months, props.result.months.filter(({ month }) => isAhead(month))];
    if (all.length === 0) return t("simulation.months.none");
    return t(ahead.length === 0 ? "simulation.months.summary" : "simulation.months.summaryAhead", {
      count: formatCount(all.length, language()),
      ahead: formatCount(ahead.length, language()),
    });
  };
  return (
    <section class="card simulation-card" aria-labelledby="simulation-months">
      <h2 id="simulation-months">{t("simulation.months.title")}</h2>
      <p>{summary()}</p>
      <Show when={months().length > 0}>
        <div class="overflow">
          <table class="table small-table">
            <thead>
              <tr>
                <th scope="col">{t("simulation.months.month")}</th>
                <For each={["baseline", "candidate", "difference", "people"] as const}>
                  {(column) => (
                    <th scope="col" class="number">
                      {t(`simulation.months.${column}`)}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={months()}>
                {({ month, baselineMinor, candidateMinor, peopleHigher, peopleLower }) => (
                  <tr>
                    <th scope="row">
                      {formatMonth(month, language())}{" "}
                      <Show when={isAhead(month)}>
                        <Tag>{t("simulation.months.planned")}</Tag>
                      </Show>
                    </th>
                    <td class="number">{money(baselineMinor)}</td>
                    <td class="number">{money(candidateMinor)}</td>
                    <td class="number">{difference(candidateMinor - baselineMinor)}</td>
                    <td class="number">
                      {formatCount(peopleHigher, language())} / {formatCount(peopleLower, language())}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={more() > 0}>
          <Button kind="quiet" onClick={() => setUnfolded(true)}>
            {t("simulation.months.more", { count: more() })}
          </Button>
        </Show>
      </Show>
      <CapTable result={props.result} />
    </section>
  );
}

const COUNTED = ["charges", "carried"] as const satisfies readonly (keyof CapBearing)[];
const AMOUNTS = ["carriedMinor", "outstandingMinor"] as const satisfies readonly (keyof CapBearing)[];

/** How the monthly cap binds on either side. */
function CapTable(props: { readonly result: SimulationResult }): JSX.Element {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.result.currency, language());
  const row = (name: keyof CapBearing, write: (figure: number) => string): JSX.Element => (
    <tr>
      <th scope="row">{t(`simulation.cap.${name}`)}</th>
      <td class="number">{write(props.result.cap.baseline[name])}</td>
      <td class="number">{write(props.result.cap.candidate[name])}</td>
    </tr>
  );
  return (
    <>
      <h3>{t("simulation.cap.title")}</h3>
      <div class="overflow">
        <table class="table small-table">
          <thead>
            <tr>
              <th scope="col">{t("simulation.cap.what")}</th>
              <th scope="col" class="number">
                {t("simulation.months.baseline")}
              </th>
              <th scope="col" class="number">
                {t("simulation.months.candidate")}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={COUNTED}>{(name) => row(name, (figure) => formatCount(figure, language()))}</For>
            <For each={AMOUNTS}>{(name) => row(name, money)}</For>
          </tbody>
        </table>
      </div>
    </>
  );
}
