import { For, type JSX, Show, createSignal, createUniqueId } from "solid-js";
import { Dialog } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.tsx";
import type { Command } from "../commands.ts";
import { isComposing } from "../keys.ts";
import { findCommands } from "./find-commands.ts";
import "./palette.css";
import { useCommands } from "./use-commands.ts";

/** Everything that can be gone to or done, found by typing a part of its name in either language, its id or article. */
export function Palette(props: {
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const commands = useCommands(() => props.onShortcuts());
  const [text, setText] = createSignal("");
  const [at, setAt] = createSignal(0);
  const found = () => findCommands(commands(), text());
  const run = (command: Command | undefined): void => {
    if (!command) return;
    props.onClose();
    command.run();
  };
  const move = (to: number): void => {
    setAt(Math.max(0, Math.min(found().length - 1, to)));
    document.getElementById(`${id}-${at()}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const step = STEPS[event.key];
    if (step !== undefined) move(at() + step);
    else if (event.key === "Enter") run(found()[at()]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t("palette.title")} isTitleUnseen isLight size="wide" onClose={() => props.onClose()}>
      <input
        class="palette-input"
        type="text"
        role="combobox"
        aria-label={t("palette.title")}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found().length > 0 ? `${id}-${at()}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        placeholder={t("palette.placeholder")}
        ref={(input) => queueMicrotask(() => input.focus())}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <CommandList id={id} found={found()} at={at()} onPoint={setAt} onRun={run} onKey={onKey} />
      <p class="soft" role="status">
        <Show when={found().length === 0} fallback={t("palette.help")}>
          {t("palette.none", { text: text() })}
        </Show>
      </p>
    </Dialog>
  );
}

/** What was found, by group; one of it is chosen, by number. */
function CommandList(props: {
  readonly id: string;
  readonly found: readonly Command[];
  readonly at: number;
  readonly onPoint: (index: number) => void;
  readonly onRun: (command: Command) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="palette-list" id={`${props.id}-list`} role="listbox" aria-label={t("palette.title")}>
      <For each={props.found}>
        {(command, index) => (
          <>
            <Show when={props.found[index() - 1]?.group !== command.group}>
              <div data-part="group" role="presentation">
                {t(`palette.groups.${command.group}`)}
              </div>
            </Show>
            <div
              id={`${props.id}-${index()}`}
              role="option"
              tabindex="-1"
              aria-selected={props.at === index()}
              onPointerMove={() => props.onPoint(index())}
              onClick={() => props.onRun(command)}
              onKeyDown={(event) => props.onKey(event)}
            >
              <span>{command.name}</span>
              <span class="soft">{command.hint ?? command.keys}</span>
            </div>
          </>
        )}
      </For>
    </div>
  );
}

const PAGE = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};
