import type { DecisionRecord } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { offerCommands } from "../../../shell/commands.ts";
import { useWords } from "../../../words/words.tsx";
import { ReplayVerdict } from "../../replays/replay-verdict.tsx";
import { Grounds } from "./grounds.tsx";
import { replayQuery } from "./proof-queries.ts";

/** Decides the case again from what was recorded, and says whether the same comes out; if not, what moved. */
export function ReplayPanel(props: { readonly record: DecisionRecord }): JSX.Element {
  const { t } = useWords();
  const replay = useQuery(() => replayQuery(props.record.id));
  const run = (): void => void replay.refetch();
  offerCommands(() => [
    {
      id: "replay-decision",
      group: "other",
      name: t("decision.replay.button"),
      also: ["replay", "重算"],
      run,
    },
  ]);
  return (
    <section class="card decision-card">
      <h2>{t("decision.replay.title")}</h2>
      <p class="soft">{t("decision.replay.text")}</p>
      <Grounds record={props.record} />
      <div>
        <Button disabled={replay.isFetching} onClick={run}>
          {t(replay.data ? "decision.replay.again" : "decision.replay.button")}
        </Button>
      </div>
      <div role="status">
        <Show when={replay.isFetching}>{t("decision.replay.busy")}</Show>
        <Show when={!replay.isFetching && replay.data}>
          {(found) => <ReplayVerdict replayed={found()} />}
        </Show>
      </div>
      <Show when={replay.isError}>
        <Trouble error={replay.error} onRetry={run} />
      </Show>
    </section>
  );
}
