import { A } from "@solidjs/router";
import { For, type JSX, Show, createMemo } from "solid-js";
import type { JsonObject } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type OutlinePart, outlineGroups } from "../outline/outline-groups.ts";
import { partFinder } from "../outline/part-problems.ts";
import { usePartName } from "../outline/use-part-name.ts";

/** The parts that read a figure or fact, each with how often it does. */
export type UsingPart = { readonly part: OutlinePart; readonly times: number };

/** The parts in which something lies that reads a part, given as the pointers to where it is read. */
export function useUsingParts(
  session: () => DraftSession,
  placesIn: (document: JsonObject) => readonly string[],
): () => readonly UsingPart[] {
  const find = createMemo(() => partFinder(outlineGroups(session().document())));
  return createMemo(() => {
    const parts = placesIn(session().document()).flatMap((place) => find()(place) ?? []);
    const times = Map.groupBy(parts, ({ pointer }) => pointer);
    return [...times.values()].flatMap(([part, ...more]) => (part ? [{ part, times: more.length + 1 }] : []));
  });
}

/** Who reads a figure or fact, each leading to its place; and what is said where nobody does. */
export function UsedBy(props: {
  readonly parts: readonly UsingPart[];
  readonly nobody: string;
}): JSX.Element {
  const { t } = useWords();
  return (
    <section>
      <h3>{t("draft.parameter.usedBy")}</h3>
      <Show when={props.parts.length > 0} fallback={<p class="soft">{props.nobody}</p>}>
        <PartLinks parts={props.parts} />
      </Show>
    </section>
  );
}

export function PartLinks(props: { readonly parts: readonly UsingPart[] }): JSX.Element {
  const { t } = useWords();
  const nameOf = usePartName();
  return (
    <ul class="part-links">
      <For each={props.parts}>
        {({ part, times }) => (
          <li>
            <A href={`?at=${encodeURIComponent(part.pointer)}`}>{nameOf(part)}</A>
            {times > 1 ? <span class="soft"> {t("parts.figure.times", { count: times })}</span> : ""}
          </li>
        )}
      </For>
    </ul>
  );
}
