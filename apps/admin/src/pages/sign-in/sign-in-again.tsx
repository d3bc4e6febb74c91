import { useQueryClient } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.tsx";
import { SignInForms } from "./sign-in-forms.tsx";

/**
 * Signing in again above the page that one was on, which stays as it is with whatever is not saved on it. Only the same
 * account goes on there: nothing of one person is saved in the name of another, such as of who signed in in another tab.
 */
export function SignInAgain(props: {
  readonly email: string | undefined;
  /** The session ended, or it is another account's by now. */
  readonly why: "sessionOver" | "otherAccount";
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const isOther = (): boolean => props.why === "otherAccount";
  return (
    <Dialog title={isOther() ? t("otherAccount.title") : t("signInAgain.title")}>
      <p>{isOther() ? t("otherAccount.text") : t("signInAgain.text")}</p>
      <SignInForms email={props.email} onDone={() => void queries.invalidateQueries()}>
        <Button kind="quiet" onClick={() => window.location.reload()}>
          {isOther() ? t("otherAccount.other") : t("signInAgain.other")}
        </Button>
      </SignInForms>
    </Dialog>
  );
}
