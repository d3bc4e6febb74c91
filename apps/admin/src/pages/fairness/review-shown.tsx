import type { FairnessKept, FairnessView } from "@evenhand/service";
import { isComputed } from "@evenhand/analysis";
import type { Vocabulary } from "@evenhand/policy";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createSignal } from "solid-js";
import type { RunProgress } from "../../api/answers.ts";
import { createRunProgress } from "../../api/create-run-progress.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { RunProgressView } from "../../parts/run-progress.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { cancelRun, isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { asSentence } from "./as-sentence.ts";
import { casesAddress } from "./cases/cases-address.ts";
import { DeparturesSection } from "./departures-section.tsx";
import { pathOf, reviewQuery } from "./fairness-queries.ts";
import { GapsSection } from "./gaps-section.tsx";
import type { Measure } from "./groups/disparity-rows.ts";
import { GroupsSection } from "./groups/groups-section.tsx";
import { LeftOutSection } from "./left-out-section.tsx";
import { LikeSection } from "./like/like-section.tsx";
import { ProportionSection } from "./proportion-section.tsx";
import { Question } from "./question.tsx";
import { ResultHead } from "./result-head.tsx";
import { TimelinessSection } from "./timeliness-section.tsx";

type Shown = {
  readonly measure: Measure;
  readonly vocabulary: Vocabulary;
  /** Asks the same of one kind of case. */
  readonly onKind: (kind: string) => void;
};

/** One run: how far it is by the service's own counts, and what it answered. */
export function ReviewShown(props: Shown & { readonly id: string }): JSX.Element {
  const { t } = useWords();
  const review = useQuery(() => reviewQuery(props.id));
  return (
    <Loaded query={review}>
      {(found) => (
        <Switch fallback={<p class="card fairness-card">{t("fairness.runs.failed")}</p>}>
          <Match when={isUnderWay(found())}>
            <UnderWay review={found()} />
          </Match>
          <Match when={found().result}>
            {(kept) => <Answered {...props} review={found()} kept={kept()} />}
          </Match>
        </Switch>
      )}
    </Loaded>
  );
}

/** How far it is, as the service tells it; it can be called off. Everything is read anew once it is over. */
function UnderWay(props: { readonly review: FairnessView }): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [failure, setFailure] = createSignal<unknown>();
  const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ["fairness"] });
  const heard = createRunProgress(() => pathOf(props.review.id), {
    onEnd: () => void lookAgain(),
    onFailure: setFailure,
  });
  const cancel = useMutation(() => ({
    mutationFn: () => cancelRun({ kind: "fairness", id: props.review.id }),
    onSettled: lookAgain,
  }));
  const progress = (): RunProgress => heard() ?? props.review;
  return (
    <section class="card fairness-card" aria-busy="true">
      <RunProgressView
        label={t(`tray.states.${progress().state}`)}
        progress={progress()}
        onCancel={() => cancel.mutate()}
        isCancelling={cancel.isPending}
      />
      <Show when={failure() ?? cancel.error}>{(error) => <Trouble error={error()} />}</Show>
    </section>
  );
}

function Answered(
  props: Shown & { readonly review: FairnessView; readonly kept: FairnessKept },
): JSX.Element {
  const answers = () => props.kept.review;
  const currency = (): string => answers().currency;
  return (
    <>
      <ResultHead {...props} />
      <Show when={answers().counts.decisions > 0}>
        <LikeSection like={answers().likeCases} currency={currency()} vocabulary={props.vocabulary} />
        <GroupsSection
          disparities={answers().disparities}
          crossed={answers().crossed}
          measure={props.measure}
          currency={currency()}
          vocabulary={props.vocabulary}
          casesOf={(group) => casesAddress(props.review.id, group)}
        />
        <Show when={props.kept.draft}>
          {(draft) => <GapsSection draft={draft()} policy={props.review.policy} currency={currency()} />}
        </Show>
        <DeparturesSection
          departures={answers().departures}
          currency={currency()}
          casesOf={(decider) => casesAddress(props.review.id, { decider })}
        />
        <LeftOut {...props} />
        <ProportionSection
          proportion={answers().proportion}
          currency={currency()}
          vocabulary={props.vocabulary}
        />
        <TimelinessSection steps={answers().timeliness} currency={currency()} vocabulary={props.vocabulary} />
      </Show>
    </>
  );
}

function LeftOut(props: Shown & { readonly kept: FairnessKept }): JSX.Element {
  const { t, language } = useWords();
  const found = () => {
    const { leftOut } = props.kept.review;
    return isComputed(leftOut) ? leftOut : undefined;
  };
  const reason = (): string => {
    const { leftOut } = props.kept.review;
    return isComputed(leftOut) ? "" : asSentence(leftOut.notComputable, language());
  };
  return (
    <Show
      when={found()}
      fallback={
        <Question id="left-out" asks={t("fairness.leftOut.asks")}>
          <p class="reason">{reason()}</p>
        </Question>
      }
    >
      {(leftOut) => (
        <LeftOutSection
          leftOut={leftOut()}
          currency={props.kept.review.currency}
          vocabulary={props.vocabulary}
        />
      )}
    </Show>
  );
}
