import { For, type JSX, Show, createSignal } from "solid-js";
import { type JsonObject, fieldsOf, pointerTo, valueAt } from "../../../document/pointer.ts";
import { useLive } from "../../../live/live.tsx";
import type { ExampleRun } from "../../../live/run-example.ts";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { JsonEditor } from "../editors/json-editor.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import { AmountExpected, isAmountOff } from "./amount-expected.tsx";
import { asJson, expectationOf, expectations } from "./expectation.ts";
import { FailureList } from "./failure-list.tsx";
import { useOutcomeWords } from "./use-outcome-words.ts";
import type { Write } from "./write.ts";

type Given = { readonly session: DraftSession; readonly index: number; readonly write: Write };

/** What must come out of an example beside what does, and how the new result is accepted. */
export function ExpectedOutcome(props: Given & { readonly run: ExampleRun | undefined }): JSX.Element {
  const { t } = useWords();
  const [isAccepting, accept] = createSignal(false);
  const at = (): string => pointerTo("examples", props.index, "expect");
  const expected = () => fieldsOf(valueAt(props.session.document(), at()));
  const outcome = (): JsonObject | undefined => props.run?.outcome && asJson(props.run.outcome);
  const isEmpty = (): boolean => Object.keys(expected()).length === 0;
  return (
    <fieldset>
      <legend>{t("examples.editor.outcome")}</legend>
      <Show when={!isEmpty()} fallback={<p class="soft">{t("examples.editor.noExpectation")}</p>}>
        <Comparison {...props} expected={expected()} outcome={outcome()} />
      </Show>
      <Show when={props.run && !props.run.outcome && props.run}>
        {(run) => (
          <>
            <p>{t("examples.editor.notDecided")}</p>
            <FailureList
              session={props.session}
              index={props.index}
              run={run()}
              label={t("examples.editor.notDecided")}
            />
          </>
        )}
      </Show>
      <Show when={props.run}>
        {(run) => <Taking {...props} run={run()} isEmpty={isEmpty()} onAccept={() => accept(true)} />}
      </Show>
      <details>
        <summary>{t("examples.editor.expectJson")}</summary>
        <JsonEditor session={props.session} at={at()} />
      </details>
      <Show when={isAccepting() && props.run}>
        {(run) => (
          <AcceptDialog
            session={props.session}
            index={props.index}
            run={run()}
            onClose={() => accept(false)}
          />
        )}
      </Show>
    </fieldset>
  );
}

/**
 * Ways to have what comes out expected: at once where nothing is yet, with a reason where something else is. What came
 * out before an edit cannot be taken.
 */
function Taking(
  props: Given & {
    readonly run: ExampleRun;
    readonly isEmpty: boolean;
    readonly onAccept: () => void;
  },
): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const fill = (): void =>
    props.write(
      t("examples.accept.openNew"),
      pointerTo("examples", props.index, "expect"),
      expectationOf(asJson(props.run.outcome ?? {})),
    );
  return (
    <Show when={props.run.outcome && (props.isEmpty || props.run.failures.length > 0)}>
      <div class="tools">
        <Button
          kind="main"
          disabled={!live.areExamplesCurrent()}
          onClick={() => (props.isEmpty ? fill() : props.onAccept())}
        >
          {t(props.isEmpty ? "examples.accept.openNew" : "examples.accept.open")}
        </Button>
      </div>
    </Show>
  );
}

/** What an item of a list is known by, which its place is called after. */
const NAMING: readonly (string | number | undefined)[] = ["party", "bearer", "step", "month"];

/** Member by member: what is expected, what comes out, and whether they are the same. */
function Comparison(
  props: Given & { readonly expected: JsonObject; readonly outcome: JsonObject | undefined },
): JSX.Element {
  const { t } = useWords();
  const words = useOutcomeWords(() => props.session);
  const shown = () =>
    expectations(props.expected, props.outcome).filter(
      ({ path, isSame }) => !isSame || !NAMING.includes(path.at(-1)),
    );
  return (
    <table class="expectations" aria-label={t("examples.editor.outcome")}>
      <thead>
        <tr>
          <th scope="col">{t("examples.editor.what")}</th>
          <th scope="col">{t("examples.expected")}</th>
          <Show when={props.outcome}>
            <th scope="col">{t("examples.got")}</th>
          </Show>
        </tr>
      </thead>
      <tbody>
        <For each={shown()}>
          {(one) => (
            <tr>
              <th scope="row">{words.place(one.path, props.expected)}</th>
              <td>
                <Show when={isAmountOff(one)} fallback={words.value(one.path, one.expected)}>
                  <AmountExpected {...props} one={one} what={words.place(one.path, props.expected)} />
                </Show>
              </td>
              <Show when={props.outcome}>
                <td>
                  <span class="verdict" data-passes={one.isSame}>
                    <span aria-hidden="true">{one.isSame ? "✓" : "✗"}</span>
                    <span class="unseen">{t(one.isSame ? "examples.passes" : "examples.fails")}</span>
                  </span>{" "}
                  {words.value(one.path, one.got)}
                </td>
              </Show>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
