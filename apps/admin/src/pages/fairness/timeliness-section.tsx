import type { StepTimeliness } from "@evenhand/analysis";
import { type Vocabulary, wordOf } from "@evenhand/policy";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { Scroller } from "../../changes/scroller.tsx";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { DotChart } from "./chart/dot-chart.tsx";
import type { DotRow } from "./chart/dot-row.ts";
import { shareScale } from "./chart/scale.ts";
import { type Figures, useFigures } from "./figures.ts";
import { Drawn, Question } from "./question.tsx";

/** Is it timely? The share of deadlines met, by step and unit, or in words why there is none. */
export function TimelinessSection(props: {
  readonly steps: readonly StepTimeliness[];
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const figures = useFigures(() => props.currency);
  const nameOf = ({ step, unit }: StepTimeliness): string => {
    const what = wordOf(step, props.vocabulary);
    if (unit === null) return what;
    return t("fairness.timeliness.ofUnit", { step: what, unit: wordOf(unit, props.vocabulary) });
  };
  const rows = (): readonly DotRow[] => props.steps.map((step) => rowOf(step, nameOf(step)));
  const summary = (): string => {
    const rated = props.steps.flatMap(({ met }) => (met.shown === "rate" ? [met] : []));
    return t("fairness.timeliness.summary", {
      met: formatCount(
        rated.reduce((sum, { met }) => sum + met, 0),
        language(),
      ),
      n: formatCount(
        rated.reduce((sum, { n }) => sum + n, 0),
        language(),
      ),
      steps: formatCount(rated.length, language()),
    });
  };
  const hasRate = (): boolean => props.steps.some(({ met }) => met.shown === "rate");
  return (
    <Question id="timeliness" asks={t("fairness.timeliness.asks")}>
      <Show when={props.steps.length > 0} fallback={<p>{t("fairness.timeliness.none")}</p>}>
        <Show when={hasRate()} fallback={<StepTable steps={props.steps} nameOf={nameOf} figures={figures} />}>
          <p>{summary()}</p>
          <Drawn
            label={t("fairness.timeliness.met")}
            picture={
              <DotChart
                label={t("fairness.timeliness.met")}
                rows={rows()}
                scale={shareScale(null)}
                written={figures.share}
                figureText={(figure) => figures.withInterval(figure, figures.share)}
                hidden={t("fairness.timeliness.small")}
              />
            }
            table={<StepTable steps={props.steps} nameOf={nameOf} figures={figures} />}
          />
        </Show>
      </Show>
    </Question>
  );
}

function rowOf({ step, unit, met, notSaid }: StepTimeliness, label: string): DotRow {
  const named = { id: JSON.stringify([step, unit]), label, isFinding: false };
  switch (met.shown) {
    case "n < 10":
      return { ...named, shown: "n < 10" };
    case "words":
      return { ...named, shown: "words", n: notSaid, words: met.words };
    case "rate":
      return { ...named, shown: "figure", n: met.n, figure: met.rate };
  }
}

function StepTable(props: {
  readonly steps: readonly StepTimeliness[];
  readonly nameOf: (step: StepTimeliness) => string;
  readonly figures: Figures;
}): JSX.Element {
  const { t, local, language } = useWords();
  return (
    <Scroller label={t("fairness.timeliness.met")} isInside>
      <table class="table listed figures-table">
        <caption class="unseen">{t("fairness.timeliness.met")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fairness.timeliness.step")}</th>
            <th scope="col" class="number">
              {t("fairness.proportion.count")}
            </th>
            <th scope="col" class="number">
              {t("fairness.timeliness.met")}
            </th>
            <th scope="col" class="number">
              {t("fairness.timeliness.notSaid")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.steps}>
            {(step) => (
              <tr>
                <th scope="row">{props.nameOf(step)}</th>
                <Switch>
                  <Match when={step.met.shown === "rate" && step.met}>
                    {(met) => (
                      <>
                        <td class="number">{formatCount(met().n, language())}</td>
                        <td class="number">{props.figures.rate(met().rate)}</td>
                      </>
                    )}
                  </Match>
                  <Match when={step.met.shown === "n < 10"}>
                    <td class="number">{t("fairness.small")}</td>
                    <td>{t("fairness.timeliness.small")}</td>
                  </Match>
                  <Match when={step.met.shown === "words" && step.met}>
                    {(met) => <td colspan="2">{local(met().words)}</td>}
                  </Match>
                </Switch>
                <td class="number">{formatCount(step.notSaid, language())}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}
