import { For, type JSX, Show } from "solid-js";
import { fieldsOf, itemsOf, stepsOf } from "../../../document/pointer.ts";
import type { ExampleRun } from "../../../live/run-example.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { asJson, expectations } from "./expectation.ts";
import { useExampleWords } from "./use-example-words.ts";
import { useOutcomeWords } from "./use-outcome-words.ts";

/** What does not come out as an example says, in words. */
export function FailureList(props: {
  readonly session: DraftSession;
  readonly index: number;
  readonly run: ExampleRun;
  readonly label: string;
}): JSX.Element {
  const { t, local } = useWords();
  const outcomeWords = useOutcomeWords(() => props.session);
  const exampleWords = useExampleWords(() => props.session);
  const example = () => fieldsOf(itemsOf(props.session.document()["examples"])[props.index]);
  const expected = () => fieldsOf(example()["expect"]);
  const outcome = () => asJson(props.run.outcome ?? {});
  const otherwise = () => expectations(expected(), outcome()).filter(({ isSame }) => !isSame);
  const notStanding = () =>
    itemsOf(example()["reasons"]).filter(
      (rule): rule is string => typeof rule === "string" && !props.run.standing.includes(rule),
    );
  return (
    <ul class="failures" aria-label={props.label}>
      <Show
        when={props.run.outcome}
        fallback={
          <For each={props.run.failures.filter(({ at }) => stepsOf(at)[2] === "request")}>
            {({ message }) => <li>{local(message)}</li>}
          </For>
        }
      >
        <For each={otherwise()}>
          {(one) => (
            <li>
              {t("examples.came", {
                what: outcomeWords.place(one.path, expected()),
                expected: outcomeWords.value(one.path, one.expected),
                got: outcomeWords.value(one.path, one.got),
              })}
            </li>
          )}
        </For>
        <For each={notStanding()}>
          {(rule) => <li>{t("examples.notStanding", { rule: exampleWords.ruleById(rule) })}</li>}
        </For>
      </Show>
    </ul>
  );
}
