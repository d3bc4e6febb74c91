import { For, type JSX, Show } from "solid-js";
import type { Diagnostic } from "../../api/answers.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { type Json, type JsonObject, fieldsOf, itemsOf, pointerTo } from "../../document/pointer.ts";

type Part = { readonly pointer: string; readonly name: string };

/** What the policy consists of, part by part; each with how many problems lie in it. */
export function Outline(props: {
  readonly document: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
  readonly at: string;
  /** A part was chosen, whose address the link leads to. */
  readonly onChoose: (pointer: string) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const named = (value: Json | undefined, otherwise: string): string => {
    const label = labelOf(value);
    return label?.[language()] || otherwise;
  };
  const ofMap = (section: "parameters" | "tables"): readonly Part[] =>
    Object.entries(fieldsOf(props.document[section])).map(([id, value]) => ({
      pointer: pointerTo(section, id),
      name: named(value, id),
    }));
  const ofList = (section: "rules" | "examples"): readonly Part[] =>
    itemsOf(props.document[section]).map((value, index) => ({
      pointer: pointerTo(section, index),
      name: named(value, String(index + 1)),
    }));
  return (
    <nav class="card outline" aria-label={t("draft.outline")}>
      <Section
        name={t("draft.sections.general")}
        parts={[{ pointer: "/title", name: t("draft.general.title") }]}
      />
      <Section name={t("draft.sections.parameters")} parts={ofMap("parameters")} />
      <Section name={t("draft.sections.tables")} parts={ofMap("tables")} />
      <Section name={t("draft.sections.rules")} parts={ofList("rules")} />
      <Section name={t("draft.sections.examples")} parts={ofList("examples")} />
    </nav>
  );

  function Section(own: { readonly name: string; readonly parts: readonly Part[] }): JSX.Element {
    return (
      <>
        <h2>{own.name}</h2>
        <ul>
          <For each={own.parts}>
            {(part) => (
              <li>
                <a
                  href={`?at=${encodeURIComponent(part.pointer)}`}
                  onClick={() => props.onChoose(part.pointer)}
                  aria-current={lies(props.at, part.pointer) ? "true" : undefined}
                >
                  {part.name}
                  <Show when={problemsIn(part.pointer) > 0}>
                    {" "}
                    <Tag tone="warn">{problemsIn(part.pointer)}</Tag>
                  </Show>
                </a>
              </li>
            )}
          </For>
        </ul>
      </>
    );
  }

  function problemsIn(pointer: string): number {
    return props.diagnostics.filter(({ at }) => lies(at, pointer)).length;
  }
}

/** Whether a place is a part of the document, or lies in it. */
function lies(place: string, part: string): boolean {
  return place === part || place.startsWith(`${part}/`);
}

function labelOf(value: Json | undefined): { readonly en?: string; readonly zh?: string } | undefined {
  const fields = fieldsOf(value);
  const label = fields["label"] ?? fields["title"];
  return fieldsOf(label) as { readonly en?: string; readonly zh?: string };
}
