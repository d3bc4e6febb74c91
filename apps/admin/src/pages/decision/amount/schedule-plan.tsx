import type { PartyOutcome } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { formatMoney, formatMonth } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";

/** So many months are listed one by one. */
const MOST_MONTHS = 12;

/** In which months a total is taken, and what is in none of them. */
export function SchedulePlan(props: {
  readonly outcome: PartyOutcome;
  readonly currency: string;
}): JSX.Element {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.currency, language());
  const more = (): number => props.outcome.schedule.length - MOST_MONTHS;
  return (
    <Show when={props.outcome.schedule.length > 0 || props.outcome.outstandingMinor > 0}>
      <dl class="schedule-plan" aria-label={t("decision.amount.schedule")}>
        <For each={props.outcome.schedule.slice(0, MOST_MONTHS)}>
          {({ month, amountMinor }) => (
            <div>
              <dt>{formatMonth(month, language())}</dt>
              <dd>{money(amountMinor)}</dd>
            </div>
          )}
        </For>
        <Show when={more() > 0}>
          <div>
            <dt>{t("decision.amount.moreMonths", { count: more() })}</dt>
            <dd>…</dd>
          </div>
        </Show>
        <Show when={props.outcome.outstandingMinor > 0}>
          <div>
            <dt>
              {t(props.outcome.suspended ? "decision.amount.suspended" : "decision.amount.outstanding")}
            </dt>
            <dd>{money(props.outcome.outstandingMinor)}</dd>
          </div>
        </Show>
      </dl>
    </Show>
  );
}
