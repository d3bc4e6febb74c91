import { whoMay } from "@evenhand/domain";
import { type JSX, Show } from "solid-js";
import { useMay } from "../../../api/use-may.ts";
import { useWords } from "../../../words/words.tsx";
import "../../policies/policies.css";
import { type SectionId, sectionOf } from "../sections.ts";
import { useRoleNames } from "./role-names.ts";

/** One part of the settings under its heading; whoever may not use it is told who can. */
export function Section(props: {
  readonly id: SectionId;
  /** What can be done with the whole part. */
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const rolesNamed = useRoleNames();
  return (
    <section class="settings-section" aria-labelledby="settings-section">
      <header class="list-head">
        <div>
          <h2 id="settings-section">{t(`settings.sections.${props.id}`)}</h2>
          <p class="soft">{t(`settings.intro.${props.id}`)}</p>
        </div>
        <Show when={may(sectionOf(props.id).permission)}>{props.actions}</Show>
      </header>
      <Show
        when={may(sectionOf(props.id).permission)}
        fallback={
          <p class="card note" role="status">
            {t("settings.whoCan", { roles: rolesNamed(whoMay(sectionOf(props.id).permission).roles) })}
          </p>
        }
      >
        {props.children}
      </Show>
    </section>
  );
}
