import type { FactValue } from "@evenhand/domain";
import { type Vocabulary, figure, readCondition, typeOf, valueLabelOf, wordOf } from "@evenhand/policy";
import { For, type JSX, Match, Switch } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";
import type { SeenLine } from "./try-rule.ts";

const GROUP_WORDS = { all: "all", any: "any", not: "none" } as const;

/** The conditions of a rule, each with whether it held and the value it saw. */
export function SeenTree(props: { readonly desk: Desk; readonly lines: readonly SeenLine[] }): JSX.Element {
  const { t } = useWords();
  const vocabulary = () => props.desk.vocabulary();
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
                    <SeenTree desk={props.desk} lines={group().lines} />
                  </>
                )}
              </Match>
              <Match when={line.kind === "named" && line}>
                {(named) => (
                  <>
                    {t("rules.conditionCalled", { name: wordOf(named().name, vocabulary()) })}
                    <SeenTree desk={props.desk} lines={named().lines} />
                  </>
                )}
              </Match>
              <Match when={line.kind === "comparison" && line}>
                {(comparison) => (
                  <>
                    {readCondition(comparison().condition, vocabulary().policy, vocabulary().language)}{" "}
                    <span class="soft">
                      {t("rules.try.saw", { value: sawText(comparison().fact, comparison().saw) })}
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

  function sawText(fact: string, saw: FactValue): string {
    if (saw === null) return t("rules.try.unknown");
    if (typeof saw === "boolean") return t(saw ? "rules.yes" : "rules.no");
    return knownText(fact, saw, vocabulary());
  }
}

function knownText(fact: string, saw: number | string | readonly string[], vocabulary: Vocabulary): string {
  const { language, policy } = vocabulary;
  if (typeof saw === "number")
    return figure(saw, typeOf(fact, vocabulary), { language, currency: policy.currency });
  if (typeof saw !== "string")
    return saw.map((value) => valueLabelOf(fact, value, vocabulary)).join(language === "zh" ? "、" : ", ");
  const type = typeOf(fact, vocabulary);
  return type === "date" || type === "instant"
    ? figure(saw, type, { language, currency: policy.currency })
    : valueLabelOf(fact, saw, vocabulary);
}
