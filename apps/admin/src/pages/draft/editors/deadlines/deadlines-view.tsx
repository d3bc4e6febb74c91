import { For, type JSX, Show, createMemo, createSignal } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { DeadlineForm } from "./deadline-form.tsx";
import { type Deadline, deadlinesOf } from "./deadlines.ts";
import "./deadlines.css";
import { TryDate } from "./try-date.tsx";
import { useDeadlineText } from "./use-deadline-text.ts";

/** Every deadline of the policy in one list; one of them is edited and tried with a date below. */
export function DeadlinesView(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const [chosen, setChosen] = createSignal<string>();
  const deadlines = createMemo(() => deadlinesOf(props.session.document()));
  const shown = (): Deadline | undefined =>
    deadlines().find(({ pointer }) => pointer === chosen()) ?? deadlines()[0];
  return (
    <div class="deadlines">
      <h2>{t("parts.names.deadlines")}</h2>
      <Show when={deadlines().length > 0} fallback={<p class="soft">{t("parts.deadlines.none")}</p>}>
        <DeadlineTable
          session={props.session}
          deadlines={deadlines()}
          shown={shown()?.pointer}
          onChoose={setChosen}
        />
      </Show>
      <Show when={shown()?.pointer} keyed>
        {(pointer) => (
          <Show when={deadlines().find((one) => one.pointer === pointer)}>
            {(deadline) => (
              <>
                <DeadlineForm session={props.session} deadline={deadline()} />
                <TryDate session={props.session} deadline={deadline()} />
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  );
}

function DeadlineTable(props: {
  readonly session: DraftSession;
  readonly deadlines: readonly Deadline[];
  readonly shown: string | undefined;
  readonly onChoose: (pointer: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const textOf = useDeadlineText(() => props.session);
  const pointers = createMemo(() => props.deadlines.map(({ pointer }) => pointer));
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t("parts.deadlines.step")}</th>
          <th scope="col">{t("parts.deadlines.from")}</th>
          <th scope="col">{t("parts.deadlines.length")}</th>
          <th scope="col">{t("parts.references.title")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={pointers()}>
          {(pointer) => {
            const deadline = () => props.deadlines.find((one) => one.pointer === pointer);
            return (
              <Show when={deadline()}>
                {(one) => (
                  <tr data-chosen={props.shown === pointer}>
                    <td>
                      <button
                        type="button"
                        class="choose"
                        aria-pressed={props.shown === pointer}
                        onClick={() => props.onChoose(pointer)}
                      >
                        {words.word(one().step)}
                      </button>
                      <Show when={one().partOf !== ""}>
                        <div class="soft">
                          {t("parts.deadlines.partOf", { step: words.word(one().partOf) })}
                        </div>
                      </Show>
                    </td>
                    <td>{words.fact(one().from)}</td>
                    <td>{textOf(one())}</td>
                    <td>
                      <a href={`?at=${encodeURIComponent(one().part)}`}>
                        {words.cited(one().references) || t("parts.deadlines.rule")}
                      </a>
                    </td>
                  </tr>
                )}
              </Show>
            );
          }}
        </For>
      </tbody>
    </table>
  );
}
