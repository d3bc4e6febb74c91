import type { SimulationResult } from "@evenhand/analysis";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatMoney } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { SignedDifference } from "./changed-cases.tsx";

/** How many cases stand in the figures, which do not and why, and what to bear in mind. */
export function Evaluated(props: {
  readonly result: SimulationResult;
  /** Whether there are cases that were not looked at, or not yet. */
  readonly isPart: boolean;
}): JSX.Element {
  const { t, local, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  return (
    <>
      <p>
        {t(props.isPart ? "simulation.evaluatedSoFar" : "simulation.evaluated", {
          evaluated: count(props.result.counts.evaluated),
          taken: count(props.result.counts.taken),
        })}
        {" · "}
        {t("simulation.skipped", { count: count(props.result.counts.skipped) })}
      </p>
      <Show when={props.result.skipped.length > 0}>
        <details class="whole-rule">
          <summary>{t("simulation.skippedTitle")}</summary>
          <SkippedTable result={props.result} />
        </details>
      </Show>
      <Show when={props.result.limits.length > 0}>
        <details class="whole-rule" open>
          <summary>{t("simulation.limits")}</summary>
          <ul>
            <For each={props.result.limits}>{(limit) => <li>{local(limit)}</li>}</For>
          </ul>
        </details>
      </Show>
    </>
  );
}

function SkippedTable(props: { readonly result: SimulationResult }): JSX.Element {
  const { t, local, language } = useWords();
  return (
    <div class="overflow">
      <table class="table small-table">
        <thead>
          <tr>
            <th scope="col">{t("simulation.reason")}</th>
            <th scope="col" class="number">
              {t("simulation.cases")}
            </th>
            <th scope="col">{t("simulation.first")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.result.skipped}>
            {({ reason, cases, examples }) => (
              <tr>
                <th scope="row">{local(reason)}</th>
                <td class="number">{formatCount(cases, language())}</td>
                <td class="code">{examples.join(" · ")}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

/** What both sides charge in all, and how many people that concerns. */
export function Totals(props: { readonly result: SimulationResult }): JSX.Element {
  const { t, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, props.result.currency, language());
  return (
    <dl class="figures simulation-figures">
      <Figure name={t("simulation.totals.baseline")}>{money(props.result.amounts.baselineMinor)}</Figure>
      <Figure name={t("simulation.totals.candidate")}>
        {money(props.result.amounts.candidateMinor)}{" "}
        <SignedDifference minor={props.result.amounts.netMinor} currency={props.result.currency} />
      </Figure>
      <Figure name={t("simulation.totals.moved")}>{money(props.result.amounts.movedMinor)}</Figure>
      <For each={["concerned", "affected", "higher", "lower"] as const}>
        {(name) => (
          <Figure name={t(`simulation.people.${name}`)}>
            {formatCount(props.result.people[name], language())}
          </Figure>
        )}
      </For>
    </dl>
  );
}

function Figure(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
