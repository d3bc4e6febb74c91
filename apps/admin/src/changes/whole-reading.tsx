import { For, type JSX, Show, createMemo } from "solid-js";
import { Tag } from "../parts/tag.tsx";
import { useWords } from "../words/words.tsx";
import type { Comparison, Readings } from "./comparison.ts";
import { type ChangedThing, groupChanges } from "./group-changes.ts";

/** All sentences as they read now, those that changed with how they read before; what is gone comes last. */
export function WholeReading(props: {
  readonly comparison: Comparison;
  readonly readings: Readings;
}): JSX.Element {
  const { t } = useWords();
  const things = createMemo(() =>
    groupChanges(props.comparison, props.readings).flatMap((group) => group.things),
  );
  const thingOf = (text: string): ChangedThing | undefined => things().find(({ after }) => after === text);
  const gone = (): readonly string[] =>
    things().flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before] : []));
  return (
    <>
      <For each={props.readings.after.sections}>
        {(section) => (
          <section class="card changed-things whole-reading">
            <h3>{section.title}</h3>
            <ul>
              <For each={[...section.intro, ...section.entries]}>
                {({ text }) => <Sentence text={text} thing={thingOf(text)} />}
              </For>
            </ul>
          </section>
        )}
      </For>
      <Show when={gone().length > 0}>
        <section class="card changed-things whole-reading">
          <h3>{t("changes.gone")}</h3>
          <ul>
            <For each={gone()}>
              {(text) => (
                <li data-side="before">
                  <del>{text}</del>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}

function Sentence(props: { readonly text: string; readonly thing: ChangedThing | undefined }): JSX.Element {
  const { t } = useWords();
  return (
    <li data-side={props.thing && "after"}>
      <Show when={props.thing} fallback={props.text}>
        {(thing) => (
          <>
            <Show when={thing().before} fallback={<Tag tone="good">{t("changes.kinds.added")}</Tag>}>
              {(before) => (
                <>
                  <Tag>{t("changes.kinds.changed")}</Tag>{" "}
                  <del>
                    <span class="unseen">{t("changes.before")} </span>
                    {before()}
                  </del>
                </>
              )}
            </Show>
            <p>
              <span class="unseen">{t("changes.after")} </span>
              {props.text}
            </p>
          </>
        )}
      </Show>
    </li>
  );
}
