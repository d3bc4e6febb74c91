import { useLocation } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createEffect } from "solid-js";
import type { ReadingEntry, VersionStanding } from "../../api/answers.ts";
import { readingQuery } from "../../api/queries.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { isOnAll, markOf } from "./policy-place.ts";

/** A version as sentences, in the language that is shown; the one that the address points to is marked and in sight. */
export function VersionReading(props: {
  readonly policy: string;
  readonly version: VersionStanding;
}): JSX.Element {
  const { t, language } = useWords();
  const reading = useQuery(() =>
    readingQuery({ policy: props.policy, version: props.version.version, language: language() }),
  );
  return (
    <div class="card reading">
      <Loaded query={reading}>
        {(found) => (
          <For each={found().sections}>
            {(section) => (
              <section>
                <h3>{section.title}</h3>
                <For each={section.intro}>{(entry) => <Entry entry={entry} isIntro />}</For>
                <ul>
                  <For each={section.entries}>
                    {(entry) => (
                      <li>
                        <Entry entry={entry} />
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        )}
      </Loaded>
      <p class="soft code">
        {t("policy.identity")} {props.version.hash}
      </p>
    </div>
  );
}

function Entry(props: { readonly entry: ReadingEntry; readonly isIntro?: boolean }): JSX.Element {
  const location = useLocation();
  const mark = (): string | undefined =>
    isOnAll(props.entry.pointer) ? undefined : markOf(props.entry.pointer);
  const isMarked = (): boolean => location.hash !== "" && decodeURIComponent(location.hash) === `#${mark()}`;
  let element: HTMLDivElement | undefined;
  createEffect(() => {
    if (!isMarked()) return;
    queueMicrotask(() => {
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
    });
  });
  return (
    <div
      ref={element}
      id={mark()}
      class="entry"
      data-marked={isMarked()}
      tabindex={isMarked() ? -1 : undefined}
    >
      <Show when={props.entry.title}>
        <strong>{props.entry.title}</strong>
      </Show>
      <div>{props.entry.text}</div>
      <Show when={props.entry.note !== undefined && props.isIntro !== true}>
        <div class="soft">{props.entry.note}</div>
      </Show>
    </div>
  );
}
