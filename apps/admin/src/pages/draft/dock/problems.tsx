import { For, type JSX, Show, untrack } from "solid-js";
import type { Diagnostic } from "../../../api/answers.ts";
import { partAt, placeName } from "../../../document/place-name.ts";
import { usePlaceWords } from "../../../document/use-place-words.ts";
import { Button } from "../../../parts/button.tsx";
import { DiagnosticText } from "../../../parts/diagnostic-text.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { FixButtons } from "../fixes/fix-buttons.tsx";
import { useFixes } from "../fixes/use-fixes.ts";

/** Everything that is wrong with the draft, each leading to its place. */
export function Problems(props: {
  readonly diagnostics: readonly Diagnostic[];
  readonly session: DraftSession;
  readonly onGo: (pointer: string) => void;
  readonly onNext: () => void;
}): JSX.Element {
  const { t } = useWords();
  const words = usePlaceWords();
  const placeOf = (at: string): string => placeName(props.session.document(), partAt(at), words());
  const fixesOf = useFixes({ session: untrack(() => props.session), diagnostics: () => props.diagnostics });
  return (
    <Show when={props.diagnostics.length > 0} fallback={<p class="soft">{t("draft.noProblems")}</p>}>
      <Button onClick={() => props.onNext()}>{t("draft.nextProblem")}</Button>
      <ul class="problems">
        <For each={props.diagnostics}>
          {(diagnostic) => (
            <li>
              <button type="button" onClick={() => props.onGo(diagnostic.at)}>
                <DiagnosticText diagnostic={diagnostic} document={props.session.document()} />
                <span class="soft help">{placeOf(diagnostic.at)}</span>
              </button>
              <FixButtons fixes={fixesOf()(diagnostic)} session={props.session} onGo={props.onGo} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
