import { VERDICTS, type Verdict } from "@evenhand/domain";
import { A, useParams, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatInstant } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Progress } from "../../parts/progress.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { cancelRun, isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import "../decision/decision.css";
import "../policies/policies.css";
import { FoundVerdicts } from "./found-verdicts.tsx";
import { type Replay, replayQuery, verdictIn } from "./replay-queries.ts";
import "../decisions/decisions.css";
import "./replays.css";

/** One replay: how far it is by the service's own counts, and what it found. Verdict and page stand in the address. */
export function ReplayPage(): JSX.Element {
  const params = useParams<{ readonly id: string }>();
  const [asked, ask] = useSearchParams<{ readonly verdict?: string; readonly cursor?: string }>();
  const verdict = (): Verdict | undefined => verdictIn(asked.verdict);
  const replay = useQuery(() => ({
    ...replayQuery({ id: params.id, verdict: verdict(), cursor: asked.cursor }),
    placeholderData: keepPreviousData,
  }));
  return (
    <Loaded query={replay}>
      {(found) => (
        <>
          <ReplayHead replay={found()} onCancelled={() => void replay.refetch()} />
          <Verdicts
            replay={found()}
            chosen={verdict()}
            onChoose={(chosen) => ask({ verdict: chosen, cursor: undefined })}
          />
          <FoundVerdicts
            replay={found()}
            verdict={verdict()}
            isFirst={asked.cursor === undefined}
            isFetching={replay.isPlaceholderData}
            onPage={(cursor) => ask({ cursor })}
          />
        </>
      )}
    </Loaded>
  );
}

function ReplayHead(props: { readonly replay: Replay; readonly onCancelled: () => void }): JSX.Element {
  const { t, language } = useWords();
  const cancel = useMutation(() => ({
    mutationFn: () => cancelRun({ kind: "replay", id: props.replay.id }),
    onSettled: () => props.onCancelled(),
  }));
  return (
    <>
      <div class="list-head">
        <div>
          <h1>{t("replays.of", { at: formatInstant(props.replay.createdAt, language()) })}</h1>
          <p class="soft">
            <A href="/replays">{t("replays.toAll")}</A>
          </p>
        </div>
        <Show when={isUnderWay(props.replay)}>
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            {t("tray.cancel")}
          </Button>
        </Show>
      </div>
      <Show when={cancel.isError}>
        <Trouble error={cancel.error} />
      </Show>
      <section class="card decision-card" aria-busy={isUnderWay(props.replay)}>
        <Progress
          done={props.replay.done}
          total={props.replay.total}
          label={t(`tray.states.${props.replay.state}`)}
          counts={t("tray.counted", {
            done: formatCount(props.replay.done, language()),
            total: formatCount(props.replay.total, language()),
          })}
        />
        <p role="status">
          <Show when={!isUnderWay(props.replay)}>{t(`replays.ended.${endOf(props.replay)}`)}</Show>
        </p>
      </section>
    </>
  );
}

/** What is to be said of a replay that is over. */
function endOf({ state, total, counts }: Replay): "empty" | "partial" | "identical" | "found" {
  if (state !== "done") return "partial";
  if (total === 0) return "empty";
  return counts.identical === total ? "identical" : "found";
}

/** How many came to each verdict; each narrows the list below to itself. */
function Verdicts(props: {
  readonly replay: Replay;
  readonly chosen: Verdict | undefined;
  readonly onChoose: (verdict: Verdict | undefined) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const isChosen = (verdict: Verdict): boolean => props.chosen === verdict;
  return (
    <div class="verdict-chips" role="group" aria-label={t("replays.narrow")}>
      <For each={VERDICTS}>
        {(verdict) => (
          <button
            type="button"
            class="button"
            data-verdict={verdict}
            aria-pressed={isChosen(verdict)}
            onClick={() => props.onChoose(isChosen(verdict) ? undefined : verdict)}
          >
            {t(`replays.verdicts.${verdict}`)}{" "}
            <span class="number">{formatCount(props.replay.counts[verdict], language())}</span>
          </button>
        )}
      </For>
    </div>
  );
}
