import { For, type JSX, Show } from "solid-js";
import { formatDay, formatCount, formatMoney, formatMoneyDifference } from "../../../format/format.ts";
import type { CaseChange, Effect } from "../../../live/effect/effect.ts";
import { useWords } from "../../../words/words.tsx";

/** The cases that come out otherwise: what was to be paid, what would be, and because of which rules. */
export function ChangeList(props: { readonly effect: Effect }): JSX.Element {
  const { t, language } = useWords();
  return (
    <Show when={props.effect.changed > 0} fallback={<p>{t("effect.none")}</p>}>
      <section class="case-changes">
        <h3>
          {t("effect.changes")} {formatCount(props.effect.changed, language())}{" "}
          <Show when={props.effect.changes.length < props.effect.changed}>
            <span class="soft">
              {t("effect.listed", { count: formatCount(props.effect.changes.length, language()) })}
            </span>
          </Show>
        </h3>
        <ul>
          <For each={props.effect.changes}>
            {(change) => <Change change={change} currency={props.effect.currency} />}
          </For>
        </ul>
      </section>
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
    <li>
      <div class="case-change">
        <span>{props.change.appliesOn ? formatDay(props.change.appliesOn, language()) : "–"}</span>
        <strong>
          {sign()} {formatMoneyDifference(byMinor(), props.currency, language())}
        </strong>
      </div>
      <div class="case-change">
        <span class="soft">{props.change.kinds.map((kind) => t(`effect.kinds.${kind}`)).join(" · ")}</span>
        <span>
          {money(props.change.beforeMinor)} → {money(props.change.afterMinor)}
        </span>
      </div>
      <div>
        <span class="soft">{t("effect.cause")}</span> {causes()}
      </div>
      <div class="soft code">{props.change.id}</div>
    </li>
  );
}
