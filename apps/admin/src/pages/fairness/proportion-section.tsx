import { type Distribution, type InProportion, isComputed } from "@evenhand/analysis";
import { type Vocabulary, labelOf } from "@evenhand/policy";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../changes/scroller.tsx";
import { formatCount, formatList } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { ShownId } from "../decisions/shown-id.tsx";
import { asSentence } from "./as-sentence.ts";
import { StripPlot } from "./chart/strip-plot.tsx";
import { type Figures, useFigures } from "./figures.ts";
import { Drawn, Question } from "./question.tsx";

const MEASURES = ["penaltyToLoss", "penaltyToPay", "monthsToPay"] as const;
type Spread = Extract<Distribution, { readonly quartiles: unknown }>;

/** Is it in proportion? What penalties are beside the loss and the pay, and for how long they are taken. */
export function ProportionSection(props: {
  readonly proportion: InProportion;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const figures = useFigures(() => props.currency);
  const cap = (): string => {
    const { capBinds } = props.proportion;
    if (!isComputed(capBinds)) return asSentence(capBinds.notComputable, language());
    const { n, binds, rate } = capBinds;
    return t("fairness.proportion.cap", {
      n: formatCount(n, language()),
      binds: formatCount(binds, language()),
      rate: figures.rate(rate),
    });
  };
  const labelFor = (measure: (typeof MEASURES)[number]): string => {
    const stated = props.proportion.payStated ?? [];
    if (measure !== "penaltyToPay" || stated.length === 0)
      return t(`fairness.proportion.measures.${measure}`);
    const facts = stated.map(({ fact }) => labelOf(fact, props.vocabulary));
    return t("fairness.proportion.toPayStated", {
      facts: formatList(facts, { language: language(), type: "disjunction" }),
    });
  };
  return (
    <Question id="proportion" asks={t("fairness.proportion.asks")}>
      <For each={MEASURES}>
        {(measure) => (
          <Measured
            label={labelFor(measure)}
            distribution={props.proportion[measure]}
            written={(value) =>
              measure === "monthsToPay"
                ? t("fairness.proportion.months", { count: plain(value) })
                : figures.share(value)
            }
            figures={figures}
          />
        )}
      </For>
      <div class="drawn">
        <h3>{t("fairness.proportion.capTitle")}</h3>
        <p class="reason">{cap()}</p>
      </div>
    </Question>
  );
}

/** A quarter of the way between two whole numbers has two places, and no more. */
function plain(value: number): string {
  return String(Number(value.toFixed(2)));
}

function Measured(props: {
  readonly label: string;
  readonly distribution: Distribution;
  readonly written: (value: number) => string;
  readonly figures: Figures;
}): JSX.Element {
  const { t, language } = useWords();
  const spread = (): Spread | undefined => (isComputed(props.distribution) ? props.distribution : undefined);
  const reason = (): string =>
    isComputed(props.distribution) ? "" : asSentence(props.distribution.notComputable, language());
  const summary = ({ quartiles, outlying }: Spread): string => {
    const { n, least, lower, median, upper, most } = quartiles;
    const values = { n: formatCount(n, language()), median: props.written(median) };
    if (least === most) return t("fairness.proportion.allAlike", values);
    if (props.written(lower) === props.written(upper)) {
      return t("fairness.proportion.middleAlike", { ...values, outlying: formatCount(outlying, language()) });
    }
    return t("fairness.proportion.summary", {
      ...values,
      lower: props.written(lower),
      upper: props.written(upper),
      outlying: formatCount(outlying, language()),
    });
  };
  return (
    <Show
      when={spread()}
      fallback={
        <div class="drawn">
          <h3>{props.label}</h3>
          <p class="reason">{reason()}</p>
        </div>
      }
    >
      {(found) => (
        <Drawn
          label={props.label}
          picture={
            <>
              <p>{summary(found())}</p>
              <StripPlot rows={[{ label: "", ...found() }]} written={props.written} />
              <Show when={found().outliers.length > 0}>
                <p>
                  {t("fairness.proportion.farthest")}{" "}
                  <For each={found().outliers.slice(0, FARTHEST)}>
                    {({ id, reference, value }, index) => (
                      <>
                        <Show when={index() > 0}>{t("fairness.listComma")}</Show>
                        <A href={`/decisions/${id}`}>{reference}</A> {props.written(value)}
                      </>
                    )}
                  </For>
                </p>
              </Show>
            </>
          }
          table={<SpreadTable spread={found()} label={props.label} written={props.written} />}
        />
      )}
    </Show>
  );
}

/** So many of those that lie far off are named below the picture; the table has them all. */
const FARTHEST = 5;
const QUARTILES = ["least", "lower", "median", "upper", "most"] as const;

function SpreadTable(props: {
  readonly spread: Spread;
  readonly label: string;
  readonly written: (value: number) => string;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <Scroller label={props.label} isInside>
      <table class="table listed">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fairness.proportion.what")}</th>
            <th scope="col" class="number">
              {props.label}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("fairness.proportion.count")}</th>
            <td class="number">{formatCount(props.spread.quartiles.n, language())}</td>
          </tr>
          <For each={QUARTILES}>
            {(name) => (
              <tr>
                <th scope="row">{t(`fairness.proportion.quartiles.${name}`)}</th>
                <td class="number">{props.written(props.spread.quartiles[name])}</td>
              </tr>
            )}
          </For>
          <For each={props.spread.outliers}>
            {({ id, reference, party, value }) => (
              <tr>
                <th scope="row">
                  {t("fairness.proportion.farOff")} <A href={`/decisions/${id}`}>{reference}</A>
                  <Show when={party}>
                    {(one) => (
                      <div class="soft">
                        <ShownId id={one()} />
                      </div>
                    )}
                  </Show>
                </th>
                <td class="number">{props.written(value)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}
