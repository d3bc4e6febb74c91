import type { SimulationView } from "@evenhand/service";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { RunProgress } from "../../api/answers.ts";
import { createRunProgress } from "../../api/create-run-progress.ts";
import { RunProgressView } from "../../parts/run-progress.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { cancelRun } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { pathOf } from "./simulation-queries.ts";

/** How far a simulation is, by the service's own counts; it can be called off. Everything is read anew once it is over. */
export function UnderWay(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [failure, setFailure] = createSignal<unknown>();
  const lookAgain = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: ["simulations", props.simulation.id] });
  const heard = createRunProgress(() => pathOf(props.simulation.id), {
    onEnd: () => void lookAgain(),
    onFailure: setFailure,
  });
  const cancel = useMutation(() => ({
    mutationFn: () => cancelRun({ kind: "simulation", id: props.simulation.id }),
    onSettled: lookAgain,
  }));
  const progress = (): RunProgress => heard() ?? props.simulation;
  return (
    <>
      <RunProgressView
        label={t(`tray.states.${progress().state}`)}
        progress={progress()}
        onCancel={() => cancel.mutate()}
        isCancelling={cancel.isPending}
      />
      <Show when={failure() ?? cancel.error}>{(error) => <Trouble error={error()} />}</Show>
      <Show when={props.simulation.result}>
        <p class="notice">{t("simulation.provisional")}</p>
      </Show>
    </>
  );
}
