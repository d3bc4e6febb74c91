import { A } from "@solidjs/router";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { RunProgress, SimulationSummary } from "../../api/answers.ts";
import { createRunProgress } from "../../api/create-run-progress.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatInstant } from "../../format/format.ts";
import { RunProgressView, useRunCounts } from "../../parts/run-progress.tsx";
import { Tag } from "../../parts/tag.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { cancelRun, isUnderWay, pathOfRun } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { useCasesText } from "./use-cases-text.ts";
import { useSideNames } from "./use-side-names.ts";

type Listed = {
  readonly simulations: readonly SimulationSummary[];
  /** One of them has ended, or was called off. */
  readonly onChange: () => void;
};

/** Simulations, one a line: what against what, over which cases, how far, and what it found. */
export function SimulationTable(props: Listed): JSX.Element {
  const { t } = useWords();
  // By their ids: a line stays, with its connection and whatever has the focus in it, while its counts go on.
  const ids = (): readonly string[] => props.simulations.map(({ id }) => id);
  return (
    <table class="table listed simulation-table">
      <caption class="unseen">{t("simulations.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("simulations.columns.sides")}</th>
          <th scope="col">{t("simulations.columns.cases")}</th>
          <th scope="col">{t("simulations.columns.state")}</th>
          <th scope="col">{t("simulations.columns.finding")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={ids()}>
          {(id) => (
            <Show when={props.simulations.find((one) => one.id === id)}>
              {(simulation) => <SimulationRow simulation={simulation()} onChange={() => props.onChange()} />}
            </Show>
          )}
        </For>
      </tbody>
    </table>
  );
}

function SimulationRow(props: {
  readonly simulation: SimulationSummary;
  readonly onChange: () => void;
}): JSX.Element {
  const { t, local, language } = useWords();
  const titleOf = usePolicyTitle();
  const namesOf = useSideNames();
  const casesOf = useCasesText();
  return (
    <tr>
      <th scope="row">
        <A href={`/simulations/${props.simulation.id}`}>
          {t("simulations.sides", namesOf(props.simulation))}
        </A>
        <div class="soft">{titleOf(props.simulation.policy)}</div>
        <Marks simulation={props.simulation} />
      </th>
      <td>
        <For each={casesOf(props.simulation)}>{(text) => <div>{text}</div>}</For>
      </td>
      <td>
        <HowFar {...props} />
        <div class="soft">
          {t("simulations.started", { at: formatInstant(props.simulation.createdAt, language()) })}
        </div>
      </td>
      <td>
        <Show
          when={props.simulation.headline}
          fallback={<span class="soft">{t("simulations.noFinding")}</span>}
        >
          {(headline) => local(headline())}
        </Show>
      </td>
    </tr>
  );
}

/** How far it is, as it goes on, and the way to call it off. */
function HowFar(props: {
  readonly simulation: SimulationSummary;
  readonly onChange: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const counts = useRunCounts();
  const run = () => ({ kind: "simulation", id: props.simulation.id }) as const;
  const changed = (): void => {
    void queries.invalidateQueries({ queryKey: ["runs"] });
    props.onChange();
  };
  const told = createRunProgress(
    () => (props.simulation.state === "running" ? pathOfRun(run()) : undefined),
    {
      onEnd: changed,
    },
  );
  const cancel = useMutation(() => ({ mutationFn: () => cancelRun(run()), onSettled: changed }));
  const progress = (): RunProgress => told() ?? props.simulation;
  const state = (): string => t(`tray.states.${progress().state}`);
  return (
    <>
      <Show
        when={isUnderWay(progress())}
        fallback={
          <>
            {state()}
            <div class="soft number">{counts(progress())}</div>
          </>
        }
      >
        <RunProgressView
          label={state()}
          progress={progress()}
          onCancel={() => cancel.mutate()}
          isCancelling={cancel.isPending}
        />
      </Show>
      <Show when={cancel.isError}>
        <Trouble error={cancel.error} />
      </Show>
    </>
  );
}

const MARKS = ["evidence", "formerEvidence", "provisional", "stale"] as const;
const TONES = { evidence: "plain", formerEvidence: "plain", provisional: "warn", stale: "warn" } as const;

/** What to know of a result before it is relied on. */
function Marks(props: { readonly simulation: SimulationSummary }): JSX.Element {
  const { t } = useWords();
  const marked = () => {
    const { isEvidence, isProvisional, isStale } = props.simulation;
    const is = {
      evidence: isEvidence && !isStale,
      formerEvidence: isEvidence && isStale,
      provisional: isProvisional,
      stale: isStale,
    };
    return MARKS.filter((mark) => is[mark]);
  };
  return (
    <div class="decision-tags">
      <For each={marked()}>
        {(mark) => (
          <span title={t(`simulations.marksHint.${mark}`)}>
            <Tag tone={TONES[mark]}>{t(`simulations.marks.${mark}`)}</Tag>
            <span class="unseen">{t(`simulations.marksHint.${mark}`)}</span>
          </span>
        )}
      </For>
    </div>
  );
}
