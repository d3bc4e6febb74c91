import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { type JSX, Show, createEffect, createSignal, onCleanup } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.tsx";
import type { DraftSession } from "./draft-session.ts";

/**
 * Keeps whoever goes to another page, or closes the window, from losing edits that are not saved: they are saved first,
 * and where that cannot be done they are asked.
 */
export function Leaving(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const [leave, setLeave] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((leaving) => {
    if (props.session.unsaved() === 0 || leaving.defaultPrevented || staysOnPage(leaving)) return;
    leaving.preventDefault();
    void savedFirst(leaving);
  });
  async function savedFirst(leaving: BeforeLeaveEventArgs): Promise<void> {
    await props.session.save();
    if (props.session.unsaved() === 0) leaving.retry(true);
    else setLeave(leaving);
  }
  // Given up, or saved after all while the question stood: nothing is left to ask.
  createEffect(() => {
    const leaving = leave();
    if (leaving === undefined || props.session.unsaved() > 0) return;
    setLeave(undefined);
    leaving.retry(true);
  });
  const beforeUnload = (event: BeforeUnloadEvent): void => {
    if (props.session.unsaved() === 0) return;
    void props.session.save();
    event.preventDefault();
  };
  window.addEventListener("beforeunload", beforeUnload);
  onCleanup(() => window.removeEventListener("beforeunload", beforeUnload));
  return (
    <Show when={leave()}>
      <Dialog title={t("leaving.title")} onClose={() => setLeave(undefined)}>
        <p>{t("leaving.text", { count: props.session.unsaved() })}</p>
        <DialogTools>
          <Button onClick={() => props.session.discard()}>{t("leaving.leave")}</Button>
          <Button kind="main" onClick={() => setLeave(undefined)}>
            {t("leaving.stay")}
          </Button>
        </DialogTools>
      </Dialog>
    </Show>
  );
}

/** Whether only another part of the same page is gone to. */
function staysOnPage({ to, from }: BeforeLeaveEventArgs): boolean {
  return typeof to === "string" && new URL(to, window.location.href).pathname === from.pathname;
}
