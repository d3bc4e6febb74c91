import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { send } from "../../api/send.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

/** Takes back a version whose day has not come, once a reason is given. */
export function WithdrawVersion(props: { readonly policy: string; readonly version: number }): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = createSignal(false);
  const [reason, setReason] = createSignal("");
  const withdrawal = useMutation(() => ({
    mutationFn: () =>
      send(`/v1/policies/${encodeURIComponent(props.policy)}/versions/${props.version}/withdraw`, {
        method: "POST",
        body: { reason: reason().trim() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["policies"] }),
  }));
  return (
    <Show
      when={isOpen()}
      fallback={
        <Button kind="quiet" onClick={() => setIsOpen(true)}>
          {t("versions.withdraw", { version: props.version })}
        </Button>
      }
    >
      <form
        class="withdraw-version"
        onSubmit={(event) => {
          event.preventDefault();
          withdrawal.mutate();
        }}
      >
        <TextField
          label={t("versions.withdrawReason")}
          hint={t("versions.withdrawHint")}
          value={reason()}
          onInput={setReason}
          isFirst
        />
        <Show when={withdrawal.error}>{(error) => <Trouble error={error()} />}</Show>
        <div class="tools">
          <Button type="submit" disabled={withdrawal.isPending || reason().trim() === ""}>
            {t("versions.withdraw", { version: props.version })}
          </Button>
          <Button kind="quiet" onClick={() => setIsOpen(false)}>
            {t("versions.keepIt")}
          </Button>
        </div>
      </form>
    </Show>
  );
}
