import type { DepartureRates, DeparturesAnswer } from "@evenhand/analysis";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../changes/scroller.tsx";
import { formatCount, formatDay, formatMoneyDifference } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { ShownId, withShortIds } from "../decisions/shown-id.tsx";
import { DotChart } from "./chart/dot-chart.tsx";
import type { DotRow } from "./chart/dot-row.ts";
import { shareScale } from "./chart/scale.ts";
import { type Figures, useFigures } from "./figures.ts";
import { Drawn, Question } from "./question.tsx";

const DIRECTIONS = ["milder", "harsher", "both-ways"] as const;
const SIGNS = { milder: "▼", harsher: "▲", "both-ways": "▲▼" } as const;

type Rates = Extract<DepartureRates, { readonly shown: "rates" }>;

/** Who departs from the rules? How often each decider does, which way, and the decisions themselves. */
export function DeparturesSection(props: {
  readonly departures: DeparturesAnswer;
  readonly currency: string;
  /** The address of the cases that somebody decided on; of an empty text those that a key recorded. */
  readonly casesOf: (decider: string) => string;
}): JSX.Element {
  const { t } = useWords();
  const sentenceOf = useSentence(() => props.currency);
  const figures = useFigures(() => props.currency);
  const all = (): Rates | undefined => {
    const { all: rates } = props.departures;
    return rates.shown === "rates" ? rates : undefined;
  };
  return (
    <Question id="departures" asks={t("fairness.departures.asks")}>
      <Show when={all()} fallback={<p>{t("fairness.departures.tooFew")}</p>}>
        {(rates) => (
          <>
            <p>{sentenceOf(rates())}</p>
            <Deciders {...props} all={rates()} figures={figures} />
          </>
        )}
      </Show>
      <Show when={props.departures.decisions.length > 0}>
        <Departed departures={props.departures} />
      </Show>
    </Question>
  );
}

function useSentence(currency: () => string): (rates: Rates) => string {
  const { t, language } = useWords();
  const figures = useFigures(currency);
  const count = (value: number): string => formatCount(value, language());
  return ({ n, departed, rate, directions }) =>
    t("fairness.departures.summary", {
      n: count(n),
      departed: count(departed),
      rate: figures.rate(rate),
      milder: count(directions.milder.departed),
      harsher: count(directions.harsher.departed),
      bothWays: count(directions["both-ways"].departed),
    });
}

function Deciders(props: {
  readonly departures: DeparturesAnswer;
  readonly all: Rates;
  readonly figures: Figures;
  readonly casesOf: (decider: string) => string;
}): JSX.Element {
  const { t } = useWords();
  const nameOf = (decider: string | null): string =>
    decider === null ? t("fairness.departures.byKey") : withShortIds(decider);
  const rows = (): readonly DotRow[] =>
    props.departures.deciders.map(({ decider, rates }) => {
      const named = { id: decider ?? "", label: nameOf(decider), isFinding: false };
      return rates.shown === "n < 10"
        ? { ...named, shown: "n < 10" }
        : { ...named, shown: "figure", n: rates.n, figure: rates.rate };
    });
  return (
    <Drawn
      label={t("fairness.departures.byDecider")}
      picture={
        <DotChart
          label={t("fairness.departures.byDecider")}
          rows={rows()}
          scale={shareScale(props.all.rate.estimate)}
          written={props.figures.share}
          figureText={(figure) => props.figures.withInterval(figure, props.figures.share)}
          hidden={t("fairness.departures.small")}
          casesOf={({ id, shown }) =>
            shown === "figure" ? { href: props.casesOf(id), text: t("fairness.dots.all") } : undefined
          }
        />
      }
      table={<DeciderTable departures={props.departures} nameOf={nameOf} figures={props.figures} />}
    />
  );
}

function DeciderTable(props: {
  readonly departures: DeparturesAnswer;
  readonly nameOf: (decider: string | null) => string;
  readonly figures: Figures;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <Scroller label={t("fairness.departures.byDecider")} isInside>
      <table class="table listed figures-table">
        <thead>
          <tr>
            <th scope="col">{t("fairness.departures.decider")}</th>
            <th scope="col" class="number">
              {t("fairness.departures.proposals")}
            </th>
            <th scope="col" class="number">
              {t("fairness.departures.departed")}
            </th>
            <For each={DIRECTIONS}>
              {(direction) => (
                <th scope="col" class="number">
                  <Direction direction={direction} />
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.departures.deciders}>
            {({ decider, rates }) => (
              <tr>
                <th scope="row">{props.nameOf(decider)}</th>
                <Show
                  when={rates.shown === "rates" && rates}
                  fallback={<td colspan="5">{t("fairness.departures.small")}</td>}
                >
                  {(found) => (
                    <>
                      <td class="number">{formatCount(found().n, language())}</td>
                      <td class="number">{props.figures.rate(found().rate)}</td>
                      <For each={DIRECTIONS}>
                        {(direction) => (
                          <td class="number">{props.figures.rate(found().directions[direction].rate)}</td>
                        )}
                      </For>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

function Direction(props: { readonly direction: (typeof DIRECTIONS)[number] }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <span aria-hidden="true">{SIGNS[props.direction]}</span>{" "}
      {t(`fairness.departures.directions.${props.direction}`)}
    </>
  );
}

/** More than these are opened by whoever wants to see them. */
const SHOWN_AT_ONCE = 10;

/** The decisions that depart, those that move the most money first. */
function Departed(props: { readonly departures: DeparturesAnswer }): JSX.Element {
  const { t, language } = useWords();
  const listed = () => props.departures.decisions;
  return (
    <details open={listed().length <= SHOWN_AT_ONCE}>
      <summary>
        {t("fairness.departures.list", {
          shown: formatCount(listed().length, language()),
          departed: formatCount(props.departures.departed, language()),
        })}
      </summary>
      <Scroller label={t("fairness.departures.direction")} isInside>
        <table class="table listed">
          <thead>
            <tr>
              <th scope="col">{t("decisions.reference")}</th>
              <th scope="col">{t("decisions.decidedOn")}</th>
              <th scope="col">{t("fairness.departures.decider")}</th>
              <th scope="col">{t("fairness.departures.direction")}</th>
              <th scope="col" class="number">
                {t("fairness.departures.by")}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={listed()}>
              {(decision) => (
                <tr>
                  <th scope="row">
                    <A href={`/decisions/${decision.id}`}>{decision.reference}</A>
                  </th>
                  <td>{formatDay(decision.decidedOn, language())}</td>
                  <td>
                    <Show when={decision.decider} fallback={t("fairness.departures.byKey")}>
                      {(decider) => <ShownId id={decider()} />}
                    </Show>
                  </td>
                  <td>
                    <Direction direction={decision.direction} />
                  </td>
                  <td class="number">
                    {formatMoneyDifference(decision.byMinor, decision.currency, language())}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}
