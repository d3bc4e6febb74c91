import { A } from "@solidjs/router";
import { useMutation, useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import IconRuns from "~icons/lucide/activity";
import { useMay } from "../api/use-may.ts";
import { formatCount, formatInstant } from "../format/format.ts";
import { Button } from "../parts/button.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { Panel } from "./panel.tsx";
import { type Run, cancelRun, isUnderWay, runsQuery } from "./runs.ts";

/** What the service does in the background, with real counts; it goes on whatever page is shown. */
export function RunsTray(): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const runs = useQuery(() => runsQuery({ imports: may("cases:write"), replays: may("evidence:replay") }));
  const running = (): number => (runs.isSuccess ? runs.data.filter(isUnderWay).length : 0);
  const cancel = useMutation(() => ({ mutationFn: cancelRun, onSettled: () => runs.refetch() }));
  const label = (): string => (running() === 0 ? t("tray.label") : t("tray.running", { count: running() }));
  return (
    <Show when={may("cases:write") || may("evidence:replay")}>
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
        <Show when={cancel.isError}>
          <Trouble error={cancel.error} />
        </Show>
        <ul class="runs">
          <For each={runs.data ?? []} fallback={<li class="soft">{t("tray.none")}</li>}>
            {(run) => <RunLine run={run} onCancel={() => cancel.mutate(run)} />}
          </For>
        </ul>
      </Panel>
    </Show>
  );
}

function RunLine(props: { readonly run: Run; readonly onCancel: () => void }): JSX.Element {
  const { t, language } = useWords();
  const name = (): string => props.run.name ?? t("tray.replay");
  const counted = (): string =>
    t("tray.counted", {
      done: formatCount(props.run.done, language()),
      total: formatCount(props.run.total, language()),
    });
  return (
    <li>
      <div>
        <A href={`/${props.run.kind}s/${props.run.id}`}>{name()}</A>
        <span class="soft">{formatInstant(props.run.startedAt, language())}</span>
      </div>
      <Show when={isUnderWay(props.run)}>
        <progress aria-label={name()} value={props.run.done} max={Math.max(props.run.total, 1)} />
      </Show>
      <div>
        <span>
          {t(`tray.states.${props.run.state}`)} · <span class="number">{counted()}</span>
        </span>
        <Show when={props.run.kind === "replay" && isUnderWay(props.run)}>
          <Button kind="quiet" onClick={() => props.onCancel()}>
            {t("tray.cancel")}
          </Button>
        </Show>
      </div>
    </li>
  );
}
