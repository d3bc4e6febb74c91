import { For, type JSX, Show, untrack } from "solid-js";
import type { Diagnostic } from "../../../api/answers.ts";
import { Button } from "../../../parts/button.tsx";
import { Tag } from "../../../parts/tag.tsx";
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
  const { t, local } = useWords();
  const fixesOf = useFixes({ session: untrack(() => props.session), diagnostics: () => props.diagnostics });
  return (
    <Show when={props.diagnostics.length > 0} fallback={<p class="soft">{t("draft.noProblems")}</p>}>
      <Button onClick={() => props.onNext()}>{t("draft.nextProblem")}</Button>
      <ul class="problems">
        <For each={props.diagnostics}>
          {(diagnostic) => (
            <li>
              <button type="button" onClick={() => props.onGo(diagnostic.at)}>
                <Tag tone="warn">{t(`draft.${diagnostic.severity}`)}</Tag> {local(diagnostic.message)}
                <Show when={diagnostic.help}>{(help) => <div class="soft">{local(help())}</div>}</Show>
                <div class="soft code">{diagnostic.at}</div>
              </button>
              <FixButtons fixes={fixesOf()(diagnostic)} session={props.session} onGo={props.onGo} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
