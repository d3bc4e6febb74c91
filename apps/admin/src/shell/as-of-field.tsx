import { type JSX, Show } from "solid-js";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words/words.tsx";
import { useAsOf } from "./as-of.ts";

/** The day that is looked at; any but today is marked. */
export function AsOfField(): JSX.Element {
  const { t } = useWords();
  const asOf = useAsOf();
  return (
    <div class="as-of" data-today={asOf.isToday()}>
      <label>
        {t("asOf.label")}{" "}
        <input
          type="date"
          value={asOf.day()}
          onChange={(event) => asOf.choose(event.currentTarget.value || undefined)}
        />
      </label>
      <Show when={!asOf.isToday()}>
        <strong>{t("asOf.notToday")}</strong>
        <Button kind="quiet" onClick={() => asOf.choose(undefined)}>
          {t("asOf.toToday")}
        </Button>
      </Show>
    </div>
  );
}
