import type { Diagnostic, LocalizedText } from "@evenhand/domain";
import { type JSX, Show } from "solid-js";
import { type NameOf, namedText } from "../document/named-text.ts";
import { placeName } from "../document/place-name.ts";
import { type JsonObject, fieldsOf } from "../document/pointer.ts";
import { unfilledAt } from "../document/unfilled.ts";
import { useFormNames } from "../document/use-form-names.ts";
import { usePlaceWords } from "../document/use-place-words.ts";
import { useWords } from "../words/words.tsx";
import { Tag } from "./tag.tsx";

/** What is wrong with a document and how to mend it, with its parts and fields called as people call them. */
export function DiagnosticText(props: {
  readonly diagnostic: Diagnostic;
  readonly document: JsonObject;
  /** What the document calls what is named. */
  readonly nameOf: NameOf;
}): JSX.Element {
  const { t, local } = useWords();
  const words = usePlaceWords();
  const formName = useFormNames();
  const nameOf: NameOf = (written) => {
    const name = props.nameOf(written);
    return name === written ? formName(written) : name;
  };
  // What nobody knows by that name is not called by the name of something else.
  const isUnknown = (): boolean => props.diagnostic.code.startsWith("unknown-");
  /** What is only left empty is said as who fills in the form sees it, and needs no help. */
  const unfilled = (): string | undefined => {
    const found = unfilledAt(props.document, props.diagnostic);
    if (!found) return undefined;
    return "row" in found
      ? t("place.rowUnfilled", { row: found.row, what: formName(found.output) })
      : t("place.unfilled", { what: placeName(fieldsOf(found.part), found.field, words()) });
  };
  const message = (): string =>
    unfilled() ?? namedText(local(props.diagnostic.message), isUnknown() ? (written) => written : nameOf);
  const help = (): LocalizedText | undefined =>
    unfilled() === undefined ? props.diagnostic.help : undefined;
  return (
    <>
      <Tag tone={props.diagnostic.severity === "error" ? "wrong" : "warn"}>
        {t(`draft.${props.diagnostic.severity}`)}
      </Tag>{" "}
      {message()}
      <Show when={help()}>
        {(text) => (
          <span class="soft help">{namedText(local(text()), isUnknown() ? props.nameOf : nameOf)}</span>
        )}
      </Show>
    </>
  );
}
