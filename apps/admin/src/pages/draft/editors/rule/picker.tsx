import { For, type JSX, Show, createUniqueId } from "solid-js";
import { isComposing } from "../../../../shell/keys.ts";
import { useWords } from "../../../../words/words.tsx";
import { type PickerSource, type PickerState, createPicker } from "./picker-state.ts";

/**
 * A field in which one of many is chosen by typing a part of its name, in either language, of its key, or its pinyin
 * initials. What is typed may also be a value of its own, where `read` says which.
 */
export function Picker(
  props: PickerSource & {
    readonly label: string;
    /** The place of the document that it edits. */
    readonly at: string;
    /** Takes a text that was pasted; whether it did. */
    readonly onPaste?: (text: string) => boolean;
    readonly placeholder?: string;
    readonly kind?: "plain" | "reference";
  },
): JSX.Element {
  const list = createUniqueId();
  const picker = createPicker(props);
  const isListed = (): boolean => picker.options().length > 0;
  return (
    <span class="picker">
      <input
        type="text"
        role="combobox"
        class="picker-input"
        data-at={props.at}
        data-kind={props.kind ?? "plain"}
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={isListed()}
        aria-controls={list}
        aria-activedescendant={isListed() ? `${list}-${picker.lit()}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={props.placeholder}
        value={picker.typed() ?? props.shown}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !picker.isOpen() && picker.open()}
        onInput={(event) => picker.type(event.currentTarget.value)}
        onPaste={(event) => {
          if (props.onPaste?.(event.clipboardData?.getData("text/plain") ?? "") !== true) return;
          event.preventDefault();
          picker.close();
        }}
        onBlur={() => picker.leave()}
        onKeyDown={(event) => onKey(event, picker)}
      />
      <Show when={picker.isOpen()}>
        <Offer list={list} label={props.label} picker={picker} />
      </Show>
    </span>
  );
}

function Offer(props: {
  readonly list: string;
  readonly label: string;
  readonly picker: PickerState;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Show
      when={props.picker.options().length > 0}
      fallback={
        <span class="picker-list soft" role="status">
          {t("rules.nothingCalled")}
        </span>
      }
    >
      <div class="picker-list" role="listbox" id={props.list} aria-label={props.label}>
        <For each={props.picker.options()}>
          {(choice, index) => (
            <div
              id={`${props.list}-${index()}`}
              role="option"
              tabindex={-1}
              aria-selected={index() === props.picker.lit()}
              onMouseDown={(event) => {
                event.preventDefault();
                props.picker.pick(choice);
              }}
            >
              <span>{choice.label}</span>
              <Show when={choice.hint}>
                <small class="soft">{choice.hint}</small>
              </Show>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}

function onKey(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, picker: PickerState): void {
  if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (picker.isOpen()) picker.step(event.key === "ArrowDown" ? 1 : -1);
    else picker.open();
    event.currentTarget.parentElement
      ?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && picker.isOpen()) {
    event.preventDefault();
    picker.pick(picker.options()[picker.lit()]);
  } else if (event.key === "Escape" && picker.isOpen()) {
    event.preventDefault();
    event.stopPropagation();
    picker.close();
  }
}
