import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal, onCleanup } from "solid-js";
import type { RunProgress } from "../../../api/answers.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog, DialogTools } from "../../../parts/dialog.tsx";
import { RunProgressView } from "../../../parts/run-progress.tsx";
import { useWords } from "../../../words/words.tsx";
import { examplesQuery } from "../../review/review-queries.ts";
import type { DraftSession } from "../draft-session.ts";
import { FailingExamples } from "./failing-examples.tsx";
import { HandedIn } from "./handed-in.tsx";
import { simulateInFull } from "./simulate-in-full.ts";

/**
 * Sums up what is handed in, and hands it in. Where the service asks for a full simulation of exactly this content first,
 * that is run, with its counts; closing the dialog calls it off. While an example fails it cannot be handed in, and that is
 * said before anybody tries.
 */
export function HandIn(props: {
  readonly session: DraftSession;
  readonly onClose: () => void;
  /** Shows a place of the draft, once the dialog is closed. */
  readonly onGo: (pointer: string) => void;
  /** Something stands against it. */
  readonly onRefused: (error: unknown) => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [progress, setProgress] = createSignal<RunProgress>();
  const [isBusy, setIsBusy] = createSignal(false);
  const examples = useQuery(() => {
    const draft = props.session.draft();
    return examplesQuery(draft.id, draft.contentHash);
  });
  const mayPass = (): boolean =>
    !examples.isPending && !examples.data?.some(({ failures }) => failures.length > 0);
  const goTo = (pointer: string): void => {
    props.onClose();
    props.onGo(pointer);
  };
  const closing = new AbortController();
  onCleanup(() => closing.abort());
  const handIn = async (): Promise<void> => {
    setIsBusy(true);
    try {
      if (await handInFirst(props.session)) return props.onClose();
      const { signal } = closing;
      const draft = props.session.draft();
      const state = await simulateInFull(draft, { onProgress: setProgress, signal });
      // That there was no simulation of this content was true until now.
      void queries.invalidateQueries({ queryKey: ["drafts", draft.id, "evidence"] });
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
      <Show when={examples.data}>
        {(results) => <FailingExamples session={props.session} results={results()} onGo={goTo} />}
      </Show>
      <Show when={progress()}>{(known) => <Simulating progress={known()} />}</Show>
      <DialogTools>
        <Button onClick={() => props.onClose()}>{t("draft.handIn.notYet")}</Button>
        <Button kind="main" disabled={isBusy() || !mayPass()} onClick={() => void handIn()}>
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

function Simulating(props: { readonly progress: RunProgress }): JSX.Element {
  const { t } = useWords();
  const isEarly = (): boolean => props.progress.state === "failed" || props.progress.state === "cancelled";
  return (
    <>
      <RunProgressView label={t("draft.handIn.simulating")} progress={props.progress} />
      <Show when={isEarly()}>
        <p class="notice" role="alert">
          {t("draft.handIn.endedEarly")}
        </p>
      </Show>
    </>
  );
}
