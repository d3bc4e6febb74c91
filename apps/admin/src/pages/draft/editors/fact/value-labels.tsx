import type { LocalizedText } from "@evenhand/domain";
import { type JSX, Show } from "solid-js";
import { type JsonObject, fieldsOf, isObject, pointerTo } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { focusPlaceSoon } from "../../focus-place.ts";
import { LabelTable } from "../labels/label-table.tsx";
import type { FactDesk } from "./fact-desk.ts";
import { NewValue } from "./new-value.tsx";
import { Tick } from "./tick.tsx";
import { valueId, withFieldMoved } from "./value-list-edits.ts";

/** The values that a fact may have, each with its label, in the order in which they are offered. */
export function ValueLabels(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const values = (): JsonObject => fieldsOf(props.fact["values"]);
  const place = (value: string): string => props.at + pointerTo("values", value);
  const rows = () =>
    Object.entries(values()).map(([name, labels]) => ({
      name,
      at: place(name),
      labelsAt: place(name),
      labels,
    }));
  const move = (value: string, by: 1 | -1): void => {
    const moved = withFieldMoved(values(), value, by);
    if (moved === values()) return;
    props.onSet("values", moved);
    focusPlaceSoon(`${place(value)}/zh`);
  };
  const add = (names: LocalizedText): void => {
    const value = valueId(values(), names.en);
    props.onSet("values", { ...values(), [value]: names });
    focusPlaceSoon(`${place(value)}/${names.zh === "" ? "zh" : "en"}`);
  };
  const remove = (value: string): void => {
    const { [value]: _removed, ...rest } = values();
    props.onSet("values", rest);
  };
  return (
    <fieldset class="value-labels" data-at={`${props.at}/values`}>
      <legend>{t("facts.fields.values")}</legend>
      <Show
        when={props.fact["values"] === undefined || isObject(props.fact["values"])}
        fallback={<p role="alert">{t("labels.malformed")}</p>}
      >
        <p class="soft">{t("facts.valuesHint")}</p>
        <LabelTable
          rows={rows()}
          onLabel={({ name, labels }, language, text) =>
            props.onSet("values", { ...values(), [name]: { ...fieldsOf(labels), [language]: text } })
          }
          onMove={({ name }, by) => move(name, by)}
          onRemove={({ name }) => remove(name)}
        >
          <NewValue onAdd={add} />
        </LabelTable>
        <Show when={props.type === "enum"}>
          <Tick
            at={`${props.at}/open`}
            label={t("facts.fields.open")}
            isTicked={props.fact["open"] === true}
            onChange={(isOpen) => props.onSet("open", isOpen ? true : undefined)}
          />
        </Show>
      </Show>
    </fieldset>
  );
}
