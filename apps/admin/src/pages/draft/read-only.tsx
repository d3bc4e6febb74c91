import { whoMay } from "@evenhand/domain";
import type { JSX } from "solid-js";
import { formatList } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";

/** Editors to whoever may not edit: everything is there to be read, nothing can be changed, and it is said who can. */
export function ReadOnly(props: { readonly children: JSX.Element }): JSX.Element {
  const { t, language } = useWords();
  const roles = (): string =>
    formatList(
      whoMay("drafts:write").roles.map((role) => t(`roleNames.${role}`)),
      { language: language(), type: "disjunction" },
    );
  return (
    <>
      <p class="soft">{t("draft.readOnly", { roles: roles() })}</p>
      <fieldset class="read-only" disabled>
        {props.children}
      </fieldset>
    </>
  );
}
