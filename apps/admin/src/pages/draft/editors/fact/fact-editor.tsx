import { FACT_TYPES } from "@evenhand/domain";
import { type JSX, Match, Show, Switch } from "solid-js";
import {
  type JsonObject,
  fieldsOf,
  stepsOf,
  textAt,
  valueAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { SelectField } from "../../../../parts/select-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { EitherView } from "../either-view.tsx";
import { JsonEditor } from "../json-editor.tsx";
import { TextPair } from "../text-pair.tsx";
import { Bounds } from "./bounds.tsx";
import { FactName } from "./fact-name.tsx";
import type { FactDesk } from "./fact-desk.ts";
import "./fact.css";
import { LeftOver } from "./left-over.tsx";
import { PartyOptions } from "./party-options.tsx";
import { Required } from "./required.tsx";
import { Statements } from "./statements.tsx";
import { ValueLabels } from "./value-labels.tsx";

/** One fact as a form, and beside it as the JSON that it is. */
export function FactEditor(props: { readonly session: DraftSession; readonly at: string }): JSX.Element {
  const { t } = useWords();
  return (
    <Show when={props.at} keyed>
      {(at) => (
        <EitherView
          session={props.session}
          at={at}
          name={t("facts.form")}
          grid={<JsonEditor session={props.session} at={at} />}
          gridName="JSON"
        >
          <FactForm session={props.session} at={at} />
        </EitherView>
      )}
    </Show>
  );
}

function FactForm(props: { readonly session: DraftSession; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const steps = () => stepsOf(props.at);
  const fact = (): JsonObject => fieldsOf(valueAt(props.session.document(), props.at));
  const desk: FactDesk = {
    get session() {
      return props.session;
    },
    get at() {
      return props.at;
    },
    get scope() {
      return steps()[1] === "party" ? "party" : "case";
    },
    get name() {
      return steps()[2] ?? "";
    },
    get fact() {
      return fact();
    },
    get type() {
      return FACT_TYPES.find((one) => one === fact()["type"]);
    },
    onSet: (field, value) => {
      const place = `${props.at}/${field}`;
      props.session.edit(
        t("facts.edited", { name: desk.name, field: t(`facts.fields.${field}`) }),
        // INVARIANT: a value put into an object leaves an object.
        (document) => withValueAt(document, place, value) as JsonObject,
      );
    },
  };
  return (
    <div class="fact-form">
      <TextPair
        session={props.session}
        at={`${props.at}/label`}
        label={t("facts.fields.label")}
        edit={t("facts.edited", { name: desk.name, field: t("facts.fields.label") })}
      />
      <div class="pair">
        <TypeField {...desk} />
        <Required {...desk} />
      </div>
      <TextPair
        session={props.session}
        at={`${props.at}/help`}
        label={t("facts.fields.help")}
        edit={t("facts.edited", { name: desk.name, field: t("facts.fields.help") })}
        isOptional
      />
      <OfType {...desk} />
      <LeftOver {...desk} />
      <FactName {...desk} />
    </div>
  );
}

function TypeField(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const stated = (): string => textAt(props.fact, "/type");
  const options = () => [
    ...(props.type === undefined ? [{ value: stated(), label: t("facts.noType", { type: stated() }) }] : []),
    ...FACT_TYPES.map((type) => ({ value: type, label: t(`vocabulary.types.${type}`) })),
  ];
  return (
    <SelectField
      at={`${props.at}/type`}
      label={t("facts.fields.type")}
      value={stated()}
      options={options()}
      onChange={(type) => props.onSet("type", type)}
    />
  );
}

/** What facts of one type say besides. */
function OfType(props: FactDesk): JSX.Element {
  return (
    <Switch>
      <Match when={props.type === "enum" || props.type === "set"}>
        <ValueLabels {...props} />
      </Match>
      <Match when={props.type === "boolean"}>
        <Statements {...props} />
      </Match>
      <Match when={BOUNDED.some((one) => one === props.type)}>
        <Bounds {...props} />
      </Match>
      <Match when={props.type === "party"}>
        <PartyOptions {...props} />
      </Match>
    </Switch>
  );
}

const BOUNDED = ["money", "integer", "decimal", "rate"] as const;
