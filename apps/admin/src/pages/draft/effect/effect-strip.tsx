import { type JSX, Show } from "solid-js";
import { formatCount, formatInstant, formatMoneyDifference, formatSeconds } from "../../../format/format.ts";
import type { Effect } from "../../../live/effect/effect.ts";
import { useLive } from "../../../live/live.tsx";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import "./effect.css";
import { FullRun } from "./full-run.tsx";
import { Standing } from "./standing.tsx";

/** What the draft would have done to past cases, in one line below the editor, at every edit. */
export function EffectStrip(props: { readonly onOpen: () => void }): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const isCurrent = (): boolean => live.effectStanding().kind === "known";
  const isComing = (): boolean => ["loading", "computing"].includes(live.effectStanding().kind);
  const shown = (): Effect | undefined =>
    isCurrent() || live.effectStanding().kind === "computing" ? live.effect() : undefined;
  return (
    <section class="card effect-strip" aria-label={t("effect.title")} aria-busy={isComing()}>
      <h2>{t("effect.title")}</h2>
      <Show when={shown()}>{(effect) => <Headline effect={effect()} isCurrent={isCurrent()} />}</Show>
      <Standing />
      <Show when={shown()}>
        <div class="tools">
          <Button onClick={() => props.onOpen()}>{t("effect.open")}</Button>
          <FullRun />
        </div>
      </Show>
    </section>
  );
}

function Headline(props: { readonly effect: Effect; readonly isCurrent: boolean }): JSX.Element {
  const { t, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  const unmoved = (): number => props.effect.changed - props.effect.higher - props.effect.lower;
  const difference = (): string => {
    const { afterMinor, beforeMinor, currency } = props.effect;
    return formatMoneyDifference(afterMinor - beforeMinor, currency, language());
  };
  return (
    <div class="headline" data-current={props.isCurrent}>
      <p class="soft">
        <SampleLine effect={props.effect} /> ·{" "}
        {t("effect.took", { seconds: formatSeconds(props.effect.tookMs, language()) })}
      </p>
      <dl class="figures">
        <Figure name={t("effect.changed")} value={count(props.effect.changed)} />
        <Figure name={`▲ ${t("effect.higher")}`} value={count(props.effect.higher)} />
        <Figure name={`▼ ${t("effect.lower")}`} value={count(props.effect.lower)} />
        <Figure name={`＝ ${t("effect.same")}`} value={count(unmoved())} />
        <Figure name={t("effect.total")} value={difference()} />
        <Figure name={t("effect.otherApproval")} value={count(props.effect.otherApproval)} />
      </dl>
    </div>
  );
}

/** Which cases, which versions, and as of when: it stands with every figure. */
export function SampleLine(props: { readonly effect: Effect }): JSX.Element {
  const { t, language } = useWords();
  return (
    <>
      {t("effect.sample", {
        cases: formatCount(props.effect.cases, language()),
        version: props.effect.baseVersion,
        at: formatInstant(props.effect.takenAt, language()),
      })}
    </>
  );
}

function Figure(props: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
