import { useSearchParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";

/** Searches the list below; the text stands in the address as `q`. What finds nothing can be cleared. */
export function ListSearch(props: { readonly label: string; readonly found: number }): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly q?: string }>();
  const search = (text: string): void => ask({ q: text === "" ? undefined : text }, { replace: true });
  return (
    <div class="tools">
      <label class="search">
        <span class="unseen">{props.label}</span>
        <input
          type="search"
          placeholder={props.label}
          value={asked.q ?? ""}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
      <span role="status" class="soft">
        <Show when={asked.q !== undefined}>
          {props.found === 0
            ? t("settings.none", { text: asked.q ?? "" })
            : t("settings.found", { count: props.found })}
        </Show>
      </span>
      <Show when={asked.q !== undefined}>
        <Button kind="quiet" onClick={() => search("")}>
          {t("policies.clear")}
        </Button>
      </Show>
    </div>
  );
}
