import { whoMay } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { type JSX, Match, Switch } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { formatList } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { isOver } from "./draft-session.ts";

/** Editors where nothing may be edited: everything is there to be read, and it is said why, and who can or what to do instead. */
export function ReadOnly(props: { readonly draft: Draft; readonly children: JSX.Element }): JSX.Element {
  const { t, language } = useWords();
  const roles = (): string =>
    formatList(
      whoMay("drafts:write").roles.map((role) => t(`roleNames.${role}`)),
      { language: language(), type: "disjunction" },
    );
  return (
    <>
      <p class="soft">
        <Switch fallback={t("draft.readOnly", { roles: roles() })}>
          <Match when={isOver(props.draft)}>
            {t(`draft.over.${props.draft.state === "withdrawn" ? "withdrawn" : "published"}`)}{" "}
            <A href={`/policies/${encodeURIComponent(props.draft.policy)}`}>{t("draft.over.versions")}</A>
          </Match>
        </Switch>
      </p>
      <fieldset class="read-only" disabled>
        {props.children}
      </fieldset>
    </>
  );
}
