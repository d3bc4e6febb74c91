import type { RecordedDecision } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import IconPrint from "~icons/lucide/printer";
import { useWords } from "../../words/words.tsx";
import { withShortIds } from "../decisions/shown-id.tsx";
import { pathOf } from "./decision-queries.ts";

/** The notice for each of those whom the decision concerns, as a page to be printed. */
export function Notices(props: { readonly decision: RecordedDecision }): JSX.Element {
  const { t, language } = useWords();
  const parties = () => props.decision.record.outcome.parties;
  const address = (party: string): string =>
    `${pathOf(props.decision.id)}/notice?party=${encodeURIComponent(party)}&lang=${language()}`;
  return (
    <Show when={parties().length > 0}>
      <section class="card decision-card">
        <h2>{t("decision.notice.title")}</h2>
        <p class="soft">{t("decision.notice.text")}</p>
        <ul class="plain-list">
          <For each={parties()}>
            {({ party }) => (
              <li>
                <a href={address(party)} target="_blank" rel="noopener">
                  <IconPrint aria-hidden="true" /> {t("decision.notice.for", { party: withShortIds(party) })}
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
