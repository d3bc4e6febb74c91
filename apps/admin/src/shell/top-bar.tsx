import { type JSX, Show, createSignal, lazy, onCleanup } from "solid-js";
import { tinykeys } from "tinykeys";
import IconSearch from "~icons/lucide/search";
import type { Me } from "../api/answers.ts";
import { useMay } from "../api/use-may.ts";
import { useWords } from "../words/words.tsx";
import { AsOfField } from "./as-of-field.tsx";
import { isComposing, isTyping } from "./keys.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { RunsTray } from "./runs-tray.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import { UserMenu } from "./user-menu.tsx";

const Palette = lazy(async () => ({ default: (await import("./palette/palette.tsx")).Palette }));

/** The day that is looked at, the way to everything by name, what runs, the language, and who is signed in. */
export function TopBar(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const [open, setOpen] = createSignal<"palette" | "shortcuts">();
  const close = (): undefined => setOpen(undefined);
  onCleanup(
    tinykeys(
      window,
      {
        "$mod+K": (event) => onKey(event, () => setOpen("palette")),
        "$mod+/": (event) => onKey(event, () => setOpen("shortcuts")),
        "/": (event) => !isTyping(event) && onKey(event, searchList),
      },
      { ignore: isComposing },
    ),
  );
  return (
    <header class="bar">
      <Show when={may("policies:read")}>
        <AsOfField />
      </Show>
      <button type="button" class="palette-button" onClick={() => setOpen("palette")}>
        <IconSearch aria-hidden="true" />
        {t("palette.title")} <kbd>Ctrl K</kbd>
      </button>
      <RunsTray />
      <LanguageSwitch />
      <UserMenu me={props.me} onShortcuts={() => setOpen("shortcuts")} />
      <Show when={open() === "palette"}>
        <Palette onClose={close} onShortcuts={() => setOpen("shortcuts")} />
      </Show>
      <Show when={open() === "shortcuts"}>
        <ShortcutSheet onClose={close} />
      </Show>
    </header>
  );
}

function onKey(event: KeyboardEvent, work: () => void): void {
  event.preventDefault();
  work();
}

/** Goes to the search of the list that is shown, if it has one. */
function searchList(): void {
  document.querySelector<HTMLInputElement>("#content input[type=search]")?.focus();
}
