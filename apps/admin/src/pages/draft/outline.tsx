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
  const namedConditions = (): readonly Part[] =>
    Object.keys(fieldsOf(props.document["conditions"])).map((name) => ({
      pointer: pointerTo("conditions", name),
      name: named({ label: fieldsOf(props.document["words"])[name] ?? null }, name),
    }));
  const ofList = (section: "rules" | "examples"): readonly Part[] =>
    itemsOf(props.document[section]).map((value, index) => ({
      pointer: pointerTo(section, index),
      name: named(value, String(index + 1)),
    }));
  return (
    <nav class="card outline" aria-label={t("draft.outline")}>
      <Section
        {...props}
        name={t("draft.sections.general")}
        parts={[{ pointer: "/title", name: t("draft.general.title") }]}
      />
      <Section {...props} name={t("draft.sections.parameters")} parts={ofMap("parameters")} />
      <Section {...props} name={t("draft.sections.tables")} parts={ofMap("tables")} />
      <Section {...props} name={t("draft.sections.conditions")} parts={namedConditions()} />
      <Section {...props} name={t("draft.sections.rules")} all="/rules" parts={ofList("rules")} />
      <Section {...props} name={t("draft.sections.examples")} parts={ofList("examples")} />
    </nav>
  );
}

/** One section of the outline: its parts, and where they are shown together, if anywhere. */
function Section(props: {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
  readonly at: string;
  readonly all?: string;
}): JSX.Element {
  const { t } = useWords();
  const problemsIn = (pointer: string): number =>
    props.diagnostics.filter(({ at }) => lies(at, pointer)).length;
  return (
    <>
      <h2>{props.name}</h2>
      <Show when={props.all}>
        {(all) => (
          <a href={`?at=${encodeURIComponent(all())}`} aria-current={props.at === all() ? "true" : undefined}>
            {t("rules.all")}
          </a>
        )}
      </Show>
      <ul>
        <For each={props.parts}>
          {(part) => (
            <li>
              <a
                href={`?at=${encodeURIComponent(part.pointer)}`}
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

/** Whether a place is a part of the document, or lies in it. */
function lies(place: string, part: string): boolean {
  return place === part || place.startsWith(`${part}/`);
}

function labelOf(value: Json | undefined): { readonly en?: string; readonly zh?: string } | undefined {
  const fields = fieldsOf(value);
  const label = fields["label"] ?? fields["title"];
  return fieldsOf(label) as { readonly en?: string; readonly zh?: string };
}
