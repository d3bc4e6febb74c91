import { useQueryClient } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import { LanguageSwitch } from "../../shell/language-switch.tsx";
import { useWords } from "../../words/words.tsx";
import { SignInForms } from "./sign-in-forms.tsx";
import "./sign-in.css";

/** Signing in. The address of the page stays. */
export function SignInPage(): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
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
        <SignInForms onDone={() => void queries.invalidateQueries()}>
          <p class="soft">{t("signIn.firstStart")}</p>
        </SignInForms>
      </main>
    </div>
  );
}
