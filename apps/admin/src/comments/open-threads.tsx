import { type JSX, Show } from "solid-js";
import type { DraftSummary } from "../api/answers.ts";
import { Tag } from "../parts/tag.tsx";
import { useWords } from "../words/words.tsx";

/** How much of what was said of a draft waits for an answer; nothing where nothing does. */
export function OpenThreads(props: { readonly draft: Pick<DraftSummary, "openThreads"> }): JSX.Element {
  const { t } = useWords();
  return (
    <Show when={props.draft.openThreads > 0}>
      {" "}
      <Tag tone="warn">{t("comments.open", { count: props.draft.openThreads })}</Tag>
    </Show>
  );
}
