import { useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Switch, createSignal } from "solid-js";
import { LanguageSwitch } from "../../shell/language-switch.tsx";
import { useWords } from "../../words/words.tsx";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import "./sign-in.css";

/** Signing in: address and password, and a code where the account asks for one. The address of the page stays. */
export function SignInPage(): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [needsCode, setNeedsCode] = createSignal(false);
  const goOn = (): void => void queries.invalidateQueries();
  return (
    <div class="sign-in">
      <header>
        <LanguageSwitch />
      </header>
      <main class="card">
        <div>
          <h1>{t("signIn.title")}</h1>
          <p class="soft">{t("signIn.intro")}</p>
        </div>
        <Switch>
          <Match when={needsCode()}>
            <CodeForm onDone={goOn} onBack={() => setNeedsCode(false)} />
          </Match>
          <Match when={!needsCode()}>
            <PasswordForm onDone={goOn} onCodeNeeded={() => setNeedsCode(true)} />
            <p class="soft">{t("signIn.firstStart")}</p>
          </Match>
        </Switch>
      </main>
    </div>
  );
}
