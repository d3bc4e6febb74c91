import type { FairnessSummary } from "@evenhand/service";
import { type Vocabulary, labelOf } from "@evenhand/policy";
import { A } from "@solidjs/router";
import type { UseQueryResult } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatDay, formatInstant, formatList } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { HowDecisionsCome } from "../decisions/how-decisions-come.tsx";

/** What was asked of this policy before, with what was found: each leads to its question and answer. */
export function EarlierRuns(props: {
  readonly runs: UseQueryResult<readonly FairnessSummary[], Error>;
  readonly current: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly addressOf: (run: FairnessSummary) => string;
}): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card overflow fairness-runs" aria-labelledby="earlier">
      <h2 id="earlier">{t("fairness.runs.title")}</h2>
      <Loaded query={props.runs}>
        {(runs) => (
          <Show
            when={runs().length > 0}
            fallback={
              <>
                <p class="none">{t("fairness.runs.none")}</p>
                <HowDecisionsCome />
              </>
            }
          >
            <Show when={props.current === undefined}>
              <p class="none">{t("fairness.runs.notYet")}</p>
            </Show>
            <table class="table listed">
              <thead>
                <tr>
                  <th scope="col">{t("fairness.runs.at")}</th>
                  <th scope="col">{t("fairness.runs.question")}</th>
                  <th scope="col" class="number">
                    {t("fairness.runs.decisions")}
                  </th>
                  <th scope="col">{t("fairness.runs.found")}</th>
                </tr>
              </thead>
              <tbody>
                <For each={runs()}>{(run) => <RunRow {...props} run={run} />}</For>
              </tbody>
            </table>
          </Show>
        )}
      </Loaded>
    </section>
  );
}

function RunRow(props: {
  readonly run: FairnessSummary;
  readonly current: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly addressOf: (run: FairnessSummary) => string;
}): JSX.Element {
  const { t, local, language } = useWords();
  const questionOf = useQuestionText();
  const isCurrent = (): boolean => props.run.id === props.current;
  return (
    <tr data-current={isCurrent()}>
      <th scope="row">
        <A href={props.addressOf(props.run)} aria-current={isCurrent() ? "true" : undefined}>
          {formatInstant(props.run.createdAt, language())}
        </A>
        <Show when={isCurrent()}>
          <div class="soft">{t("fairness.runs.this")}</div>
        </Show>
      </th>
      <td>{questionOf(props.run, props.vocabulary)}</td>
      <td class="number">{formatCount(props.run.decisions, language())}</td>
      <td>
        <Show when={props.run.headline} fallback={t(`tray.states.${props.run.state}`)}>
          {(headline) => local(headline())}
        </Show>
      </td>
    </tr>
  );
}

/** Days, groups and draft of a question in a line. */
function useQuestionText(): (run: FairnessSummary, vocabulary: Vocabulary) => string {
  const { t, language } = useWords();
  const daysOf = ({ from, until }: FairnessSummary): string => {
    if (from === undefined && until === undefined) return t("fairness.runs.allDays");
    return t("fairness.runs.days", {
      from: from === undefined ? "…" : formatDay(from, language()),
      to: until === undefined ? "…" : formatDay(until, language()),
    });
  };
  return (run, vocabulary) => {
    const facts = run.groups.map((fact) => labelOf(fact, vocabulary));
    return [
      daysOf(run),
      ...run.categories,
      ...(facts.length === 0
        ? []
        : [
            t("fairness.runs.byFacts", {
              facts: formatList(facts, { language: language(), type: "conjunction" }),
            }),
          ]),
      ...(run.draft ? [t("fairness.runs.withDraft")] : []),
    ].join(" · ");
  };
}
