import { PARAMETER_PREFIX } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { figureById, figureNamed } from "../../../../document/document-names.ts";
import { type JsonObject, fieldsOf, pointerTo, textAt, withValueAt } from "../../../../document/pointer.ts";
import { SelectField } from "../../../../parts/select-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { EitherView } from "../either-view.tsx";
import { JsonEditor } from "../json-editor.tsx";
import "./header.css";
import { withStated } from "./header-choices.ts";

/** Which rate caps what is deducted in a month. */
export function CapEditor(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  return (
    <EitherView
      session={props.session}
      at="/cap"
      name={t("facts.form")}
      grid={<JsonEditor session={props.session} at="/cap" />}
      gridName="JSON"
      otherwise={t("parts.names.cap")}
    >
      <CapForm session={props.session} />
    </EitherView>
  );
}

function CapForm(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const document = (): JsonObject => props.session.document();
  const stated = (): string => textAt(document(), "/cap/rate/fact");
  const rates = () =>
    Object.keys(fieldsOf(document()["parameters"])).flatMap((id) => {
      const figure = figureById(document(), id);
      if (figure?.unit !== "rate") return [];
      const name = PARAMETER_PREFIX + id;
      const texts = { label: words.fact(name), value: words.figure(figure.value, "rate") };
      return [{ value: name, label: t("cap.choice", texts) }];
    });
  const chosen = () => figureNamed(document(), fieldsOf(document()["cap"])["rate"]);
  const choose = (name: string): void =>
    props.session.edit(
      t("cap.edited", { name: words.fact(name) }),
      // INVARIANT: a value put into an object leaves an object.
      (before) => withValueAt(before, "/cap/rate/fact", name) as JsonObject,
    );
  return (
    <div class="header-form">
      <SelectField
        at="/cap/rate/fact"
        label={t("cap.rate")}
        value={stated()}
        options={withStated(rates(), stated(), (value) => t("header.unknown", { value }))}
        hint={rates().length === 0 ? t("cap.none") : t("cap.rateHint")}
        onChange={choose}
      />
      <Show when={chosen()}>
        {(figure) => (
          <p>
            <A href={`?at=${encodeURIComponent(pointerTo("parameters", figure().id))}`}>{t("cap.toRate")}</A>
          </p>
        )}
      </Show>
    </div>
  );
}
