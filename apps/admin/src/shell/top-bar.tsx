import { useQueryClient } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import type { Me } from "../api/answers.ts";
import { send } from "../api/send.ts";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words/words.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

/** Who is signed in, and the language. */
export function TopBar(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const signOut = async (): Promise<void> => {
    await send("/api/auth/sign-out", { method: "POST", body: {} });
    // Nothing of what one person saw is kept for the next.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    await queries.resetQueries({ queryKey: ["me"] });
  };
  const name = (): string => props.me.name ?? props.me.email ?? "";
  return (
    <header class="bar">
      <LanguageSwitch />
      <span data-part="who">{t("user.menu", { name: name() })}</span>
      <Button kind="quiet" onClick={() => void signOut()}>
        {t("user.signOut")}
      </Button>
    </header>
  );
}
