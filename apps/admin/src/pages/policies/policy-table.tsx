import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { PolicySummary } from "../../api/answers.ts";
import { formatDay } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import type { ClauseHits } from "./find-clauses.ts";
import { FoundClauses } from "./found-clauses.tsx";
import { versionAfter, versionOn } from "./version-on.ts";

/**
 * Policies with the version of a day, since when and until when it applies, and what comes next; with what a search
 * found among the articles that each cites.
 */
export function PolicyTable(props: {
  readonly policies: readonly PolicySummary[];
  readonly day: string;
  readonly hits: readonly ClauseHits[];
}): JSX.Element {
  const { t } = useWords();
  return (
    <table class="table policies-table">
      <thead>
        <tr>
          <th scope="col">{t("policies.policy")}</th>
          <th scope="col">{t("policies.version")}</th>
          <th scope="col">{t("policies.since")}</th>
          <th scope="col">{t("policies.until")}</th>
          <th scope="col">{t("policies.next")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.policies}>
          {(policy) => (
            <PolicyRow
              policy={policy}
              day={props.day}
              hits={props.hits.find((hits) => hits.policy === policy.id)}
            />
          )}
        </For>
      </tbody>
    </table>
  );
}

function PolicyRow(props: {
  readonly policy: PolicySummary;
  readonly day: string;
  readonly hits: ClauseHits | undefined;
}): JSX.Element {
  const { t, local, language } = useWords();
  const version = () => versionOn(props.policy.versions, props.day);
  const next = () => versionAfter(props.policy.versions, props.day);
  return (
    <tr>
      <td>
        <A href={`/policies/${props.policy.id}`}>{local(props.policy.title)}</A>
        <div class="soft code">{props.policy.id}</div>
        <Show when={props.hits}>{(hits) => <FoundClauses hits={hits()} />}</Show>
      </td>
      <Show
        when={version()}
        fallback={
          <td colspan="3">
            <Tag tone="warn">{t("policies.notYet")}</Tag>
          </td>
        }
      >
        {(found) => (
          <>
            <td>{t("policies.versionName", { version: found().version })}</td>
            <td>{formatDay(found().effectiveFrom, language())}</td>
            <td>{untilText(found().effectiveUntil)}</td>
          </>
        )}
      </Show>
      <td>
        <Show when={next()} fallback="–">
          {(found) => (
            <>
              {t("policies.nextFrom", {
                version: found().version,
                day: formatDay(found().effectiveFrom, language()),
              })}
            </>
          )}
        </Show>
      </td>
    </tr>
  );

  function untilText(until: string | null): string {
    return until === null ? t("policies.openEnd") : formatDay(until, language());
  }
}
