import { A, useParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useLive } from "../../../live/live.tsx";
import { useWords } from "../../../words/words.tsx";
import { addressOf } from "../../simulations/asked.ts";

/** The way to simulate the draft over all past cases, where there is something to simulate. */
export function FullRun(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const params = useParams<{ readonly id: string; readonly draft: string }>();
  const isOffered = (): boolean => ["known", "computing"].includes(live.effectStanding().kind);
  return (
    <Show when={isOffered()}>
      <A class="button" href={addressOf({ policy: params.id, candidate: { draft: params.draft } })}>
        {t("simulations.ofDraft")}
      </A>
    </Show>
  );
}
