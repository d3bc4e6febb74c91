import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { draftReadingQuery } from "../../../api/queries.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";

/** The draft as sentences, each leading to its place; as it was last saved, and once it has no errors. */
export function DraftReading(props: {
  readonly session: DraftSession;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const hasErrors = (): boolean =>
    props.session.draft().diagnostics.some(({ severity }) => severity === "error");
  const reading = useQuery(() => ({
    ...draftReadingQuery({
      draft: props.session.draft().id,
      revision: props.session.draft().revision,
      language: language(),
    }),
    enabled: !hasErrors(),
    placeholderData: keepPreviousData,
  }));
  return (
    <Show when={!hasErrors()} fallback={<p class="soft">{t("draft.readingAfterMending")}</p>}>
      <Loaded query={reading}>
        {(found) => (
          <For each={found().sections}>
            {(section) => (
              <section class="sentences">
                <h3>{section.title}</h3>
                <ul>
                  <For each={[...section.intro, ...section.entries]}>
                    {(entry) => (
                      <li>
                        <button type="button" onClick={() => props.onGo(entry.pointer)}>
                          {entry.text}
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        )}
      </Loaded>
    </Show>
  );
}
