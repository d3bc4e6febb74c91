import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useWords } from "../../words/words.tsx";
import { useAsked } from "./asked.ts";

/** The ways to older events, and back to the newest. */
export function Paging(props: {
  /** Before which event the next page begins; null: there is none. */
  readonly next: number | null;
}): JSX.Element {
  const { t } = useWords();
  const address = useAsked();
  const isNewest = (): boolean => address.before() === undefined;
  return (
    <Show when={!isNewest() || props.next !== null}>
      <nav class="tools" aria-label={t("audit.pages")}>
        <Show when={!isNewest()}>
          <A class="button" href={address.addressOf({ before: undefined, open: undefined })}>
            {t("audit.newest")}
          </A>
        </Show>
        <Show when={props.next} fallback={<span class="soft">{t("audit.first")}</span>}>
          {(next) => (
            <A class="button" href={address.addressOf({ before: String(next()), open: undefined })}>
              {t("audit.older")}
            </A>
          )}
        </Show>
      </nav>
    </Show>
  );
}
