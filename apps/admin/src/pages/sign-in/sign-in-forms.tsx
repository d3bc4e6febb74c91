import { type JSX, Match, Switch, createSignal } from "solid-js";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";

/** Address and password, and then a code where the account asks for one. */
export function SignInForms(props: {
  /** The account that must sign in; without it, any. */
  readonly email?: string | undefined;
  readonly onDone: () => void;
  /** What stands below address and password. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const [needsCode, setNeedsCode] = createSignal(false);
  return (
    <Switch>
      <Match when={needsCode()}>
        <CodeForm onDone={() => props.onDone()} onBack={() => setNeedsCode(false)} />
      </Match>
      <Match when={!needsCode()}>
        <PasswordForm
          account={props.email}
          onDone={() => props.onDone()}
          onCodeNeeded={() => setNeedsCode(true)}
        />
        {props.children}
      </Match>
    </Switch>
  );
}
