import { PARTY_KINDS } from "@evenhand/domain";
import { For, type JSX } from "solid-js";
import { type Json, itemsOf, pointerTo, textAt, valueAt } from "../../../document/pointer.ts";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { JsonEditor } from "../editors/json-editor.tsx";
import { useDocumentWords } from "../use-document-words.ts";
import { FactTable } from "./fact-table.tsx";
import type { Write } from "./write.ts";

type Given = { readonly session: DraftSession; readonly index: number; readonly write: Write };

/** The case of an example: what it states, and of whom. */
export function CaseFields(props: Given): JSX.Element {
  const { t } = useWords();
  const request = (): string => pointerTo("examples", props.index, "request");
  const parties = () => itemsOf(valueAt(props.session.document(), `${request()}/case/parties`));
  const addParty = (): void => {
    const count = parties().length;
    const party: Json = { id: `P${count + 1}`, kind: "person", facts: {} };
    props.write(t("examples.editor.addParty"), `${request()}/case/parties/${count}`, party);
  };
  return (
    <>
      <fieldset>
        <legend>{t("examples.editor.facts")}</legend>
        <FactTable
          session={props.session}
          at={`${request()}/case/facts`}
          scope="case"
          label={t("examples.editor.facts")}
          write={props.write}
        />
      </fieldset>
      <For each={parties().map((_, place) => place)}>
        {(place) => <PartyFields {...props} at={`${request()}/case/parties/${place}`} />}
      </For>
      <div class="tools">
        <Button onClick={addParty}>{t("examples.editor.addParty")}</Button>
      </div>
      <details>
        <summary>{t("examples.editor.requestJson")}</summary>
        <JsonEditor session={props.session} at={request()} />
      </details>
    </>
  );
}

function PartyFields(props: Given & { readonly at: string }): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const text = (field: string): string => textAt(props.session.document(), `${props.at}/${field}`);
  const title = (): string => t("examples.editor.party", { id: text("id") });
  return (
    <fieldset>
      <legend>{title()}</legend>
      <div class="example-fields">
        <TextField
          at={`${props.at}/id`}
          label={t("examples.editor.partyId")}
          value={text("id")}
          onInput={(id) => props.write(t("examples.editor.partyId"), `${props.at}/id`, id)}
        />
        <label class="field">
          <strong>{t("examples.editor.kind")}</strong>
          <select
            data-at={`${props.at}/kind`}
            onChange={(event) =>
              props.write(t("examples.editor.kind"), `${props.at}/kind`, event.currentTarget.value)
            }
          >
            <For each={PARTY_KINDS}>
              {(kind) => (
                <option value={kind} selected={text("kind") === kind}>
                  {words.word(kind)}
                </option>
              )}
            </For>
          </select>
        </label>
        <TextField
          at={`${props.at}/memberOf`}
          label={t("examples.editor.memberOf")}
          value={text("memberOf")}
          onInput={(id) =>
            props.write(t("examples.editor.memberOf"), `${props.at}/memberOf`, id || undefined)
          }
        />
      </div>
      <FactTable
        session={props.session}
        at={`${props.at}/facts`}
        scope="party"
        label={title()}
        write={props.write}
      />
      <div class="tools">
        <Button
          kind="quiet"
          onClick={() => props.write(t("examples.editor.removeParty"), props.at, undefined)}
        >
          {t("examples.editor.removeParty")}
        </Button>
      </div>
    </fieldset>
  );
}
