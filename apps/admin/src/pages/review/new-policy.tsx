import { useQuery } from "@tanstack/solid-query";
import { For, type JSX } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { draftReadingQuery } from "../../api/queries.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";

/** A policy that there is no version of yet: all of it is new, so all of it is read. */
export function NewPolicy(props: { readonly draft: Draft }): JSX.Element {
  const { t, language } = useWords();
  const reading = useQuery(() =>
    draftReadingQuery({ draft: props.draft.id, revision: props.draft.revision, language: language() }),
  );
  return (
    <section class="review-changes">
      <header>
        <h2>{t("review.newPolicy")}</h2>
        <p class="soft">{t("review.newPolicyText")}</p>
      </header>
      <Loaded query={reading}>
        {(found) => (
          <For each={found().sections}>
            {(section) => (
              <section class="card changed-things">
                <h3>{section.title}</h3>
                <ul>
                  <For each={[...section.intro, ...section.entries]}>{(entry) => <li>{entry.text}</li>}</For>
                </ul>
              </section>
            )}
          </For>
        )}
      </Loaded>
    </section>
  );
}
