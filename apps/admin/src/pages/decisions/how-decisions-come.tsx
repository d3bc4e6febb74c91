import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useMay } from "../../api/use-may.ts";
import { useWords } from "../../words/words.tsx";

/** Where decisions come from, for whoever finds none yet and may see those of others. */
export function HowDecisionsCome(): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  return (
    <Show when={may("decisions:read")}>
      <p class="none">
        {t("decisions.come")} {/* A page of the service, and none of this application. */}
        <a href="/docs" rel="external">
          {t("decisions.toInterface")}
        </a>
        <Show when={may("keys:manage")}>
          {" · "}
          <A href="/settings/keys">{t("keeping.keys")}</A>
        </Show>
      </p>
    </Show>
  );
}
