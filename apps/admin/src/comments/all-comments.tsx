import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { Draft } from "../api/answers.ts";
import type { JsonObject } from "../document/pointer.ts";
import { Loaded } from "../parts/loaded.tsx";
import { useWords } from "../words/words.tsx";
import { threadsQuery } from "./comment-queries.ts";
import { Comments } from "./comments.tsx";
import { whatAbout } from "./what-about.ts";

/** Everything that was said of a draft, by what it is about, each leading to its place. */
export function AllComments(props: {
  readonly draft: Pick<Draft, "id" | "policy" | "state" | "contentHash">;
  readonly document: JsonObject;
  /** Leaves out what is shown elsewhere. */
  readonly isShownHere?: (about: string) => boolean;
}): JSX.Element {
  const { t } = useWords();
  const threads = useQuery(() => threadsQuery(props.draft.id));
  const abouts = (): readonly string[] =>
    [...new Set((threads.isSuccess ? threads.data : []).map(({ about }) => about))].filter(
      (about) => props.isShownHere?.(about) ?? true,
    );
  return (
    <Loaded query={threads}>
      {() => (
        <ul class="all-comments">
          <For each={abouts()} fallback={<li class="soft">{t("comments.none")}</li>}>
            {(about) => (
              <li>
                <About {...props} about={about} />
                <Comments draft={props.draft} about={about} />
              </li>
            )}
          </For>
        </ul>
      )}
    </Loaded>
  );
}

function About(props: {
  readonly draft: Pick<Draft, "id" | "policy">;
  readonly document: JsonObject;
  readonly about: string;
}): JSX.Element {
  const { t, local } = useWords();
  const found = () => whatAbout(props.document, props.about);
  return (
    <Show when={found()} fallback={<span class="code">{props.about}</span>}>
      {(what) => (
        <A
          href={`/policies/${props.draft.policy}/draft/${props.draft.id}?at=${encodeURIComponent(what().pointer)}`}
        >
          {what().row === undefined
            ? local(what().label)
            : t("versions.places.row", { name: local(what().label), number: what().row ?? 0 })}
        </A>
      )}
    </Show>
  );
}
