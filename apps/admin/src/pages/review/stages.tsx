import { For, type JSX } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { useWords } from "../../words/words.tsx";

const STAGES = ["draft", "in-review", "approved", "published"] as const;

/** How far a draft has come on its way to a version. */
export function Stages(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const reached = (): number => STAGES.findIndex((stage) => stage === props.draft.state);
  return (
    <ol class="stages" aria-label={t("review.stages")}>
      <For each={props.draft.state === "withdrawn" ? (["withdrawn"] as const) : STAGES}>
        {(stage, index) => (
          <li
            data-reached={index() <= reached() || stage === "withdrawn"}
            aria-current={stage === props.draft.state ? "step" : undefined}
          >
            {t(`draftState.${stage}`)}
          </li>
        )}
      </For>
    </ol>
  );
}
