import { For, type JSX, Show } from "solid-js";
import IconFold from "~icons/lucide/chevron-right";
import IconError from "~icons/lucide/circle-x";
import IconAdd from "~icons/lucide/plus";
import IconWarning from "~icons/lucide/triangle-alert";
import { useWords } from "../../../words/words.tsx";
import type { GroupId } from "./outline-groups.ts";
import type { OutlineState } from "./outline-state.ts";
import { NO_PROBLEMS, type ProblemCount, addedUp } from "./part-problems.ts";

/** One group of the outline: its name, how many parts it has, what is wrong in it, and the parts where it is open. */
export function OutlineGroup(props: {
  readonly id: GroupId;
  readonly outline: OutlineState;
  readonly onAdd: () => void;
  /** A part was chosen, whose address its link leads to. */
  readonly onChoose: (pointer: string) => void;
}): JSX.Element {
  const pointers = () => props.outline.pointersOf(props.id);
  return (
    <section data-open={props.outline.isOpen(props.id)}>
      <Heading id={props.id} outline={props.outline} onAdd={props.onAdd} />
      <Show when={props.outline.isOpen(props.id)}>
        <ul>
          <For each={pointers()}>
            {(pointer) => (
              <li>
                <a
                  href={`?at=${encodeURIComponent(pointer)}`}
                  onClick={() => props.onChoose(pointer)}
                  data-stop={pointer}
                  data-group={props.id}
                  tabindex={props.outline.tabStop() === pointer ? 0 : -1}
                  aria-current={props.outline.current() === pointer ? "true" : undefined}
                >
                  <span data-part="name" title={props.outline.nameAt(pointer)}>
                    {props.outline.nameAt(pointer)}
                  </span>
                  <ProblemMark count={props.outline.problems().get(pointer) ?? NO_PROBLEMS} />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function Heading(props: {
  readonly id: GroupId;
  readonly outline: OutlineState;
  readonly onAdd: () => void;
}): JSX.Element {
  const { t } = useWords();
  const name = (): string => t(`parts.groups.${props.id}`);
  const pointers = () => props.outline.pointersOf(props.id);
  /** Views over several parts are no parts. */
  const partCount = (): number => pointers().filter((pointer) => pointer.startsWith("/")).length;
  const problems = (): ProblemCount =>
    addedUp(pointers().map((pointer) => props.outline.problems().get(pointer) ?? NO_PROBLEMS));
  return (
    <h2>
      <button
        type="button"
        data-stop={props.id}
        tabindex={props.outline.tabStop() === props.id ? 0 : -1}
        aria-expanded={props.outline.isOpen(props.id)}
        onClick={() => props.outline.fold(props.id)}
      >
        <IconFold aria-hidden="true" />
        <span data-part="name">{name()}</span>
        <span data-part="count">{partCount()}</span>
        <Show when={!props.outline.isOpen(props.id)}>
          <ProblemMark count={problems()} />
        </Show>
      </button>
      <Show when={props.outline.mayAdd(props.id)}>
        <button
          type="button"
          data-part="add"
          tabindex={props.outline.tabStop() === props.id ? 0 : -1}
          aria-label={t("parts.outline.add", { group: name() })}
          title={t("parts.outline.add", { group: name() })}
          onClick={() => props.onAdd()}
        >
          <IconAdd aria-hidden="true" />
        </button>
      </Show>
    </h2>
  );
}

/** How many errors and warnings: each with a sign of its own shape, and in words for whoever hears it. */
function ProblemMark(props: { readonly count: ProblemCount }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <Show when={props.count.errors > 0}>
        <span data-part="errors" title={t("parts.outline.errors", { count: props.count.errors })}>
          <IconError aria-hidden="true" />
          <span aria-hidden="true">{props.count.errors}</span>
          <span class="unseen">{t("parts.outline.errors", { count: props.count.errors })}</span>
        </span>
      </Show>
      <Show when={props.count.warnings > 0}>
        <span data-part="warnings" title={t("parts.outline.warnings", { count: props.count.warnings })}>
          <IconWarning aria-hidden="true" />
          <span aria-hidden="true">{props.count.warnings}</span>
          <span class="unseen">{t("parts.outline.warnings", { count: props.count.warnings })}</span>
        </span>
      </Show>
    </>
  );
}
