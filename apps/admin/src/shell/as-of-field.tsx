import { type JSX, Show, createUniqueId } from "solid-js";
import { Button } from "../parts/button.tsx";
import { DayInput } from "../parts/day-input.tsx";
import { useWords } from "../words/words.tsx";
import { useAsOf } from "./as-of.ts";

/** The day that is looked at; any but today is marked. */
export function AsOfField(): JSX.Element {
  const { t } = useWords();
  const asOf = useAsOf();
  const id = createUniqueId();
  return (
    <div class="as-of" data-today={asOf.isToday()}>
      <label for={id}>{t("asOf.label")}</label>
      <DayInput
        id={id}
        label={t("asOf.label")}
        value={asOf.day()}
        onDay={asOf.choose}
        onClear={() => asOf.choose(undefined)}
      />
      <Show when={!asOf.isToday()}>
        <strong>{t("asOf.notToday")}</strong>
        <Button kind="quiet" onClick={() => asOf.choose(undefined)}>
          {t("asOf.toToday")}
        </Button>
      </Show>
    </div>
  );
}
