import { A } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import IconRuns from "~icons/lucide/activity";
import type { RunProgress } from "../api/answers.ts";
import { createRunProgress } from "../api/create-run-progress.ts";
import { useMay } from "../api/use-may.ts";
import { usePolicyTitle } from "../api/use-policy-title.ts";
import { formatInstant } from "../format/format.ts";
import { RunProgressView, useRunCounts } from "../parts/run-progress.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { Panel } from "./panel.tsx";
import {
  RUN_PLACES,
  type Run,
  type SeenRuns,
  cancelRun,
  isUnderWay,
  pathOfRun,
  runsQuery,
  watchedRuns,
} from "./runs.ts";

/** What the service does in the background, with real counts; it goes on whatever page is shown. */
export function RunsTray(): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const seen = (): SeenRuns => ({
    imports: may("cases:write"),
    replays: may("evidence:replay"),
    simulations: may("drafts:read"),
    fairness: may("decisions:read"),
  });
  const runs = useQuery(() => runsQuery(seen()));
  const known = (): readonly Run[] => (runs.isSuccess ? runs.data : []);
  const running = (): number => known().filter(isUnderWay).length;
  const label = (): string => (running() === 0 ? t("tray.label") : t("tray.running", { count: running() }));
  return (
    <Show when={Object.values(seen()).includes(true)}>
      <Panel
        label={label()}
        button={
          <>
            <IconRuns aria-hidden="true" />
            <Show when={running() > 0}>
              <span class="number">{running()}</span>
            </Show>
          </>
        }
      >
        <h2>{t("tray.title")}</h2>
        <RunList runs={known()} onChange={() => void runs.refetch()} />
      </Panel>
    </Show>
  );
}

function RunList(props: { readonly runs: readonly Run[]; readonly onChange: () => void }): JSX.Element {
  const { t } = useWords();
  const cancel = useMutation(() => ({ mutationFn: cancelRun, onSettled: () => props.onChange() }));
  // By where they are: a line stays, with its connection and whatever has the focus in it, while its counts go on.
  const paths = (): readonly string[] => props.runs.map(pathOfRun);
  const at = (path: string): Run | undefined => props.runs.find((run) => pathOfRun(run) === path);
  return (
    <>
      <Show when={cancel.isError}>
        <Trouble error={cancel.error} />
      </Show>
      <ul class="runs">
        <For each={paths()} fallback={<li class="soft">{t("tray.none")}</li>}>
          {(path) => (
            <Show when={at(path)}>
              {(run) => (
                <RunLine
                  run={run()}
                  isWatched={watchedRuns(props.runs).some((one) => pathOfRun(one) === path)}
                  onEnd={() => props.onChange()}
                  onCancel={() => cancel.mutate(run())}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
    </>
  );
}

function RunLine(props: {
  readonly run: Run;
  readonly isWatched: boolean;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const name = useRunName();
  const told = createRunProgress(() => (props.isWatched ? pathOfRun(props.run) : undefined), {
    onEnd: () => {
      void queries.invalidateQueries({ queryKey: [RUN_PLACES[props.run.kind]] });
      props.onEnd();
    },
  });
  const counts = useRunCounts();
  const progress = (): RunProgress => told() ?? props.run;
  const state = (): string => t(`tray.states.${progress().state}`);
  const isCancellable = (): boolean => props.run.kind !== "import";
  return (
    <li>
      <div>
        <A href={props.run.href}>{name(props.run)}</A>
        <span class="soft">{formatInstant(props.run.startedAt, language())}</span>
      </div>
      <Show
        when={isUnderWay(progress())}
        fallback={
          <span>
            {state()} · <span class="number">{counts(progress())}</span>
          </span>
        }
      >
        <RunProgressView
          label={state()}
          progress={progress()}
          onCancel={isCancellable() ? () => props.onCancel() : undefined}
        />
      </Show>
    </li>
  );
}

/** What a run is called: the file of an import, the policy of a simulation, a check or a fairness review. */
function useRunName(): (run: Pick<Run, "kind" | "of">) => string {
  const { t } = useWords();
  const titleOf = usePolicyTitle();
  return ({ kind, of }) => {
    if (kind === "replay") return t("tray.replay");
    if (kind === "import") return of ?? "";
    return t(`tray.${kind}`, { policy: titleOf(of ?? "") });
  };
}
