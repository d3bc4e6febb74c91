import { useSearchParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import {
  type Json,
  type JsonObject,
  pointerTo,
  textAt,
  valueAt,
  withValueAt,
} from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import { type FigureAt, figureById } from "../../../document/document-names.ts";
import type { DraftSession } from "../draft-session.ts";
import { referencesIn, useDocumentWords } from "../use-document-words.ts";
import { JsonEditor } from "./json-editor.tsx";
import { History } from "./parameter/history.tsx";
import "./parameter/parameter.css";
import { RenameOrRemove } from "./rename-or-remove.tsx";
import { UsedBy, useUsingParts } from "./used-by.tsx";
import { usesOf, withRenamed } from "./parameter/parameter-uses.ts";
import { UnitField, ValueField } from "./parameter/value-field.tsx";
import { ReferencesField } from "./references-field.tsx";
import { TextPair } from "./text-pair.tsx";

/**
 * One figure: its value as people write it, its unit and name, the articles it comes from, what it was in each version,
 * and who reads it. What is no figure is edited as JSON.
 */
export function ParameterEditor(props: { readonly session: DraftSession; readonly id: string }): JSX.Element {
  return (
    <Show when={props.id} keyed>
      {(id) => (
        <Show
          when={figureById(props.session.document(), id)}
          fallback={<JsonEditor session={props.session} at={pointerTo("parameters", id)} />}
        >
          {(figure) => <Figure session={props.session} figure={figure()} />}
        </Show>
      )}
    </Show>
  );
}

function Figure(props: { readonly session: DraftSession; readonly figure: FigureAt }): JSX.Element {
  const { t, language } = useWords();
  const [, ask] = useSearchParams();
  const words = useDocumentWords(() => props.session);
  const users = useUsingParts(
    () => props.session,
    (document) => usesOf(document, props.figure.id),
  );
  const at = (field: string): string => `${props.figure.pointer}/${field}`;
  const read = (field: string): Json | undefined => valueAt(props.session.document(), at(field));
  const text = (field: string): string => textAt(props.session.document(), at(field));
  const name = (): string => text(`label/${language()}`) || props.figure.id;
  const write = (label: string, values: Readonly<Record<string, Json>>): void => {
    const places = Object.entries(values).map(([field, value]) => [at(field), value] as const);
    props.session.edit(
      label,
      (document) =>
        places.reduce(
          // INVARIANT: a value put into an object leaves an object.
          (before, [place, value]) => withValueAt(before, place, value) as JsonObject,
          document,
        ),
      places.map(([place]) => place).join(" "),
    );
  };
  return (
    <div class="figure">
      <h2>{name()}</h2>
      <Measure figure={props.figure} name={name()} currency={words.currency()} onWrite={write} />
      <TextPair
        session={props.session}
        at={at("label")}
        label={t("draft.parameter.label")}
        edit={t("draft.parameter.renamed", { name: props.figure.id })}
      />
      <History session={props.session} figure={props.figure} references={referencesIn(read("references"))} />
      <ReferencesField
        session={props.session}
        at={at("references")}
        references={read("references")}
        onChange={(references) => write(t("draft.parameter.cited", { name: name() }), { references })}
      />
      <UsedBy parts={users()} nobody={t("draft.parameter.nothingUses")} />
      <RenameOrRemove
        session={props.session}
        at={props.figure.pointer}
        isTaken={(name) => valueAt(props.session.document(), pointerTo("parameters", name)) !== undefined}
        renamed={(document, to) => withRenamed(document, props.figure.id, to)}
        users={users()}
        onGo={(pointer) => ask({ at: pointer })}
      />
    </div>
  );
}

/** Value and unit of a figure. */
function Measure(props: {
  readonly figure: FigureAt;
  readonly name: string;
  readonly currency: string;
  readonly onWrite: (label: string, values: Readonly<Record<string, Json>>) => void;
}): JSX.Element {
  const { t } = useWords();
  const at = (field: string): string => `${props.figure.pointer}/${field}`;
  return (
    <div class="figure-value">
      <ValueField
        at={at("value")}
        value={props.figure.value}
        unit={props.figure.unit}
        currency={props.currency}
        onChange={(value, texts) =>
          props.onWrite(t("draft.parameter.edited", { name: props.name, ...texts }), { value })
        }
      />
      <UnitField
        at={at("unit")}
        value={props.figure.value}
        unit={props.figure.unit}
        currency={props.currency}
        onChange={(unit, value) =>
          props.onWrite(t("parts.figure.unitEdited", { name: props.name, unit: t(`draft.units.${unit}`) }), {
            unit,
            value,
          })
        }
      />
    </div>
  );
}
