import { For, type JSX, Show } from "solid-js";
import { isObject } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { useWords } from "../../../../words/words.tsx";
import { focusPlaceSoon } from "../../focus-place.ts";
import { TextPair } from "../text-pair.tsx";
import type { FactDesk } from "./fact-desk.ts";
import { Tick } from "./tick.tsx";

const ANSWERS = ["true", "false"] as const;
const NO_TEXT = { en: "", zh: "" };

/** How sentences say that a fact of yes or no holds, and that it does not, where its label alone would read badly. */
export function Statements(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const begin = (): void => {
    props.onSet("says", { true: NO_TEXT, false: NO_TEXT });
    focusPlaceSoon(`${props.at}/says/true/zh`);
  };
  return (
    <fieldset data-at={`${props.at}/says`}>
      <legend>{t("facts.fields.says")}</legend>
      <p class="soft">{t("facts.saysHint")}</p>
      <Show
        when={isObject(props.fact["says"])}
        fallback={
          <div>
            <Button onClick={begin}>{t("facts.addSays")}</Button>
          </div>
        }
      >
        <For each={ANSWERS}>
          {(answer) => (
            <TextPair
              session={props.session}
              at={`${props.at}/says/${answer}`}
              label={t(`facts.says.${answer}`)}
              edit={t("facts.edited", { name: props.name, field: t("facts.fields.says") })}
            />
          )}
        </For>
        <div>
          <Button onClick={() => props.onSet("says", undefined)}>{t("facts.removeSays")}</Button>
        </div>
      </Show>
      <Tick
        at={`${props.at}/whenAbsent`}
        label={t("facts.fields.whenAbsent")}
        isTicked={props.fact["whenAbsent"] === "unknown"}
        onChange={(isUnknown) => props.onSet("whenAbsent", isUnknown ? "unknown" : undefined)}
      />
    </fieldset>
  );
}
