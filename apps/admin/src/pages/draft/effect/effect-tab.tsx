import { For, type JSX, Show } from "solid-js";
import { formatCount, formatMoney, formatMoneyDifference } from "../../../format/format.ts";
import type { Effect } from "../../../live/effect/effect.ts";
import { useLive } from "../../../live/live.tsx";
import { useWords } from "../../../words/words.tsx";
import { ChangeList } from "./change-list.tsx";
import "./effect.css";
import { SampleLine } from "./effect-strip.tsx";
import { FullRun } from "./full-run.tsx";
import { RuleHitsTable } from "./rule-hits.tsx";
import { Standing } from "./standing.tsx";

/** With fewer cases than this nobody should conclude anything from the figures. */
const FEW = 30;

/** What the draft does to past cases in full: totals, rules, what was left out, and each case that changes. */
export function EffectTab(): JSX.Element {
  const live = useLive();
  const shown = (): Effect | undefined => {
    const { kind } = live.effectStanding();
    return kind === "known" || kind === "computing" ? live.effect() : undefined;
  };
  return (
    <div class="effect" aria-busy={live.effectStanding().kind === "computing"}>
      <Standing />
      <Show when={shown()}>{(effect) => <InFull effect={effect()} />}</Show>
    </div>
  );
}

function InFull(props: { readonly effect: Effect }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <p class="soft">
        <SampleLine effect={props.effect} />
      </p>
      <div>
        <FullRun />
      </div>
      <p class="soft">
        {t("effect.withoutLedger")}
        <Show when={props.effect.isWithoutRecord}> {t("effect.withoutRecord")}</Show>
        <Show when={props.effect.compared < FEW}> {t("effect.few")}</Show>
      </p>
      <Totals effect={props.effect} />
      <ChangeList effect={props.effect} />
      <RuleHitsTable effect={props.effect} />
      <Show when={props.effect.skipped.length > 0}>
        <SkippedTable effect={props.effect} />
      </Show>
    </>
  );
}

function Totals(props: { readonly effect: Effect }): JSX.Element {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.effect.currency, language());
  const difference = (): string => {
    const { afterMinor, beforeMinor, currency } = props.effect;
    return formatMoneyDifference(afterMinor - beforeMinor, currency, language());
  };
  return (
    <table class="figures-table">
      <caption>{t("effect.charged")}</caption>
      <tbody>
        <tr>
          <th scope="row">{t("effect.before", { version: props.effect.baseVersion })}</th>
          <td>{money(props.effect.beforeMinor)}</td>
        </tr>
        <tr>
          <th scope="row">{t("effect.after")}</th>
          <td>{money(props.effect.afterMinor)}</td>
        </tr>
        <tr>
          <th scope="row">{t("effect.difference")}</th>
          <td>{difference()}</td>
        </tr>
        <tr>
          <th scope="row">{t("effect.compared")}</th>
          <td>
            {formatCount(props.effect.compared, language())} / {formatCount(props.effect.cases, language())}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function SkippedTable(props: { readonly effect: Effect }): JSX.Element {
  const { t, local, language } = useWords();
  return (
    <table class="figures-table">
      <caption>{t("effect.skipped")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("effect.reason")}</th>
          <th scope="col">{t("effect.cases")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.effect.skipped}>
          {({ reason, cases }) => (
            <tr>
              <th scope="row">{local(reason)}</th>
              <td>{formatCount(cases, language())}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
