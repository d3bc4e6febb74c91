import { useMutation } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { send } from "../../api/send.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

/** Another password for one's own account; every other session of it ends. */
export function PasswordDialog(props: { readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  const [current, setCurrent] = createSignal("");
  const [wanted, setWanted] = createSignal("");
  const change = useMutation(() => ({
    mutationFn: () =>
      send("/api/auth/change-password", {
        method: "POST",
        body: { currentPassword: current(), newPassword: wanted() },
      }),
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Dialog title={t("account.password.title")} onClose={() => props.onClose()}>
      <Show
        when={!change.isSuccess}
        fallback={
          <>
            <p role="status">{t("account.password.done")}</p>
            <DialogTools>
              <Button kind="main" onClick={() => props.onClose()}>
                {t("account.close")}
              </Button>
            </DialogTools>
          </>
        }
      >
        <form onSubmit={submit}>
          <TextField
            label={t("account.password.current")}
            type="password"
            autocomplete="current-password"
            isFirst
            value={current()}
            onInput={setCurrent}
          />
          <TextField
            label={t("account.password.wanted")}
            hint={t("account.password.hint")}
            type="password"
            autocomplete="new-password"
            value={wanted()}
            onInput={setWanted}
          />
          <Show when={change.isError}>
            <Trouble error={change.error} />
          </Show>
          <DialogTools>
            <Button onClick={() => props.onClose()}>{t("account.cancel")}</Button>
            <Button kind="main" type="submit" disabled={change.isPending}>
              {t("account.password.change")}
            </Button>
          </DialogTools>
        </form>
      </Show>
    </Dialog>
  );
}
