import { type JSX, Match, Switch } from "solid-js";
import { formatTime } from "../../format/format.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import type { DraftSession, SaveState } from "./draft-session.ts";

/** Whether everything is saved, said aloud as it changes; and why where it is not. */
export function Saving(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language } = useWords();
  const as = <Kind extends SaveState["kind"]>(kind: Kind) => {
    const state = props.session.saving();
    return state.kind === kind ? (state as Extract<SaveState, { kind: Kind }>) : undefined;
  };
  const savedText = (at: Date | undefined): string =>
    at ? t("draft.saved", { time: formatTime(at, language()) }) : t("draft.upToDate");
  const waitingText = (why: Extract<SaveState, { kind: "waiting" }>["why"]): string =>
    props.session.unsaved() === 1
      ? t(`saving.one.${why}`)
      : t(`saving.several.${why}`, { count: props.session.unsaved() });
  return (
    <div class="saving" role="status">
      <Switch>
        <Match when={as("saved")}>{(state) => <span class="soft">{savedText(state().at)}</span>}</Match>
        <Match when={as("saving")}>
          <span class="soft">{t("draft.saving")}</span>
        </Match>
        <Match when={as("waiting")}>{(state) => <strong>{waitingText(state().why)}</strong>}</Match>
        <Match when={as("clashed")}>
          <strong>{t("saving.clashed")}</strong>
        </Match>
        <Match when={as("refused")}>
          {(state) => <Trouble error={state().problem} onRetry={() => void props.session.save()} />}
        </Match>
      </Switch>
    </div>
  );
}
