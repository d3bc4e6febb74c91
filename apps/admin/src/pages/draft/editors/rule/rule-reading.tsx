import type { Language, Rule } from "@evenhand/domain";
import { type Phrase, readRulePhrase } from "@evenhand/policy";
import { A } from "@solidjs/router";
import { For, type JSX, Show, createSignal } from "solid-js";
import type { Json } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";
import { focusPlace } from "../../focus-place.ts";

const READINGS = ["zh", "en", "both"] as const;
type Reading = (typeof READINGS)[number];

const LANGUAGES: Readonly<Record<Reading, readonly Language[]>> = {
  zh: ["zh"],
  en: ["en"],
  both: ["zh", "en"],
};

/** The rule as a sentence while it is edited, in either language or both; every phrase leads to its field. */
export function RuleReading(props: {
  readonly desk: Desk;
  readonly index: number;
  readonly rule: Json | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const [chosen, choose] = createSignal<Reading>();
  const reading = (): Reading => chosen() ?? language();
  const phrase = (one: Language): Phrase | undefined => phraseOf(props.rule, { ...props, language: one });
  return (
    <section class="rule-reading card" aria-label={t("rules.reads")}>
      <div class="side-head">
        <h3>{t("rules.reads")}</h3>
        <span role="group" aria-label={t("rules.reads")} class="segments">
          <For each={READINGS}>
            {(one) => (
              <button type="button" aria-pressed={one === reading()} onClick={() => choose(one)}>
                {t(`rules.readsIn.${one}`)}
              </button>
            )}
          </For>
        </span>
      </div>
      <div class="sentences-of">
        <For each={LANGUAGES[reading()]}>
          {(one) => (
            <Show when={phrase(one)} fallback={<p class="soft">{t("rules.notReadable")}</p>}>
              {(found) => (
                <p class="sentence" lang={one === "zh" ? "zh-CN" : "en"}>
                  <For each={found()}>
                    {(segment) => (
                      <A
                        class="phrase"
                        href={`?at=${encodeURIComponent(segment.pointer)}`}
                        onClick={() => focusPlace(segment.pointer)}
                      >
                        {segment.text}
                      </A>
                    )}
                  </For>
                </p>
              )}
            </Show>
          )}
        </For>
      </div>
      <p class="soft">{t("rules.phraseHint")}</p>
    </section>
  );
}

/** The sentence of a rule, where it is complete enough to have one. */
function phraseOf(
  rule: Json | undefined,
  { desk, index, language }: { readonly desk: Desk; readonly index: number; readonly language: Language },
): Phrase | undefined {
  // INVARIANT: a part that is not in the form of a rule throws, which is what is waited for below.
  const read = rule as unknown as Rule;
  const policy = { ...desk.vocabulary().policy, rules: [read] };
  try {
    return readRulePhrase(read, policy, language).map(({ text, pointer }) => ({
      text,
      pointer: pointer.replace(/^\/rules\/0(?=\/|$)/, `/rules/${index}`),
    }));
  } catch {
    return undefined;
  }
}
