import { type RecordedDecision, wordLabel } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { useMay } from "../../api/use-may.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatDay, formatInstant } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";

/** The parts of the whole page, by their ids. */
const PARTS = [
  "amount",
  "story",
  "why-not",
  "what-would-change",
  "comparators",
  "other-rules",
  "appeals",
  "proof",
] as const;

/** Which decision it is, what became of the case, and whether it still counts. */
export function DecisionHead(props: { readonly decision: RecordedDecision }): JSX.Element {
  const { t, local, language } = useWords();
  const titleOf = usePolicyTitle();
  const may = useMay();
  const record = () => props.decision.record;
  const parts = () => PARTS.filter((part) => part !== "comparators" || may("decisions:read"));
  return (
    <header class="decision-head">
      <div class="decision-title">
        <h1>{t("decision.title", { reference: props.decision.reference })}</h1>
        <Tag tone={props.decision.status === "in-force" ? "good" : "plain"}>
          {t(`decisions.statuses.${props.decision.status}`)}
        </Tag>
        <Show when={record().departures.length > 0}>
          <Tag tone="warn">{t("decisions.departure")}</Tag>
        </Show>
      </div>
      <p>
        <strong>{local(wordLabel(record().outcome.disposition, {}))}</strong>
        {" · "}
        {t("decision.decidedOn", { day: formatDay(record().decidedOn, language()) })}
        {" · "}
        {t("decision.recordedAt", { at: formatInstant(props.decision.recordedAt, language()) })}
        {" · "}
        <A href={`/policies/${record().policy.id}?version=${record().policy.version}`}>
          {t("decision.under", {
            policy: titleOf(record().policy.id),
            version: record().policy.version,
          })}
        </A>
      </p>
      <Show when={props.decision.supersededBy}>
        {(other) => (
          <p>
            <A href={`/decisions/${other()}`}>{t("decision.supersededBy")}</A>
          </p>
        )}
      </Show>
      <Show when={record().supersedes}>
        {(other) => (
          <p>
            <A href={`/decisions/${other()}`}>{t("decision.supersedes")}</A>
          </p>
        )}
      </Show>
      <Show when={may("policies:read")}>
        <nav class="decision-parts" aria-label={t("decision.parts.label")}>
          <For each={parts()}>{(part) => <a href={`#${part}`}>{t(`decision.parts.${part}`)}</a>}</For>
        </nav>
      </Show>
    </header>
  );
}
