import type { ParameterUnit } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { For, type JSX, Show, createSignal, untrack } from "solid-js";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import {
  type Json,
  type JsonObject,
  pointerTo,
  textAt,
  valueAt,
  withValueAt,
} from "../../../document/pointer.ts";
import { partsNaming } from "../parts-naming.ts";
import { readFigure, writtenFigure } from "./figure.ts";

/** One figure: its value as people write it, its name in both languages, the articles it comes from, and who uses it. */
export function ParameterEditor(props: { readonly session: DraftSession; readonly id: string }): JSX.Element {
  return (
    <Show when={props.id} keyed>
      {(id) => <Figure session={props.session} id={id} />}
    </Show>
  );
}

function Figure(props: { readonly session: DraftSession; readonly id: string }): JSX.Element {
  const { t, language } = useWords();
  const at = (field: string): string => `${pointerTo("parameters", props.id)}/${field}`;
  const read = (field: string): Json | undefined => valueAt(props.session.document(), at(field));
  const text = (field: string, otherwise?: string): string =>
    textAt(props.session.document(), at(field), otherwise);
  const unit = () => text("unit", "count") as ParameterUnit;
  const currency = (): string => textAt(props.session.document(), "/currency", "CNY");
  const name = (): string => text(`label/${language()}`, props.id);
  const write = (label: string, field: string, value: Json): void => {
    const place = at(field);
    props.session.edit(label, (document) => withValueAt(document, place, value) as JsonObject);
  };
  return (
    <>
      <h2>{name()}</h2>
      <Value
        at={at("value")}
        value={read("value")}
        unit={unit()}
        currency={currency()}
        onChange={(value, texts) =>
          write(t("draft.parameter.edited", { name: name(), ...texts }), "value", value)
        }
      />
      <TextField
        label={`${t("draft.parameter.label")} · ${t("draft.general.chinese")}`}
        at={at("label/zh")}
        value={text("label/zh")}
        onInput={(text) => write(t("draft.parameter.renamed", { name: props.id }), "label/zh", text)}
      />
      <TextField
        label={`${t("draft.parameter.label")} · ${t("draft.general.english")}`}
        at={at("label/en")}
        value={text("label/en")}
        onInput={(text) => write(t("draft.parameter.renamed", { name: props.id }), "label/en", text)}
      />
      <Articles
        at={at("references")}
        references={read("references")}
        onChange={(references) =>
          write(t("draft.parameter.cited", { name: name() }), "references", references)
        }
      />
      <UsedBy session={props.session} id={props.id} />
    </>
  );
}

function Value(props: {
  readonly at: string;
  readonly value: Json | undefined;
  readonly unit: ParameterUnit;
  readonly currency: string;
  readonly onChange: (
    value: number | string,
    texts: { readonly before: string; readonly after: string },
  ) => void;
}): JSX.Element {
  const { t } = useWords();
  const measure = () => ({ unit: props.unit, currency: props.currency });
  const stored = (): string =>
    typeof props.value === "number" || typeof props.value === "string"
      ? writtenFigure(props.value, measure())
      : "";
  const before = untrack(stored);
  const [typed, setTyped] = createSignal<string>();
  const isWrong = (): boolean => typed() !== undefined && readFigure(typed() ?? "", measure()) === undefined;
  const hint = (): string => {
    if (isWrong()) return t("draft.parameter.notNumber");
    if (props.unit === "rate") return t("draft.parameter.percentHint");
    return props.unit === "money"
      ? t("draft.parameter.moneyHint", { currency: props.currency })
      : t(`draft.units.${props.unit}`);
  };
  const take = (text: string): void => {
    setTyped(text);
    const value = readFigure(text, measure());
    if (value !== undefined) props.onChange(value, { before, after: writtenFigure(value, measure()) });
  };
  return (
    <div onFocusOut={() => !isWrong() && setTyped(undefined)}>
      <TextField
        label={t("draft.parameter.value")}
        at={props.at}
        value={typed() ?? stored()}
        hint={hint()}
        isWrong={isWrong()}
        onInput={take}
      />
    </div>
  );
}

function Articles(props: {
  readonly at: string;
  readonly references: Json | undefined;
  readonly onChange: (references: Json) => void;
}): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const stored = (): string =>
    Array.isArray(props.references)
      ? props.references.map((one: Json) => textAt(one, "/article")).join(", ")
      : "";
  const take = (text: string): void => {
    setTyped(text);
    const articles = text.split(/[,，、]/).map((article) => article.trim());
    props.onChange(articles.filter((article) => article !== "").map((article) => ({ article })));
  };
  return (
    <div onFocusOut={() => setTyped(undefined)}>
      <TextField
        label={t("draft.parameter.articles")}
        at={props.at}
        hint={t("draft.parameter.articlesHint")}
        value={typed() ?? stored()}
        onInput={take}
      />
    </div>
  );
}

function UsedBy(props: { readonly session: DraftSession; readonly id: string }): JSX.Element {
  const { t, language } = useWords();
  const parts = () => partsNaming(props.session.document(), `parameter.${props.id}`);
  return (
    <div>
      <h3>{t("draft.parameter.usedBy")}</h3>
      <ul>
        <For each={parts()} fallback={<li class="soft">{t("draft.parameter.nothingUses")}</li>}>
          {(part) => (
            <li>
              <A href={`?at=${encodeURIComponent(part.pointer)}`}>{part.label?.[language()] ?? part.id}</A>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
