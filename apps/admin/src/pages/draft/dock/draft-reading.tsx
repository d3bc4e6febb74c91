import type { Language } from "@evenhand/domain";
import type { PolicyReading } from "@evenhand/policy";
import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Show, createMemo } from "solid-js";
import { useLive } from "../../../live/live.tsx";
import { useWords } from "../../../words/words.tsx";
import { Sentence } from "./sentence.tsx";
import { sentencesAt } from "./sentences-at.ts";

const CHOICES = ["zh", "en", "both"] as const;
type Choice = (typeof CHOICES)[number];

/** The draft as sentences in either language or both, what is being edited first; each phrase leads to its field. */
export function DraftReading(props: {
  readonly at: string;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const live = useLive();
  const [asked, ask] = useSearchParams<{ readonly reads?: string }>();
  const choice = (): Choice => CHOICES.find((one) => one === asked.reads) ?? language();
  const readings = (): readonly PolicyReading[] => {
    const chosen = choice();
    const languages = chosen === "both" ? (["zh", "en"] as const) : [chosen];
    return languages.flatMap((one) => live.reading(one) ?? []);
  };
  return (
    <div class="reading">
      <div class="choice" role="group" aria-label={t("live.readIn")}>
        <For each={CHOICES}>
          {(one) => (
            <button
              type="button"
              aria-pressed={choice() === one}
              lang={one === "both" ? undefined : one}
              onClick={() => ask({ reads: one }, { replace: true })}
            >
              {t(`live.readsIn.${one}`)}
            </button>
          )}
        </For>
      </div>
      <Show when={live.hasErrors()}>
        <p class="soft" role="status">
          {t(live.reading(language()) ? "live.readBeforeErrors" : "live.readAfterMending")}
        </p>
      </Show>
      <section class="sentences">
        <Show when={readings().length > 0}>
          <h3>{t("live.edited")}</h3>
        </Show>
        <For each={readings()}>
          {(reading) => (
            <ul data-edited lang={tagOf(reading)}>
              <For
                each={sentencesAt(reading, props.at)}
                fallback={
                  <li class="soft" lang={tagIn(language())}>
                    {t("live.notReadOut")}
                  </li>
                }
              >
                {(entry) => <Sentence entry={entry} isEdited onGo={props.onGo} />}
              </For>
            </ul>
          )}
        </For>
      </section>
      <For each={readings()}>{(reading) => <Whole reading={reading} at={props.at} onGo={props.onGo} />}</For>
    </div>
  );
}

function Whole(props: {
  readonly reading: PolicyReading;
  readonly at: string;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const edited = createMemo(
    () => new Set(sentencesAt(props.reading, props.at).map(({ pointer }) => pointer)),
  );
  return (
    <div lang={tagOf(props.reading)}>
      <For each={props.reading.sections}>
        {(section) => (
          <section class="sentences">
            <h3>{section.title}</h3>
            <ul>
              <For each={[...section.intro, ...section.entries]}>
                {(entry) => (
                  <Sentence entry={entry} isEdited={edited().has(entry.pointer)} onGo={props.onGo} />
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}

function tagOf({ language }: PolicyReading): string {
  return tagIn(language);
}

/** A language as `lang` names it. */
function tagIn(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}
