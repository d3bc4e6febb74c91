import type { ReadingEntry, Segment } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";

/**
 * One sentence of a reading. Each phrase is a link to the field that it was read from; the sentence takes one stop of the
 * Tab key, and the arrows go from phrase to phrase.
 */
export function Sentence(props: {
  readonly entry: ReadingEntry;
  readonly isEdited: boolean;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  return (
    <li data-edited={props.isEdited}>
      <Show when={props.entry.title}>{(title) => <strong>{title()}</strong>}</Show>
      <p>
        <For each={props.entry.segments}>
          {(segment, index) => (
            <a
              class="phrase"
              href={`?at=${encodeURIComponent(segment.pointer)}`}
              tabindex={index() === 0 ? 0 : -1}
              data-own={segment.pointer !== props.entry.pointer}
              onKeyDown={moveByArrows}
              onClick={(event) => follow(event, segment)}
            >
              {segment.text}
            </a>
          )}
        </For>
      </p>
    </li>
  );

  function follow(event: MouseEvent, { pointer }: Segment): void {
    // A link that is opened elsewhere is a link like any other.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    props.onGo(pointer);
  }
}

const STEPS: Readonly<Record<string, "nextElementSibling" | "previousElementSibling">> = {
  ArrowRight: "nextElementSibling",
  ArrowLeft: "previousElementSibling",
};

function moveByArrows(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  if (event.isComposing || !step || !(event.target instanceof HTMLElement)) return;
  const next = event.target[step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
