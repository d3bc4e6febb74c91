import type { Scope } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { type Json, fieldsOf, pointerTo, valueAt } from "../../../document/pointer.ts";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import { factType } from "../../../document/document-names.ts";
import type { DraftSession } from "../draft-session.ts";
import { useDocumentWords } from "../use-document-words.ts";
import { FactInput } from "./fact-input.tsx";
import { firstValue, statableFacts } from "./fact-values.ts";
import type { Write } from "./write.ts";

type Given = {
  readonly session: DraftSession;
  /** Where the facts stand. */
  readonly at: string;
  readonly scope: Scope;
  readonly label: string;
  readonly write: Write;
};

/** The facts that a case of an example, or a party in it, states; more can be added, and each taken out. */
export function FactTable(props: Given): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const facts = () => fieldsOf(valueAt(props.session.document(), props.at));
  const others = () =>
    statableFacts(props.session.document(), props.scope).filter((name) => !Object.hasOwn(facts(), name));
  const add = (name: string): void => {
    const value: Json = firstValue(props.session.document(), {
      name,
      scope: props.scope,
      type: factType(props.session.document(), name),
    });
    props.write(words.fact(name), props.at + pointerTo(name), value);
  };
  return (
    <>
      <table class="fact-table" aria-label={props.label}>
        <tbody>
          <For each={Object.keys(facts())}>{(name) => <FactRow {...props} name={name} />}</For>
        </tbody>
      </table>
      <Show when={others().length > 0}>
        <select
          class="adder"
          aria-label={`${t("examples.editor.addFact")} · ${props.label}`}
          onChange={(event) => {
            add(event.currentTarget.value);
            event.currentTarget.value = "";
          }}
        >
          <option value="">{t("examples.editor.addFact")}…</option>
          <For each={others()}>{(name) => <option value={name}>{words.fact(name)}</option>}</For>
        </select>
      </Show>
    </>
  );
}

function FactRow(props: Given & { readonly name: string }): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const label = (): string => words.fact(props.name);
  const place = (): string => props.at + pointerTo(props.name);
  const removal = (): string => t("examples.editor.removeFact", { name: label() });
  return (
    <tr>
      <th scope="row">{label()}</th>
      <td>
        <FactInput
          session={props.session}
          at={place()}
          scope={props.scope}
          name={props.name}
          label={label()}
          value={valueAt(props.session.document(), place())}
          onChange={(value) => props.write(label(), place(), value)}
        />
      </td>
      <td>
        <Button
          kind="quiet"
          aria-label={removal()}
          onClick={() => props.write(removal(), place(), undefined)}
        >
          ✕
        </Button>
      </td>
    </tr>
  );
}
