import { type AttributeDisparity, type GroupDisparity, isComputed } from "@evenhand/analysis";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../../changes/scroller.tsx";
import { formatCount } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { Figures } from "../figures.ts";
import { GroupHeader, type CasesOfGroup } from "./group-header.tsx";

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;

/** How often each group is penalised: over all cases, and among comparable ones, both ratios of each with their tests. */
export function RateTable(props: {
  readonly disparity: AttributeDisparity;
  readonly figures: Figures;
  readonly casesOf: CasesOfGroup;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Scroller label={t("fairness.groups.rateTable")} isInside>
      <table class="table listed figures-table">
        <caption class="unseen">{t("fairness.groups.rateTable")}</caption>
        <thead>
          <tr>
            <th scope="col" rowspan="2">
              {t("fairness.groups.group")}
            </th>
            <th scope="colgroup" colspan="3">
              {t("fairness.groups.rates")}
            </th>
            <th scope="colgroup" colspan="3">
              {t("fairness.groups.crude")}
            </th>
            <th scope="colgroup" colspan="5">
              {t("fairness.groups.stratified")}
            </th>
          </tr>
          <tr>
            <Heading of="n" />
            <Heading of="penalised" />
            <Heading of="others" />
            <Heading of="penaltyRatio" />
            <Heading of="noPenaltyRatio" />
            <Heading of="fisher" />
            <Heading of="n" />
            <Heading of="penaltyRatio" />
            <Heading of="noPenaltyRatio" />
            <Heading of="mantelHaenszel" />
            <Heading of="holm" />
          </tr>
        </thead>
        <tbody>
          <For each={props.disparity.groups}>
            {(group) => (
              <tr>
                <GroupHeader group={group} casesOf={props.casesOf} />
                <Show
                  when={group.shown === "compared" && group}
                  fallback={<td colspan="11">{t("fairness.smallGroup")}</td>}
                >
                  {(compared) => <RateCells group={compared()} figures={props.figures} />}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

type HeadingName =
  | "n"
  | "penalised"
  | "others"
  | "penaltyRatio"
  | "noPenaltyRatio"
  | "fisher"
  | "mantelHaenszel"
  | "holm";

function Heading(props: { readonly of: HeadingName }): JSX.Element {
  const { t } = useWords();
  return (
    <th scope="col" class="number">
      {t(`fairness.groups.columns.${props.of}`)}
    </th>
  );
}

function RateCells(props: { readonly group: Compared; readonly figures: Figures }): JSX.Element {
  const { local, language } = useWords();
  const crude = () => props.group.rate.crude;
  const stratified = () => {
    const { stratified: found } = props.group.rate;
    return isComputed(found) ? found : undefined;
  };
  const reason = (): string => {
    const { stratified: found } = props.group.rate;
    return isComputed(found) ? "" : local(found.notComputable);
  };
  const p = (value: number | undefined): string => (value === undefined ? "–" : props.figures.p(value));
  const fisher = (): number | undefined => {
    const { test } = crude();
    return isComputed(test) ? test.twoSided : undefined;
  };
  return (
    <>
      <td class="number">{formatCount(props.group.n, language())}</td>
      <td class="number">{props.figures.rate(props.group.rate.group)}</td>
      <td class="number">{props.figures.rate(props.group.rate.reference)}</td>
      <td class="number">{props.figures.ratio(crude().penaltyRatio)}</td>
      <td class="number">{props.figures.ratio(crude().noPenaltyRatio)}</td>
      <td class="number">{p(fisher())}</td>
      <Show when={stratified()} fallback={<td colspan="5">{reason()}</td>}>
        {(found) => (
          <>
            <td class="number">{formatCount(found().inGroup, language())}</td>
            <td class="number">{props.figures.ratio(found().penaltyRatio)}</td>
            <td class="number">{props.figures.ratio(found().noPenaltyRatio)}</td>
            <td class="number">{p(props.group.rateP?.p)}</td>
            <td class="number">{p(props.group.rateP?.adjusted)}</td>
          </>
        )}
      </Show>
    </>
  );
}
