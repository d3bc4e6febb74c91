import { For, type JSX } from "solid-js";
import { Dialog } from "../parts/dialog.tsx";
import { useWords } from "../words/words.tsx";

/** Which keys do what, by where they do it. */
const SHORTCUTS = [
  {
    place: "anywhere",
    keys: [
      ["palette", "Ctrl K", "⌘ K"],
      ["search", "/"],
      ["sheet", "Ctrl /", "⌘ /"],
    ],
  },
  {
    place: "draft",
    keys: [
      ["undo", "Ctrl Z", "⌘ Z"],
      ["redo", "Ctrl Shift Z", "⌘ Shift Z"],
      ["problem", "F8"],
      ["problemBefore", "Shift F8"],
    ],
  },
  { place: "newSimulation", keys: [["start", "Ctrl Enter", "⌘ Enter"]] },
] as const;

/** The keys that do something, to look up. */
export function ShortcutSheet(props: { readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <Dialog title={t("shortcuts.title")} isLight onClose={() => props.onClose()}>
      <For each={SHORTCUTS}>
        {({ place, keys }) => (
          <table class="shortcuts">
            <caption>{t(`shortcuts.places.${place}`)}</caption>
            <tbody>
              <For each={keys}>
                {([does, ...ways]) => (
                  <tr>
                    <th scope="row">{t(`shortcuts.does.${does}`)}</th>
                    <td>
                      <For each={ways}>{(way) => <kbd>{way}</kbd>}</For>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </For>
    </Dialog>
  );
}
