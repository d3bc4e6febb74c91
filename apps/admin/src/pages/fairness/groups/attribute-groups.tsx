import { type AttributeDisparity, type GroupDisparity, isComputed } from "@evenhand/analysis";
import { For, type JSX, Show, createMemo } from "solid-js";
import { formatCount, formatMoney } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import { asSentence } from "../as-sentence.ts";
import { type Cases, DotChart } from "../chart/dot-chart.tsx";
import { type DotRow, valuesOf } from "../chart/dot-row.ts";
import { differenceScale, ratioScale } from "../chart/scale.ts";
import { StripPlot } from "../chart/strip-plot.tsx";
import type { StripRow } from "../chart/strip.ts";
import { type Figures, useFigures } from "../figures.ts";
import { Drawn } from "../question.tsx";
import { AmountTable } from "./amount-table.tsx";
import { type Measure, countRows, disparityRows } from "./disparity-rows.ts";
import type { CasesOfGroup } from "./group-header.tsx";
import { RateTable } from "./rate-table.tsx";

type OneOf = {
  readonly disparity: AttributeDisparity;
  readonly measure: Measure;
  /** ISO 4217, of the amounts. */
  readonly currency: string;
  readonly casesOf: CasesOfGroup;
};

/** The groups of one fact beside those that each is compared with: what was found, a picture, and the table of all figures. */
export function AttributeGroups(props: OneOf): JSX.Element {
  const { t, local, language } = useWords();
  const figures = useFigures(() => props.currency);
  const reason = (): string =>
    asSentence(props.disparity.reason?.notComputable ?? { en: "", zh: "" }, language());
  const reference = (): string => {
    const { reference: group, values } = props.disparity.attribute;
    if (group === undefined) return t("fairness.groups.comparable");
    return t("fairness.groups.comparableOf", { group: local(values?.[group] ?? { en: group, zh: group }) });
  };
  const label = (): string =>
    t(`fairness.groups.of.${props.measure}`, {
      attribute: local(props.disparity.attribute.label),
      reference: reference(),
    });
  return (
    <Show
      when={!props.disparity.reason}
      fallback={
        <div class="drawn">
          <h3>{label()}</h3>
          <p class="reason">{reason()}</p>
        </div>
      }
    >
      <Drawn
        label={label()}
        lead={<Titles groups={props.disparity.groups} />}
        picture={<Picture {...props} label={label()} figures={figures} />}
        table={
          <Show
            when={props.measure === "amount"}
            fallback={<RateTable disparity={props.disparity} figures={figures} casesOf={props.casesOf} />}
          >
            <AmountTable disparity={props.disparity} figures={figures} casesOf={props.casesOf} />
          </Show>
        }
      />
    </Show>
  );
}

/** What was found, each with its limit; findings first. */
function Titles(props: { readonly groups: readonly GroupDisparity[] }): JSX.Element {
  const { local } = useWords();
  const compared = () =>
    props.groups
      .filter((group) => group.shown === "compared")
      .toSorted((a, b) => Number(b.isFinding) - Number(a.isFinding));
  return (
    <ul class="titles">
      <For each={compared()}>
        {({ titles, isFinding }) => (
          <For each={titles}>{(title) => <li data-finding={isFinding}>{local(title)}</li>}</For>
        )}
      </For>
    </ul>
  );
}

function Picture(props: OneOf & { readonly label: string; readonly figures: Figures }): JSX.Element {
  const { t, local, language } = useWords();
  const rows = createMemo(() =>
    disparityRows(props.disparity, { measure: props.measure, labelOf: ({ label }) => local(label) }),
  );
  const isAmount = (): boolean => props.measure === "amount";
  const written = (value: number): string =>
    isAmount() ? props.figures.difference(value) : props.figures.times(value);
  const count = (of: number): string => formatCount(of, language());
  const summary = (): string => {
    const { compared, findings, small } = countRows(rows());
    const sentence = t("fairness.groups.summary", { compared: count(compared), findings: count(findings) });
    return small === 0 ? sentence : `${sentence}${t("fairness.groups.smallOnes", { small: count(small) })}`;
  };
  const casesOf = ({ id }: DotRow): Cases | undefined => {
    const group = props.disparity.groups.find((one) => one.group === id);
    return group?.shown === "compared"
      ? { href: props.casesOf(id), text: t("fairness.cases", { count: count(group.n) }) }
      : undefined;
  };
  return (
    <>
      <p>{summary()}</p>
      <DotChart
        label={props.label}
        rows={rows()}
        scale={isAmount() ? differenceScale(valuesOf(rows())) : ratioScale(valuesOf(rows()))}
        written={written}
        figureText={(figure) => props.figures.withInterval(figure, written)}
        hidden={t("fairness.hidden")}
        casesOf={casesOf}
      />
      <Show when={isAmount()}>
        <Paid groups={props.disparity.groups} currency={props.currency} />
      </Show>
    </>
  );
}

/** What each group pays, above what is paid in the cases that it is compared with. */
function Paid(props: { readonly groups: readonly GroupDisparity[]; readonly currency: string }): JSX.Element {
  const { t, local, language } = useWords();
  const rows = (): readonly StripRow[] =>
    props.groups.flatMap((group) => {
      if (group.shown !== "compared" || !isComputed(group.amount)) return [];
      const { paid } = group.amount;
      const own = isComputed(paid.group)
        ? [{ label: local(group.label), quartiles: paid.group, outliers: [] }]
        : [];
      const others = isComputed(paid.reference)
        ? [
            {
              label: t("fairness.groups.paidOthers", { group: local(group.label) }),
              quartiles: paid.reference,
              outliers: [],
            },
          ]
        : [];
      return [...own, ...others];
    });
  return (
    <Show when={rows().length > 0}>
      <p>{t("fairness.groups.paid")}</p>
      <StripPlot
        rows={rows()}
        written={(minor) => formatMoney(Math.round(minor), props.currency, language())}
      />
    </Show>
  );
}
