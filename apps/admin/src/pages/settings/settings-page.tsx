import { A, type RouteSectionProps } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { meQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { useWords } from "../../words/words.tsx";
import { SECTIONS } from "./sections.ts";
import "./settings.css";

/** The settings: a navigation of its own to the parts that one may open, and beside it the part that the address names. */
export function SettingsPage(props: RouteSectionProps): JSX.Element {
  const { t } = useWords();
  const me = useQuery(meQuery);
  const may = useMay();
  return (
    <>
      <h1>{t("settings.title")}</h1>
      <Show when={me.data}>
        <div class="settings">
          <nav class="settings-nav" aria-label={t("settings.navigation")}>
            <For each={SECTIONS.filter(({ permission }) => may(permission))}>
              {({ id }) => <A href={`/settings/${id}`}>{t(`settings.sections.${id}`)}</A>}
            </For>
          </nav>
          <div class="settings-part">{props.children}</div>
        </div>
      </Show>
    </>
  );
}
