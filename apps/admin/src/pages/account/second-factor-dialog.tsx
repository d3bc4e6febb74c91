import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createSignal, untrack } from "solid-js";
import { send } from "../../api/send.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { CodeForm } from "../sign-in/code-form.tsx";
import "./account.css";
import { type SetUp, SetUpSteps } from "./set-up-steps.tsx";

/** Setting up a second factor for one's own account, or taking it off, each with the password once more. */
export function SecondFactorDialog(props: {
  readonly hasOne: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [isDone, setDone] = createSignal(false);
  // It stays what it was while the account is asked for again.
  const had = untrack(() => props.hasOne);
  const ask = useMutation(() => ({
    mutationFn: (password: string) =>
      send<SetUp>(`/api/auth/two-factor/${had ? "disable" : "enable"}`, {
        method: "POST",
        body: { password },
      }),
    onSuccess: () => had && finish(),
  }));
  const finish = (): void => {
    setDone(true);
    void queries.invalidateQueries({ queryKey: ["me"] });
  };
  return (
    <Dialog title={t("account.factor.title")} onClose={() => props.onClose()}>
      <Switch>
        <Match when={isDone()}>
          <p role="status">{had ? t("account.factor.off") : t("account.factor.on")}</p>
          <DialogTools>
            <Button kind="main" onClick={() => props.onClose()}>
              {t("account.close")}
            </Button>
          </DialogTools>
        </Match>
        <Match when={!had && ask.data}>
          {(setUp) => (
            <>
              <SetUpSteps setUp={setUp()} />
              <CodeForm onDone={finish} />
            </>
          )}
        </Match>
        <Match when={true}>
          <PasswordAsked
            isOn={had}
            isBusy={ask.isPending}
            error={ask.error}
            onGiven={(password) => ask.mutate(password)}
            onClose={() => props.onClose()}
          />
        </Match>
      </Switch>
    </Dialog>
  );
}

/** What will be done, and the password once more. */
function PasswordAsked(props: {
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onGiven: (password: string) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const [password, setPassword] = createSignal("");
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    props.onGiven(password());
  };
  return (
    <>
      <p>{props.isOn ? t("account.factor.takeOffText") : t("account.factor.text")}</p>
      <form onSubmit={submit}>
        <TextField
          label={t("signIn.password")}
          type="password"
          autocomplete="current-password"
          isFirst
          value={password()}
          onInput={setPassword}
        />
        <Show when={props.error}>{(error) => <Trouble error={error()} />}</Show>
        <DialogTools>
          <Button onClick={() => props.onClose()}>{t("account.cancel")}</Button>
          <Button kind="main" type="submit" disabled={props.isBusy}>
            {props.isOn ? t("account.factor.takeOff") : t("account.factor.begin")}
          </Button>
        </DialogTools>
      </form>
    </>
  );
}
