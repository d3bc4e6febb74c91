import { For, type JSX, Show, createSignal } from "solid-js";
import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import IconPlus from "~icons/lucide/plus";
import IconRemove from "~icons/lucide/x";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isObject,
  pointerTo,
  textAt,
} from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { isComposing } from "../../../../shell/keys.ts";
import { useWords } from "../../../../words/words.tsx";
import { focusPlaceSoon } from "../../focus-place.ts";
import type { FactDesk } from "./fact-desk.ts";
import { Tick } from "./tick.tsx";
import { faultOfValue, withFieldMoved } from "./value-list-edits.ts";

/** The values that a fact may have, each with its label, in the order in which they are offered. */
export function ValueLabels(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const values = (): JsonObject => fieldsOf(props.fact["values"]);
  const place = (value: string): string => props.at + pointerTo("values", value);
  const move = (value: string, by: 1 | -1): void => {
    const moved = withFieldMoved(values(), value, by);
    if (moved === values()) return;
    props.onSet("values", moved);
    focusPlaceSoon(`${place(value)}/zh`);
  };
  const remove = (value: string): void => {
    const { [value]: _removed, ...rest } = values();
    props.onSet("values", rest);
  };
  const label = (value: string, language: "en" | "zh", text: string): void =>
    props.onSet("values", {
      ...values(),
      [value]: { ...fieldsOf(values()[value]), [language]: text },
    });
  return (
    <fieldset class="value-labels" data-at={`${props.at}/values`}>
      <legend>{t("facts.fields.values")}</legend>
      <Show
        when={props.fact["values"] === undefined || isObject(props.fact["values"])}
        fallback={<p role="alert">{t("facts.valuesMalformed")}</p>}
      >
        <p class="soft">{t("facts.valuesHint")}</p>
        <Show when={Object.keys(values()).length > 0}>
          <ValueTable>
            <For each={Object.keys(values())}>
              {(value) => (
                <ValueRow
                  at={place(value)}
                  value={value}
                  labels={values()[value]}
                  onLabel={(language, text) => label(value, language, text)}
                  onMove={(by) => move(value, by)}
                  onRemove={() => remove(value)}
                />
              )}
            </For>
          </ValueTable>
        </Show>
        <NewValue
          values={values()}
          onAdd={(value) => {
            props.onSet("values", { ...values(), [value]: { en: "", zh: "" } });
            focusPlaceSoon(`${place(value)}/zh`);
          }}
        />
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

function ValueTable(props: { readonly children: JSX.Element }): JSX.Element {
  const { t } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("facts.value")}</th>
          <th scope="col">{t("draft.general.chinese")}</th>
          <th scope="col">{t("draft.general.english")}</th>
          <th scope="col">
            <span class="unseen">{t("facts.acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

function ValueRow(props: {
  readonly at: string;
  readonly value: string;
  readonly labels: Json | undefined;
  readonly onLabel: (language: "en" | "zh", text: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey && !isComposing(event) ? MOVES[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    props.onMove(by);
  };
  const act = (name: "up" | "down" | "remove", work: () => void, icon: JSX.Element): JSX.Element => (
    <Button
      kind="quiet"
      aria-label={t(`facts.valueActs.${name}`, { value: props.value })}
      title={t(`facts.valueActs.${name}`, { value: props.value })}
      onClick={() => work()}
    >
      {icon}
    </Button>
  );
  return (
    <tr onKeyDown={onKeyDown}>
      <th scope="row" class="code">
        {props.value}
      </th>
      <For each={["zh", "en"] as const}>
        {(language) => (
          <td>
            <input
              data-at={`${props.at}/${language}`}
              lang={language === "zh" ? "zh-CN" : "en"}
              aria-label={t(`facts.labelOf.${language}`, { value: props.value })}
              value={textAt(props.labels ?? null, `/${language}`)}
              onInput={(event) => props.onLabel(language, event.currentTarget.value)}
            />
          </td>
        )}
      </For>
      <td>
        <div class="acts">
          {act("up", () => props.onMove(-1), <IconUp aria-hidden="true" />)}
          {act("down", () => props.onMove(1), <IconDown aria-hidden="true" />)}
          {act("remove", () => props.onRemove(), <IconRemove aria-hidden="true" />)}
        </div>
      </td>
    </tr>
  );
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** A further value begins with what rules call it; its labels are filled in where it then stands. */
function NewValue(props: {
  readonly values: JsonObject;
  readonly onAdd: (value: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const name = (): string => (typed() ?? "").trim();
  const fault = () => (typed() === undefined ? undefined : faultOfValue(props.values, name()));
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (faultOfValue(props.values, name()) !== undefined) return void setTyped(name());
    props.onAdd(name());
    setTyped(undefined);
  };
  const hint = (): string => {
    const what = fault();
    return what === undefined ? t("facts.valueIdHint") : t(`facts.valueFaults.${what}`);
  };
  return (
    <form class="new-value" onSubmit={add} noValidate>
      <TextField
        label={t("facts.newValue")}
        value={typed() ?? ""}
        hint={hint()}
        isWrong={fault() !== undefined}
        onInput={setTyped}
      />
      <Button type="submit">
        <IconPlus aria-hidden="true" />
        {t("facts.addValue")}
      </Button>
    </form>
  );
}
