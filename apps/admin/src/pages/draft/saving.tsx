import { type JSX, Match, Switch } from "solid-js";
import { formatTime } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import type { DraftSession, SaveState } from "./draft-session.ts";

/** Whether everything is saved, said aloud as it changes; and what to do where it is not. */
export function Saving(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language } = useWords();
  const saving = () => props.session.saving();
  const as = <Kind extends SaveState["kind"]>(kind: Kind) => {
    const state = saving();
    return state.kind === kind ? (state as Extract<SaveState, { kind: Kind }>) : undefined;
  };
  const savedText = (at: Date | undefined): string =>
    at ? t("draft.saved", { time: formatTime(at, language()) }) : t("draft.upToDate");
  return (
    <div class="saving" role="status">
      <Switch>
        <Match when={as("saved")}>{(state) => <span class="soft">{savedText(state().at)}</span>}</Match>
        <Match when={as("saving")}>
          <span class="soft">{t("draft.saving")}</span>
        </Match>
        <Match when={as("waiting")}>
          {(state) => <strong>{t("draft.waiting", { count: state().edits })}</strong>}
        </Match>
        <Match when={as("overtaken")}>
          <strong>{t("draft.overtaken")}</strong>
          <Button onClick={() => void props.session.takeTheirs()}>{t("draft.takeTheirs")}</Button>
          <Button onClick={() => void props.session.keepMine()}>{t("draft.keepMine")}</Button>
        </Match>
        <Match when={as("refused")}>{(state) => <Trouble error={state().problem} />}</Match>
      </Switch>
    </div>
  );
}
