import { For, type JSX, Show, createMemo, on, untrack } from "solid-js";
import type { Diagnostic } from "../../../api/answers.ts";
import { namesIn } from "../../../document/named-text.ts";
import { partAt, placeName } from "../../../document/place-name.ts";
import { usePlaceWords } from "../../../document/use-place-words.ts";
import { formatCount } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { DiagnosticText } from "../../../parts/diagnostic-text.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { FixButtons } from "../fixes/fix-buttons.tsx";
import { keyOf, useFixes } from "../fixes/use-fixes.ts";

/** Nobody mends more at a time, and a page of thousands is slow to draw at every edit. */
const MOST_SHOWN = 100;

/** What is wrong with the draft, each leading to its place and offering what would mend it. */
export function Problems(props: {
  readonly diagnostics: readonly Diagnostic[];
  readonly session: DraftSession;
  readonly onGo: (pointer: string) => void;
  readonly onNext: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const words = usePlaceWords();
  const fixesOf = useFixes({ session: untrack(() => props.session), diagnostics: () => props.diagnostics });
  // After every edit all is told anew, so that names need not be looked up at the edit itself as well.
  const document = createMemo(on([() => props.diagnostics, language], () => props.session.document()));
  const nameOf = createMemo(() => namesIn(document(), language()));
  const placeOf = (at: string): string => placeName(document(), partAt(at), words());
  /** By what they say, so that what is drawn of one is not drawn anew, nor taken for another's, when all is told anew. */
  const shown = createMemo(
    () => new Map(props.diagnostics.slice(0, MOST_SHOWN).map((one) => [keyOf(one), one])),
  );
  const others = (): number => props.diagnostics.length - MOST_SHOWN;
  return (
    <Show when={props.diagnostics.length > 0} fallback={<p class="soft">{t("draft.noProblems")}</p>}>
      <Button onClick={() => props.onNext()}>{t("draft.nextProblem")}</Button>
      <ul class="problems">
        <For each={[...shown().keys()]}>
          {(key) => (
            <Show when={shown().get(key)}>
              {(diagnostic) => (
                <li>
                  <button type="button" onClick={() => props.onGo(diagnostic().at)}>
                    <DiagnosticText diagnostic={diagnostic()} document={document()} nameOf={nameOf()} />
                    <span class="soft help">{placeOf(diagnostic().at)}</span>
                  </button>
                  <FixButtons
                    fixes={fixesOf()(diagnostic())}
                    session={props.session}
                    nameOf={nameOf()}
                    onGo={props.onGo}
                  />
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={others() > 0}>
        <p class="soft">{t("draft.moreProblems", { count: formatCount(others(), language()) })}</p>
      </Show>
    </Show>
  );
}
