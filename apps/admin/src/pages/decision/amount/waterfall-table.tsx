import { For, type JSX } from "solid-js";
import { useWords } from "../../../words/words.tsx";
import type { WaterfallWords } from "./waterfall-words.ts";
import type { Waterfall } from "./waterfall.ts";

/** The parts of an amount, each with its article and what is charged once it is counted. */
export function WaterfallTable(props: {
  readonly waterfall: Waterfall;
  readonly words: WaterfallWords;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="overflow">
      <table class="table waterfall-table">
        <thead>
          <tr>
            <th scope="col">{t("decision.amount.what")}</th>
            <th scope="col">{t("decision.clause")}</th>
            <th scope="col" class="number">
              {t("decision.amount.by")}
            </th>
            <th scope="col" class="number">
              {t("decision.amount.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.waterfall.parts}>
            {(part) => (
              <tr>
                <td>{props.words.name(part)}</td>
                <td>{props.words.clause(part)}</td>
                <td class="number">{props.words.difference(part.amountMinor)}</td>
                <td class="number">{props.words.money(part.startMinor + part.amountMinor)}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="3">
              {t("decision.amount.total")}
            </th>
            <td class="number">{props.words.money(props.waterfall.totalMinor)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
