import { For, type JSX, Show } from "solid-js";
import type { ExampleResult } from "../../../api/answers.ts";
import { pointerTo } from "../../../document/pointer.ts";
import { useLive } from "../../../live/live.tsx";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { FailureList } from "../examples/failure-list.tsx";
import { useExampleWords } from "../examples/use-example-words.ts";

/** The examples for which a draft cannot be handed in: what does not come out in each, and the way to it. */
export function FailingExamples(props: {
  readonly session: DraftSession;
  readonly results: readonly ExampleResult[];
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const nameOf = useExampleWords(() => props.session).example;
  const failing = () =>
    props.results
      .map((result, index) => ({ result, index }))
      .filter(({ result }) => result.failures.length > 0);
  return (
    <Show when={failing().length > 0}>
      <div class="notice" role="alert">
        <p>{t("draft.handIn.mendExamples")}</p>
        <ul class="failing-examples">
          <For each={failing()}>
            {({ result, index }) => (
              <li>
                <Button kind="quiet" onClick={() => props.onGo(pointerTo("examples", index))}>
                  {t("draft.handIn.toExample", { name: nameOf(index) })}
                </Button>
                <Failures session={props.session} index={index} result={result} name={nameOf(index)} />
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}

/** What does not come out, in the words of the draft where it was run on this screen too. */
function Failures(props: {
  readonly session: DraftSession;
  readonly index: number;
  readonly result: ExampleResult;
  readonly name: string;
}): JSX.Element {
  const { local } = useWords();
  const live = useLive();
  const run = () => {
    const here = live.examples()?.[props.index];
    return here?.id === props.result.id && here.failures.length > 0 ? here : undefined;
  };
  return (
    <Show
      when={run()}
      fallback={
        <ul class="failures" aria-label={props.name}>
          <For each={props.result.failures}>{({ message }) => <li>{local(message)}</li>}</For>
        </ul>
      }
    >
      {(here) => <FailureList session={props.session} index={props.index} run={here()} label={props.name} />}
    </Show>
  );
}
