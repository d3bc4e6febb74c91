import type { Verdict } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { useMutation } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatInstant } from "../../format/format.ts";
import { offerFile } from "../../parts/offer-file.ts";
import { Button } from "../../parts/button.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import type { Replayed } from "../decision/proof/proof-queries.ts";
import { type Replay, wholeReplay } from "./replay-queries.ts";
import { Causes, VerdictTag } from "./replay-verdict.tsx";
import { useVerdictTable } from "./verdict-table.ts";

/** The decisions that a replay lists, each with what moved; the whole list as a file. */
export function FoundVerdicts(props: {
  readonly replay: Replay;
  readonly verdict: Verdict | undefined;
  readonly isFirst: boolean;
  readonly isFetching: boolean;
  readonly onPage: (cursor: string | undefined) => void;
}): JSX.Element {
  const { t } = useWords();
  const save = useExport(() => ({ id: props.replay.id, verdict: props.verdict }));
  const none = (): string => {
    const isCounted = props.verdict === "identical" && props.replay.counts.identical > 0;
    if (isCounted) return t("replays.identicalOnlyCounted");
    return t(isUnderWay(props.replay) ? "replays.noneYet" : "replays.noneFound");
  };
  return (
    <section class="card overflow" aria-busy={props.isFetching}>
      <div class="replays-head">
        <h2>{t("replays.list")}</h2>
        <Show when={props.replay.verdicts.length > 0}>
          <Button kind="quiet" disabled={save.isPending} onClick={() => save.mutate()}>
            {t("replays.export")}
          </Button>
        </Show>
      </div>
      <Show when={save.isError}>
        <Trouble error={save.error} />
      </Show>
      <Show when={props.replay.verdicts.length > 0} fallback={<p class="none">{none()}</p>}>
        <table class="table listed">
          <thead>
            <tr>
              <th scope="col">{t("decisions.reference")}</th>
              <th scope="col">{t("decisions.policy")}</th>
              <th scope="col">{t("replays.recorded")}</th>
              <th scope="col">{t("replays.verdict")}</th>
              <th scope="col">{t("replays.why")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.replay.verdicts}>{(replayed) => <ReplayedRow replayed={replayed} />}</For>
          </tbody>
        </table>
      </Show>
      <Show when={props.replay.next !== null || !props.isFirst}>
        <div class="tools replays-head">
          <Show when={!props.isFirst}>
            <Button onClick={() => props.onPage(undefined)}>{t("replays.firstPage")}</Button>
          </Show>
          <Show when={props.replay.next}>
            {(next) => <Button onClick={() => props.onPage(next())}>{t("replays.nextPage")}</Button>}
          </Show>
        </div>
      </Show>
    </section>
  );
}

/** Saves everything that is listed as a CSV file, whichever page is shown. */
function useExport(asked: () => { readonly id: string; readonly verdict: Verdict | undefined }) {
  const { language } = useWords();
  const tableOf = useVerdictTable();
  return useMutation(() => ({
    mutationFn: async () => {
      const [{ writeCsv }, all] = await Promise.all([import("@evenhand/sheets"), wholeReplay(asked())]);
      const bytes = writeCsv(tableOf(all), language());
      offerFile(new Blob([new Uint8Array(bytes)], { type: "text/csv" }), `replay-${asked().id}.csv`);
    },
  }));
}

function ReplayedRow(props: { readonly replayed: Replayed }): JSX.Element {
  const { t, language } = useWords();
  const titleOf = usePolicyTitle();
  return (
    <tr>
      <th scope="row">
        <A href={`/decisions/${props.replayed.decision}`}>{props.replayed.reference}</A>
      </th>
      <td>
        {titleOf(props.replayed.policy.id)}
        <div class="soft">{t("policies.versionName", { version: props.replayed.policy.version })}</div>
      </td>
      <td>{formatInstant(props.replayed.recordedAt, language())}</td>
      <td>
        <VerdictTag verdict={props.replayed.verdict} />
      </td>
      <td>
        <Causes replayed={props.replayed} />
      </td>
    </tr>
  );
}
