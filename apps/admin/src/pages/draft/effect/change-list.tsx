import { For, type JSX, Show } from "solid-js";
import { formatDay, formatCount, formatMoney, formatMoneyDifference } from "../../../format/format.ts";
import type { CaseChange, Effect } from "../../../live/effect/effect.ts";
import { useWords } from "../../../words/words.tsx";

/** The cases that come out otherwise: what was to be paid, what would be, and because of which rules. */
export function ChangeList(props: { readonly effect: Effect }): JSX.Element {
  const { t, language } = useWords();
  return (
    <Show when={props.effect.changed > 0} fallback={<p>{t("effect.none")}</p>}>
      <div class="sideways">
        <table class="figures-table">
          <caption>
            {t("effect.changes")} {formatCount(props.effect.changed, language())}
            <Show when={props.effect.changes.length < props.effect.changed}>
              <span class="soft">
                {" "}
                {t("effect.listed", { count: formatCount(props.effect.changes.length, language()) })}
              </span>
            </Show>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("effect.case")}</th>
              <th scope="col">{t("effect.old")}</th>
              <th scope="col">{t("effect.new")}</th>
              <th scope="col">{t("effect.difference")}</th>
            </tr>
          </thead>
          <For each={props.effect.changes}>
            {(change) => <Change change={change} currency={props.effect.currency} />}
          </For>
        </table>
      </div>
    </Show>
  );
}

function Change(props: { readonly change: CaseChange; readonly currency: string }): JSX.Element {
  const { t, local, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.currency, language());
  const byMinor = (): number => props.change.afterMinor - props.change.beforeMinor;
  const sign = (): string => {
    if (byMinor() === 0) return "＝";
    return byMinor() > 0 ? "▲" : "▼";
  };
  const causes = (): string => {
    const named = props.change.causes.map(local);
    return named.length > 0 ? named.join(" · ") : t("effect.noCause");
  };
  return (
    <tbody>
      <tr>
        <th scope="row">{props.change.appliesOn ? formatDay(props.change.appliesOn, language()) : "–"}</th>
        <td>{money(props.change.beforeMinor)}</td>
        <td>{money(props.change.afterMinor)}</td>
        <td>
          {sign()} {formatMoneyDifference(byMinor(), props.currency, language())}
        </td>
      </tr>
      <tr class="cause">
        <td class="words" colSpan={4}>
          <span class="soft">
            {props.change.kinds.map((kind) => t(`effect.kinds.${kind}`)).join(" · ")} –{" "}
            {t("effect.cause")}{" "}
          </span>
          {causes()}{" "}
          <span class="soft code" data-part="id">
            {props.change.id}
          </span>
        </td>
      </tr>
    </tbody>
  );
}
