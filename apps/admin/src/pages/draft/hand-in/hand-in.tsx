import { type JSX, Show, createSignal, onCleanup } from "solid-js";
import { ProblemError } from "../../../api/problem.ts";
import { formatCount } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog, DialogTools } from "../../../parts/dialog.tsx";
import { Progress } from "../../../parts/progress.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { HandedIn } from "./handed-in.tsx";
import { type SimulationProgress, simulateInFull } from "./simulate-in-full.ts";

/**
 * Sums up what is handed in, and hands it in. Where the service asks for a full simulation of exactly this content first,
 * that is run, with its counts; closing the dialog calls it off.
 */
export function HandIn(props: {
  readonly session: DraftSession;
  readonly onClose: () => void;
  /** Something stands against it. */
  readonly onRefused: (error: unknown) => void;
}): JSX.Element {
  const { t } = useWords();
  const [progress, setProgress] = createSignal<SimulationProgress>();
  const [isBusy, setIsBusy] = createSignal(false);
  const closing = new AbortController();
  onCleanup(() => closing.abort());
  const handIn = async (): Promise<void> => {
    setIsBusy(true);
    try {
      if (await handInFirst(props.session)) return props.onClose();
      const { signal } = closing;
      const state = await simulateInFull(props.session.draft(), { onProgress: setProgress, signal });
      if (signal.aborted) return;
      if (state === "done") await props.session.submit();
      // What is left of one that ended early is no evidence: it is asked for again.
      if (state === "done") props.onClose();
    } catch (error) {
      if (closing.signal.aborted) return;
      props.onRefused(error);
      props.onClose();
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog title={t("draft.handIn.title")} onClose={() => props.onClose()}>
      <HandedIn draft={props.session.draft()} />
      <Show when={progress()}>{(known) => <Simulating progress={known()} />}</Show>
      <DialogTools>
        <Button onClick={() => props.onClose()}>{t("draft.handIn.notYet")}</Button>
        <Button kind="main" disabled={isBusy()} onClick={() => void handIn()}>
          {t("draft.handIn.now")}
        </Button>
      </DialogTools>
    </Dialog>
  );
}

/** Whether it could be handed in as it is; otherwise exactly this content is to be simulated before. */
async function handInFirst(session: DraftSession): Promise<boolean> {
  try {
    await session.submit();
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === "not-simulated") return false;
    throw error;
  }
}

function Simulating(props: { readonly progress: SimulationProgress }): JSX.Element {
  const { t, language } = useWords();
  const isEarly = (): boolean => props.progress.state === "failed" || props.progress.state === "cancelled";
  return (
    <>
      <Progress
        done={props.progress.done}
        total={props.progress.total}
        label={t("draft.handIn.simulating")}
        counts={t("tray.counted", {
          done: formatCount(props.progress.done, language()),
          total: formatCount(props.progress.total, language()),
        })}
      />
      <Show when={isEarly()}>
        <p class="notice" role="alert">
          {t("draft.handIn.endedEarly")}
        </p>
      </Show>
    </>
  );
}
