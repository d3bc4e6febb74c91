import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { send } from "../../api/send.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

/** Gives a draft up for good, once that is confirmed; for whoever may write drafts. */
export function GiveUpDraft(props: {
  readonly draft: string;
  /** What is done once it is given up. */
  readonly onGivenUp?: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = createSignal(false);
  const withdrawal = useMutation(() => ({
    mutationFn: () => send(`/v1/drafts/${encodeURIComponent(props.draft)}/withdraw`, { method: "POST" }),
    onSuccess: () => {
      setAsking(false);
      props.onGivenUp?.();
      return queries.invalidateQueries({ queryKey: ["drafts"] });
    },
  }));
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t("versions.giveUp")}
      </Button>
      <Show when={isAsking()}>
        <Dialog title={t("versions.giveUpTitle")} onClose={() => setAsking(false)}>
          <p>{t("versions.giveUpText")}</p>
          <Show when={withdrawal.error}>{(error) => <Trouble error={error()} />}</Show>
          <DialogTools>
            <Button disabled={withdrawal.isPending} onClick={() => withdrawal.mutate()}>
              {t("versions.giveUp")}
            </Button>
            <Button kind="main" onClick={() => setAsking(false)}>
              {t("versions.keepDraft")}
            </Button>
          </DialogTools>
        </Dialog>
      </Show>
    </>
  );
}
