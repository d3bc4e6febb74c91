import { useMutation } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { send } from "../../api/send.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

/** Six digits come from the authenticator; anything else is taken for a backup code. */
const OF_AUTHENTICATOR = /^\d{6}$/;

/** The second factor. */
export function CodeForm(props: { readonly onDone: () => void; readonly onBack?: () => void }): JSX.Element {
  const { t } = useWords();
  const [code, setCode] = createSignal("");
  const verify = useMutation(() => ({
    mutationFn: () => {
      const path = OF_AUTHENTICATOR.test(code().trim()) ? "verify-totp" : "verify-backup-code";
      return send(`/api/auth/two-factor/${path}`, { method: "POST", body: { code: code().trim() } });
    },
    onSuccess: () => props.onDone(),
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    verify.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextField
        label={t("signIn.code")}
        hint={t("signIn.codeHint")}
        autocomplete="one-time-code"
        inputMode="numeric"
        isFirst
        value={code()}
        onInput={setCode}
      />
      <Show when={verify.isError}>
        <Trouble error={verify.error} />
      </Show>
      <Button type="submit" kind="main" disabled={verify.isPending}>
        {t("signIn.verify")}
      </Button>
      <Show when={props.onBack}>
        {(onBack) => (
          <Button kind="quiet" onClick={() => onBack()()}>
            {t("signIn.back")}
          </Button>
        )}
      </Show>
    </form>
  );
}
