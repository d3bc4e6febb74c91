import { A } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { SimulationSummary } from "../../api/answers.ts";
import { createRunProgress } from "../../api/create-run-progress.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { RunProgressView } from "../../parts/run-progress.tsx";
import { isUnderWay, pathOfRun } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { simulationsQuery } from "../simulations/simulation-queries.ts";

const SHOWN = 3;

/** Simulations that run and the last that ended, and the way to another. */
export function Simulations(): JSX.Element {
  const { t } = useWords();
  const simulations = useQuery(() => simulationsQuery(undefined));
  const shown = (): readonly SimulationSummary[] => (simulations.data ?? []).slice(0, SHOWN);
  const ids = (): readonly string[] => shown().map(({ id }) => id);
  return (
    <section class="card">
      <div class="home-head">
        <h2>
          <A href="/simulations">{t("simulations.title")}</A>
        </h2>
        <A href="/simulations/new">{t("simulations.begin")}</A>
      </div>
      <Loaded query={simulations}>
        {() => (
          <ul>
            <For each={ids()} fallback={<li class="soft">{t("simulations.none")}</li>}>
              {(id) => (
                <Show when={shown().find((one) => one.id === id)}>
                  {(simulation) => <Simulation simulation={simulation()} />}
                </Show>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Simulation(props: { readonly simulation: SimulationSummary }): JSX.Element {
  const { t, local, language } = useWords();
  const queries = useQueryClient();
  const titleOf = usePolicyTitle();
  const path = (): string => pathOfRun({ kind: "simulation", id: props.simulation.id });
  const told = createRunProgress(() => (props.simulation.state === "running" ? path() : undefined), {
    onEnd: () => void queries.invalidateQueries({ queryKey: ["simulations"] }),
  });
  const progress = () => told() ?? props.simulation;
  const state = (): string => t(`tray.states.${progress().state}`);
  return (
    <li data-kind="run">
      <span>
        <A href={`/simulations/${props.simulation.id}`}>{titleOf(props.simulation.policy)}</A>{" "}
        <span class="soft">{formatInstant(props.simulation.createdAt, language())}</span>
      </span>
      <Show
        when={isUnderWay(progress())}
        fallback={
          <span>
            {state()}
            <Show when={props.simulation.headline}>{(headline) => <>: {local(headline())}</>}</Show>
          </span>
        }
      >
        <RunProgressView label={state()} progress={progress()} />
      </Show>
    </li>
  );
}
