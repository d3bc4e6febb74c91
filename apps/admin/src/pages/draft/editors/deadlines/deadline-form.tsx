import { DUE_UNITS, type DueUnit } from "@evenhand/domain";
import { type JSX, Show } from "solid-js";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  pointerTo,
  textAt,
  valueAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { SelectField } from "../../../../parts/select-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import { factType } from "../../../../document/document-names.ts";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { ValueField } from "../parameter/value-field.tsx";
import type { Deadline } from "./deadlines.ts";

/** How long one deadline is, in what unit, and from which fact it is counted. */
export function DeadlineForm(props: {
  readonly session: DraftSession;
  readonly deadline: Deadline;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const name = (): string => words.word(props.deadline.step);
  const lengthAt = (): string =>
    props.deadline.figure ? `${props.deadline.figure.pointer}/value` : props.deadline.lengthAt;
  const write = (label: string, values: readonly (readonly [string, Json])[]): void =>
    props.session.edit(
      label,
      (document) =>
        values.reduce(
          // INVARIANT: a value put into an object leaves an object.
          (before, [place, value]) => withValueAt(before, place, value) as JsonObject,
          document,
        ),
      values.map(([place]) => place).join(" "),
    );
  const writeUnit = (unit: DueUnit): void => {
    const { figure, params } = props.deadline;
    const ofFigure = figure ? [[`${figure.pointer}/unit`, unit] as const] : [];
    write(t("parts.deadlines.edited", { name: name() }), [[`${params}/unit`, unit], ...ofFigure]);
  };
  return (
    <fieldset class="deadline-form">
      <legend>{name()}</legend>
      <Show when={props.deadline.unit && props.deadline.length !== undefined && props.deadline.unit}>
        {(unit) => (
          <ValueField
            at={lengthAt()}
            label={t("parts.deadlines.length")}
            value={valueAt(props.session.document(), lengthAt())}
            unit={unit()}
            currency={words.currency()}
            onChange={(value, texts) =>
              write(t("draft.parameter.edited", { name: name(), ...texts }), [[lengthAt(), value]])
            }
          />
        )}
      </Show>
      <SelectField
        label={t("parts.deadlines.unit")}
        at={`${props.deadline.params}/unit`}
        value={props.deadline.unit ?? ""}
        options={DUE_UNITS.map((unit) => ({ value: unit, label: t(`draft.units.${unit}`) }))}
        // Shared with other rows, it is changed where it stands.
        isFixed={props.deadline.part !== props.deadline.pointer}
        onChange={(value) => {
          const unit = DUE_UNITS.find((one) => one === value);
          if (unit) writeUnit(unit);
        }}
      />
      <SelectField
        label={t("parts.deadlines.from")}
        at={`${props.deadline.params}/from`}
        value={props.deadline.from}
        options={datedFacts(props.session.document()).map((fact) => ({
          value: fact,
          label: words.fact(fact),
        }))}
        onChange={(fact) =>
          write(t("parts.deadlines.edited", { name: name() }), [[`${props.deadline.params}/from`, fact]])
        }
      />
    </fieldset>
  );
}

/** The facts of the case that are a day or a moment. */
function datedFacts(document: JsonObject): readonly string[] {
  const derived = fieldsOf(fieldsOf(document["derived"])["case"]);
  const isDated = (name: string): boolean =>
    ["date", "instant"].includes(factType(document, name) ?? "") ||
    textAt(derived, `${pointerTo(name)}/kind`) === "local-day";
  const names = [...Object.keys(fieldsOf(fieldsOf(document["facts"])["case"])), ...Object.keys(derived)];
  return [...new Set([...names.filter(isDated), "decidedOn"])];
}
