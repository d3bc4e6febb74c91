import { type DecisionSummary, wordLabel } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatDay, formatMoney } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { ShownId } from "./shown-id.tsx";

/** Decisions, one a line; each leads to why it came out so. */
export function DecisionTable(props: { readonly decisions: readonly DecisionSummary[] }): JSX.Element {
  const { t } = useWords();
  return (
    <table class="table listed decisions-table">
      <caption class="unseen">{t("decisions.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("decisions.reference")}</th>
          <th scope="col">{t("decisions.decidedOn")}</th>
          <th scope="col">{t("decisions.policy")}</th>
          <th scope="col">{t("decisions.outcome")}</th>
          <th scope="col">{t("decisions.parties")}</th>
          <th scope="col" class="number">
            {t("decisions.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.decisions}>{(decision) => <DecisionRow decision={decision} />}</For>
      </tbody>
    </table>
  );
}

function DecisionRow(props: { readonly decision: DecisionSummary }): JSX.Element {
  const { t, local, language } = useWords();
  const titleOf = usePolicyTitle();
  const money = (minor: number): string => formatMoney(minor, props.decision.currency, language());
  return (
    <tr data-status={props.decision.status}>
      <th scope="row">
        <A href={`/decisions/${props.decision.id}`}>{props.decision.reference}</A>
      </th>
      <td>{formatDay(props.decision.decidedOn, language())}</td>
      <td>
        {titleOf(props.decision.policy.id)}
        <div class="soft">{t("policies.versionName", { version: props.decision.policy.version })}</div>
      </td>
      <td>
        {local(wordLabel(props.decision.disposition, {}))}
        <div class="decision-tags">
          <Show when={props.decision.status === "superseded"}>
            <Tag>{t("decisions.statuses.superseded")}</Tag>
          </Show>
          <Show when={props.decision.isDeparture}>
            <Tag tone="warn">{t("decisions.departure")}</Tag>
          </Show>
        </div>
      </td>
      <td>
        <Parties parties={props.decision.parties} />
      </td>
      <td class="number">{money(props.decision.totalMinor)}</td>
    </tr>
  );
}

/** More parties than these are only counted. */
const MOST_PARTIES = 3;

function Parties(props: Pick<DecisionSummary, "parties">): JSX.Element {
  const { t } = useWords();
  const more = (): number => props.parties.length - MOST_PARTIES;
  return (
    <ul class="decision-parties">
      <For each={props.parties.slice(0, MOST_PARTIES)}>
        {({ party }) => (
          <li>
            <ShownId id={party} />
          </li>
        )}
      </For>
      <Show when={more() > 0}>
        <li class="soft">{t("decisions.moreParties", { count: more() })}</li>
      </Show>
    </ul>
  );
}
