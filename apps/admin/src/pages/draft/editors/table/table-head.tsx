import { For, type JSX, createUniqueId } from "solid-js";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  pointerTo,
  textAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";

const HIT_POLICIES = ["unique", "first"] as const;

/** What a table is called, which of its rows counts, and whether it means to leave cases without a row. */
export function TableHead(props: {
  readonly session: DraftSession;
  readonly id: string;
  readonly table: Json;
  readonly name: string;
  readonly isReadOnly: boolean;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const at = (field: string): string => pointerTo("tables", props.id, field);
  const write = (label: string, field: string, value: Json | undefined): void => {
    const place = at(field);
    props.session.edit(label, (document) => withValueAt(document, place, value) as JsonObject);
  };
  return (
    <>
      <h2>{props.name}</h2>
      <div class="table-policy" data-at={pointerTo("tables", props.id)}>
        <label for={id}>{t("table.hitPolicy")}</label>
        <select
          id={id}
          data-at={at("hitPolicy")}
          disabled={props.isReadOnly}
          value={textAt(props.table, "/hitPolicy", "unique")}
          onChange={(event) =>
            write(t("table.hitPolicyEdited", { name: props.name }), "hitPolicy", event.currentTarget.value)
          }
        >
          <For each={HIT_POLICIES}>
            {(policy) => <option value={policy}>{t(`table.hitPolicies.${policy}`)}</option>}
          </For>
        </select>
        <label class="check">
          <input
            type="checkbox"
            data-at={at("partial")}
            disabled={props.isReadOnly}
            checked={fieldsOf(props.table)["partial"] === true}
            onChange={(event) =>
              write(
                t("table.partialEdited", { name: props.name }),
                "partial",
                event.currentTarget.checked ? true : undefined,
              )
            }
          />
          {t("table.partial")}
        </label>
      </div>
    </>
  );
}
