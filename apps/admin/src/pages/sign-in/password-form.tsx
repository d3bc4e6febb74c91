import { useMutation } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { send } from "../../api/send.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

type SignInState = { readonly state: "signed-in" | "second-factor-needed" };

/** Address and password; of a certain account, the password alone. */
export function PasswordForm(props: {
  readonly account?: string | undefined;
  readonly onDone: () => void;
  readonly onCodeNeeded: () => void;
}): JSX.Element {
  const { t } = useWords();
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const signIn = useMutation(() => ({
    mutationFn: () =>
      send<SignInState>("/api/auth/sign-in/email", {
        method: "POST",
        body: { email: props.account ?? email(), password: password() },
      }),
    onSuccess: ({ state }) => (state === "signed-in" ? props.onDone() : props.onCodeNeeded()),
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Show
        when={props.account}
        fallback={
          <TextField
            label={t("signIn.email")}
            type="email"
            autocomplete="username"
            isFirst
            value={email()}
            onInput={setEmail}
          />
        }
      >
        {(account) => (
          <p>
            {t("signIn.email")} <strong>{account()}</strong>
          </p>
        )}
      </Show>
      <TextField
        label={t("signIn.password")}
        type="password"
        autocomplete="current-password"
        isFirst={props.account !== undefined}
        value={password()}
        onInput={setPassword}
      />
      <Show when={signIn.isError}>
        <Trouble error={signIn.error} />
      </Show>
      <Button type="submit" kind="main" disabled={signIn.isPending}>
        {signIn.isPending ? t("signIn.busy") : t("signIn.submit")}
      </Button>
    </form>
  );
}
