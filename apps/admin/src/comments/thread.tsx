import { For, type JSX, Show } from "solid-js";
import type { Thread } from "../api/answers.ts";
import { useNameOf } from "../api/use-name-of.ts";
import { formatInstant } from "../format/format.ts";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words/words.tsx";
import { CommentField } from "./comment-field.tsx";

/** What was said in turn: who, when, what. One that is settled is folded away. */
export function ThreadOf(props: {
  readonly thread: Thread;
  /** Of the draft as it is now. */
  readonly contentHash: string;
  readonly onAnswer: ((text: string) => Promise<boolean>) | undefined;
  readonly onResolve: (() => void) | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const nameOf = useNameOf();
  return (
    <details class="thread" open={props.thread.resolved === null}>
      <summary>
        {t("comments.count", { count: props.thread.comments.length })}
        <Show when={props.thread.resolved}>
          {(resolved) => (
            <>
              {" · "}
              {t("comments.resolvedBy", {
                who: nameOf(resolved().by),
                at: formatInstant(resolved().at, language()),
              })}
            </>
          )}
        </Show>
      </summary>
      <ol>
        <For each={props.thread.comments}>
          {(comment) => (
            <li>
              <span class="soft">
                <strong>{nameOf(comment.by)}</strong> {formatInstant(comment.at, language())}
                <Show when={comment.contentHash !== props.contentHash}> {t("comments.ofEarlier")}</Show>
              </span>
              <p>{comment.text ?? <span class="soft">{t("comments.erased")}</span>}</p>
            </li>
          )}
        </For>
      </ol>
      <div class="tools">
        <Show when={props.onAnswer}>
          {(answer) => <CommentField opens={t("comments.answer")} onSay={(text) => answer()(text)} />}
        </Show>
        <Show when={props.thread.resolved === null && props.onResolve}>
          {(resolve) => (
            <Button kind="quiet" onClick={() => resolve()()}>
              {t("comments.resolve")}
            </Button>
          )}
        </Show>
      </div>
    </details>
  );
}
