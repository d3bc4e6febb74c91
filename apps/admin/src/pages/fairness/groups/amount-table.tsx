import {
  type AmountDisparity,
  type AttributeDisparity,
  type GroupDisparity,
  isComputed,
} from "@evenhand/analysis";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../../changes/scroller.tsx";
import { formatCount } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { Figures } from "../figures.ts";
import { type CasesOfGroup, GroupHeader } from "./group-header.tsx";

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;

const COLUMNS = ["n", "comparable", "typical", "permutation", "holm"] as const;

/** How much those of each group pay who pay anything, beside comparable cases. */
export function AmountTable(props: {
  readonly disparity: AttributeDisparity;
  readonly figures: Figures;
  readonly casesOf: CasesOfGroup;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Scroller label={t("fairness.groups.amountTable")} isInside>
      <table class="table listed figures-table">
        <caption class="unseen">{t("fairness.groups.amountTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fairness.groups.group")}</th>
            <For each={COLUMNS}>
              {(column) => (
                <th scope="col" class="number">
                  {t(`fairness.groups.columns.${column}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.disparity.groups}>
            {(group) => (
              <tr>
                <GroupHeader group={group} casesOf={props.casesOf} />
                <Show
                  when={group.shown === "compared" && group}
                  fallback={<td colspan={COLUMNS.length}>{t("fairness.smallGroup")}</td>}
                >
                  {(compared) => <AmountCells group={compared()} figures={props.figures} />}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

function AmountCells(props: { readonly group: Compared; readonly figures: Figures }): JSX.Element {
  const { local, language } = useWords();
  const amount = (): AmountDisparity | undefined =>
    isComputed(props.group.amount) ? props.group.amount : undefined;
  const reason = (): string =>
    isComputed(props.group.amount) ? "" : local(props.group.amount.notComputable);
  const typical = ({ typical: found }: AmountDisparity): string => {
    if (!isComputed(found)) return local(found.notComputable);
    const { estimate, interval } = found;
    return isComputed(interval)
      ? props.figures.withInterval({ ...interval, estimate }, props.figures.difference)
      : props.figures.difference(estimate);
  };
  const p = (value: number | undefined): string => (value === undefined ? "–" : props.figures.p(value));
  return (
    <Show when={amount()} fallback={<td colspan={COLUMNS.length}>{reason()}</td>}>
      {(found) => (
        <>
          <td class="number">{formatCount(found().inGroup, language())}</td>
          <td class="number">{formatCount(found().inReference, language())}</td>
          <td class="number">{typical(found())}</td>
          <td class="number">{p(props.group.amountP?.p)}</td>
          <td class="number">{p(props.group.amountP?.adjusted)}</td>
        </>
      )}
    </Show>
  );
}
