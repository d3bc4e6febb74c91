import { For, type JSX, Show } from "solid-js";
import { itemsOf, pointerTo, valueAt } from "../../../document/pointer.ts";
import type { ExampleRun } from "../../../live/run-example.ts";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type NamedRule, ruleList } from "./coverage.ts";
import { useExampleWords } from "./use-example-words.ts";
import type { Write } from "./write.ts";

/** The rules that must apply in an example, by name, and whether they do. */
export function Reasons(props: {
  readonly session: DraftSession;
  readonly index: number;
  readonly run: ExampleRun | undefined;
  readonly write: Write;
}): JSX.Element {
  const { t } = useWords();
  const words = useExampleWords(() => props.session);
  const at = (): string => pointerTo("examples", props.index, "reasons");
  const named = () =>
    itemsOf(valueAt(props.session.document(), at())).filter((rule) => typeof rule === "string");
  const isStanding = (rule: string): boolean => props.run?.standing.includes(rule) === true;
  const others = (standing: boolean): readonly NamedRule[] =>
    ruleList(props.session.document()).filter(
      ({ rule }) => !named().includes(rule) && isStanding(rule) === standing,
    );
  const write = (rules: readonly string[]): void => props.write(t("examples.editor.reasons"), at(), rules);
  return (
    <fieldset>
      <legend>{t("examples.editor.reasons")}</legend>
      <Show when={named().length > 0} fallback={<p class="soft">{t("examples.editor.noReasons")}</p>}>
        <ul class="reason-list">
          <For each={named()}>
            {(rule) => (
              <li>
                <span>
                  <Show when={props.run}>
                    <span class="verdict" data-passes={isStanding(rule)}>
                      {isStanding(rule) ? "✓" : "✗"}{" "}
                      {t(isStanding(rule) ? "examples.editor.applies" : "examples.editor.appliesNot")}
                    </span>{" "}
                  </Show>
                  {words.ruleById(rule)}
                </span>
                <Button
                  kind="quiet"
                  aria-label={t("examples.editor.removeReason", { name: words.ruleById(rule) })}
                  onClick={() => write(named().filter((one) => one !== rule))}
                >
                  ✕
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <select
        class="adder"
        aria-label={t("examples.editor.addReason")}
        onChange={(event) => {
          write([...named(), event.currentTarget.value]);
          event.currentTarget.value = "";
        }}
      >
        <option value="">{t("examples.editor.addReason")}…</option>
        <For each={[true, false]}>
          {(standing) => (
            <optgroup label={t(standing ? "examples.editor.standsNow" : "examples.editor.others")}>
              <For each={others(standing)}>
                {(one) => <option value={one.rule}>{words.rule(one)}</option>}
              </For>
            </optgroup>
          )}
        </For>
      </select>
    </fieldset>
  );
}
