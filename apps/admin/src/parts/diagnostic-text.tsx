import type { Diagnostic } from "@evenhand/domain";
import { type JSX, Show } from "solid-js";
import { type NameOf, namedText } from "../document/named-text.ts";
import { useWords } from "../words/words.tsx";
import { Tag } from "./tag.tsx";

/** What is wrong with a document and how to mend it, with its parts called as people call them. */
export function DiagnosticText(props: {
  readonly diagnostic: Diagnostic;
  /** What the document calls what is named. */
  readonly nameOf: NameOf;
}): JSX.Element {
  const { t, local } = useWords();
  const named = (text: Diagnostic["message"]): string => namedText(local(text), props.nameOf);
  // What nobody knows by that name is not called by the name of something else.
  const message = (): string =>
    props.diagnostic.code.startsWith("unknown-")
      ? namedText(local(props.diagnostic.message), (written) => written)
      : named(props.diagnostic.message);
  return (
    <>
      <Tag tone={props.diagnostic.severity === "error" ? "wrong" : "warn"}>
        {t(`draft.${props.diagnostic.severity}`)}
      </Tag>{" "}
      {message()}
      <Show when={props.diagnostic.help}>{(help) => <span class="soft help">{named(help())}</span>}</Show>
    </>
  );
}
