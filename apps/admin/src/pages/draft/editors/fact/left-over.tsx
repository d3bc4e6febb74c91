import type { FactType } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { type JsonObject, withValueAt, pointerTo } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { useWords } from "../../../../words/words.tsx";
import { FACT_FIELDS, type FactDesk, type FactField } from "./fact-desk.ts";

const FIGURES = ["money", "integer", "decimal", "rate"] as const satisfies readonly FactType[];
/** Of which types a field is; those of every type are not here. */
const TYPES_OF: Readonly<Partial<Record<FactField, readonly FactType[]>>> = {
  values: ["enum", "set"],
  open: ["enum"],
  whenAbsent: ["boolean"],
  says: ["boolean"],
  minimum: FIGURES,
  maximum: FIGURES,
  mustBeParty: ["party"],
  namesKind: ["party"],
};

/** What a declaration says that a fact of its type does not, or that no fact does: it stays until it is taken out. */
export function LeftOver(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const fields = (): readonly string[] =>
    Object.keys(props.fact).filter((field) => isLeftOver(field, props.type));
  const nameOf = (field: string): string => {
    const known = FACT_FIELDS.find((one) => one === field);
    return known === undefined ? field : t(`facts.fields.${known}`);
  };
  const remove = (field: string): void => {
    const place = props.at + pointerTo(field);
    props.session.edit(
      t("facts.edited", { name: props.name, field: nameOf(field) }),
      // INVARIANT: what is taken out lies in the document, so an object is left.
      (document) => withValueAt(document, place, undefined) as JsonObject,
    );
  };
  return (
    <Show when={fields().length > 0}>
      <div class="notice">
        <p>{t("facts.leftOver")}</p>
        <ul class="left-over">
          <For each={fields()}>
            {(field) => (
              <li data-at={props.at + pointerTo(field)}>
                <span>
                  {nameOf(field)} <span class="code">{JSON.stringify(props.fact[field])}</span>
                </span>
                <Button onClick={() => remove(field)}>{t("facts.takeOut", { field: nameOf(field) })}</Button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}

function isLeftOver(field: string, type: FactType | undefined): boolean {
  const known = FACT_FIELDS.find((one) => one === field);
  if (known === undefined) return true;
  const types = TYPES_OF[known];
  return types !== undefined && (type === undefined || !types.includes(type));
}
