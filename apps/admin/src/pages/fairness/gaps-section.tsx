import { A } from "@solidjs/router";
import type { GapChange } from "@evenhand/analysis";
import type { DraftFairness } from "@evenhand/service";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../changes/scroller.tsx";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { useFigures } from "./figures.ts";
import { Question } from "./question.tsx";

const SIGNS = { widens: "▲", narrows: "▼", same: "＝", unsaid: "?" } as const;

/** Would the draft widen a gap? Group by group what the distance from the others is under the version in force and under the draft. */
export function GapsSection(props: {
  readonly draft: DraftFairness;
  readonly policy: string;
  readonly currency: string;
}): JSX.Element {
  const { t, local, language } = useWords();
  const count = (value: number): string => formatCount(value, language());
  return (
    <Question id="gaps" asks={t("fairness.gaps.asks")}>
      <p>{local(props.draft.headline)}</p>
      <p class="soft">
        {t("fairness.gaps.basis", {
          version: props.draft.baseline.version,
          cases: count(props.draft.counts.cases),
          compared: count(props.draft.counts.compared),
          skipped: count(props.draft.counts.skipped),
        })}
      </p>
      <p>
        <A href={`/policies/${props.policy}/draft/${props.draft.draft}`}>{t("fairness.gaps.open")}</A>
      </p>
      <Show when={props.draft.gaps.length > 0} fallback={<p>{t("fairness.gaps.none")}</p>}>
        <GapTable gaps={props.draft.gaps} currency={props.currency} />
      </Show>
      <Show when={props.draft.skipped.length > 0}>
        <details>
          <summary>{t("fairness.gaps.skipped")}</summary>
          <ul>
            <For each={props.draft.skipped}>
              {({ reason, cases }) => (
                <li>{t("fairness.gaps.skippedFor", { reason: local(reason), cases: count(cases) })}</li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <ul class="soft">
        <For each={props.draft.limits}>{(limit) => <li>{local(limit)}</li>}</For>
      </ul>
    </Question>
  );
}

function GapTable(props: { readonly gaps: readonly GapChange[]; readonly currency: string }): JSX.Element {
  const { t, local } = useWords();
  const figures = useFigures(() => props.currency);
  const written = ({ measure }: GapChange, value: number | null): string => {
    if (value === null) return "–";
    return measure === "amount" ? figures.difference(value) : figures.times(value);
  };
  return (
    <Scroller label={t("fairness.gaps.asks")} isInside>
      <table class="table listed figures-table">
        <caption class="unseen">{t("fairness.gaps.asks")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fairness.groups.group")}</th>
            <th scope="col">{t("fairness.ask.measure")}</th>
            <th scope="col" class="number">
              {t("fairness.gaps.before")}
            </th>
            <th scope="col" class="number">
              {t("fairness.gaps.after")}
            </th>
            <th scope="col">{t("fairness.gaps.change")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.gaps}>
            {(gap) => (
              <tr>
                <th scope="row">{local(gap.label)}</th>
                <td>{t(`fairness.gaps.measures.${gap.measure}`)}</td>
                <td class="number">{written(gap, gap.before)}</td>
                <td class="number">{written(gap, gap.after)}</td>
                <td>
                  <strong>
                    <span aria-hidden="true">{SIGNS[gap.change]}</span>{" "}
                    {t(`fairness.gaps.changes.${gap.change}`)}
                  </strong>
                  <div class="soft">{local(gap.words)}</div>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}
