import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { Draft, Thread } from "../api/answers.ts";
import { useMay } from "../api/use-may.ts";
import { Trouble } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { CommentField } from "./comment-field.tsx";
import { type Said, resolveThread, sendComment, threadsQuery } from "./comment-queries.ts";
import "./comments.css";
import { ThreadOf } from "./thread.tsx";

const OPEN: ReadonlySet<Draft["state"]> = new Set(["draft", "in-review", "approved"]);

/** What was said of one change of a draft, and the field in which to say something of it. */
export function Comments(props: {
  readonly draft: Pick<Draft, "id" | "state" | "contentHash">;
  /** What the change is of: `parameter/bonusCapRate`. */
  readonly about: string;
}): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const threads = useQuery(() => threadsQuery(props.draft.id));
  const own = (): readonly Thread[] =>
    (threads.isSuccess ? threads.data : []).filter(({ about }) => about === props.about);
  const keep = (all: readonly Thread[]): void =>
    void queries.setQueryData(threadsQuery(props.draft.id).queryKey, all);
  const saying = useMutation(() => ({
    mutationFn: ({ said, text }: { readonly said: Said; readonly text: string }) =>
      sendComment(props.draft.id, said, text),
    onSuccess: keep,
  }));
  const resolving = useMutation(() => ({
    mutationFn: (thread: string) => resolveThread(props.draft.id, thread),
    onSuccess: keep,
  }));
  const mayWrite = (): boolean => may("drafts:comment") && OPEN.has(props.draft.state);
  const say = async (said: Said, text: string): Promise<boolean> =>
    saying.mutateAsync({ said, text }).then(
      () => true,
      () => false,
    );
  return (
    <div class="comments">
      <Show when={threads.error}>
        {(error) => <Trouble error={error()} onRetry={() => void threads.refetch()} />}
      </Show>
      <For each={own()}>
        {(thread) => (
          <ThreadOf
            thread={thread}
            contentHash={props.draft.contentHash}
            onAnswer={mayWrite() ? (text) => say({ thread: thread.id }, text) : undefined}
            onResolve={mayWrite() ? () => resolving.mutate(thread.id) : undefined}
          />
        )}
      </For>
      <Show when={saying.error ?? resolving.error}>{(error) => <Trouble error={error()} />}</Show>
      <Show when={mayWrite()}>
        <CommentField opens={t("comments.begin")} onSay={(text) => say({ about: props.about }, text)} />
      </Show>
    </div>
  );
}
