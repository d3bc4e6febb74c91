import { type Vocabulary, readCondition, wordOf } from "@evenhand/policy";
import { For, type JSX, Match, Switch } from "solid-js";
import { useWords } from "../words/words.tsx";
import type { SeenLine } from "./seen-lines.ts";
import "./seen.css";
import { useValueText } from "./use-value-text.ts";

const GROUP_WORDS = { all: "all", any: "any", not: "none" } as const;

/** The conditions of a rule, each with whether it held and the value it saw. */
export function SeenTree(props: {
  readonly vocabulary: Vocabulary;
  readonly lines: readonly SeenLine[];
}): JSX.Element {
  const { t } = useWords();
  const valueText = useValueText();
  /** A condition without a word of its own is told by what stands below it. */
  const calledBy = (name: string): string =>
    Object.hasOwn(props.vocabulary.policy.words, name)
      ? t("rules.conditionCalled", { name: wordOf(name, props.vocabulary) })
      : t("rules.condition");
  return (
    <ul class="seen">
      <For each={props.lines}>
        {(line) => (
          <li data-met={line.met}>
            <span class="mark" role="img" aria-label={t(line.met ? "rules.try.holds" : "rules.try.failed")}>
              {line.met ? "✓" : "✗"}
            </span>{" "}
            <Switch>
              <Match when={line.kind === "group" && line}>
                {(group) => (
                  <>
                    {t(`rules.groups.${GROUP_WORDS[group().of]}`)}
                    <SeenTree vocabulary={props.vocabulary} lines={group().lines} />
                  </>
                )}
              </Match>
              <Match when={line.kind === "named" && line}>
                {(named) => (
                  <>
                    {calledBy(named().name)}
                    <SeenTree vocabulary={props.vocabulary} lines={named().lines} />
                  </>
                )}
              </Match>
              <Match when={line.kind === "comparison" && line}>
                {(comparison) => (
                  <>
                    {readCondition(
                      comparison().condition,
                      props.vocabulary.policy,
                      props.vocabulary.language,
                    )}{" "}
                    <span class="soft">
                      {t("rules.try.saw", {
                        value: valueText(comparison().fact, comparison().saw, props.vocabulary),
                      })}
                    </span>
                  </>
                )}
              </Match>
            </Switch>
          </li>
        )}
      </For>
    </ul>
  );
}
