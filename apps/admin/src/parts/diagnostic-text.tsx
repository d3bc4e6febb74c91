import type { Diagnostic } from "@evenhand/domain";
import { type JSX, Show } from "solid-js";
import { namedText } from "../document/named-text.ts";
import type { JsonObject } from "../document/pointer.ts";
import { useWords } from "../words/words.tsx";
import { Tag } from "./tag.tsx";

/** What is wrong with a document and how to mend it, with its parts called as people call them. */
export function DiagnosticText(props: {
  readonly diagnostic: Diagnostic;
  readonly document: JsonObject;
}): JSX.Element {
  const { t, local, language } = useWords();
  const named = (text: Diagnostic["message"]): string => namedText(local(text), props.document, language());
  return (
    <>
      <Tag tone={props.diagnostic.severity === "error" ? "wrong" : "warn"}>
        {t(`draft.${props.diagnostic.severity}`)}
      </Tag>{" "}
      {named(props.diagnostic.message)}
      <Show when={props.diagnostic.help}>{(help) => <span class="soft help">{named(help())}</span>}</Show>
    </>
  );
}
