import type { RuleHits } from "@evenhand/analysis";
import { For, type JSX } from "solid-js";
import { formatCount, formatCountDifference } from "../../../format/format.ts";
import type { Effect } from "../../../live/effect/effect.ts";
import { useWords } from "../../../words/words.tsx";

/** In how many cases a rule applied before, and would now; only those where that differs. */
export function RuleHitsTable(props: { readonly effect: Effect }): JSX.Element {
  const { t, local, language } = useWords();
  const changed = (): readonly RuleHits[] =>
    props.effect.rules.filter(({ baseline, candidate }) => baseline !== candidate);
  return (
    <table class="figures-table">
      <caption>{t("effect.rules")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("effect.rule")}</th>
          <th scope="col">{t("effect.before", { version: props.effect.baseVersion })}</th>
          <th scope="col">{t("effect.after")}</th>
          <th scope="col">{t("effect.difference")}</th>
        </tr>
      </thead>
      <tbody>
        <For
          each={changed()}
          fallback={
            <tr>
              <td class="soft words" colSpan={4}>
                {t("effect.noRules")}
              </td>
            </tr>
          }
        >
          {({ label, baseline, candidate }) => (
            <tr>
              <th scope="row">{local(label)}</th>
              <td>{formatCount(baseline, language())}</td>
              <td>{formatCount(candidate, language())}</td>
              <td>
                {candidate > baseline ? "▲" : "▼"} {formatCountDifference(candidate - baseline, language())}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
