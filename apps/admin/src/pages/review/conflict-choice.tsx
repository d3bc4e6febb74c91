import { For, type JSX, Show, createUniqueId } from "solid-js";
import { useWords } from "../../words/words.tsx";
import { sectionAt } from "./conflict-key.ts";
import type { Choice, NamedConflict, Overtaken } from "./overtaken-query.ts";

/** One place that both changed: what each says of it, and which of them counts, where somebody may say. */
export function ConflictChoice(props: {
  readonly conflict: NamedConflict;
  readonly versions: Overtaken;
  readonly chosen?: Choice | undefined;
  readonly onChoose?: (choice: Choice) => void;
}): JSX.Element {
  const { t, local } = useWords();
  const name = createUniqueId();
  const saysOf = (side: "base" | "mine" | "theirs"): string => {
    const said = props.conflict.said[side];
    if (said) return local(said);
    const value = props.conflict[side];
    if (value === undefined) return t("changes.absent");
    return typeof value === "object" ? t("review.longerText") : String(value);
  };
  const what = (): string => {
    const { what: named, at } = props.conflict;
    return named ? local(named) : t(`changes.sections.${sectionAt(at)}`);
  };
  const choices = () =>
    [
      { choice: "mine", text: t("review.keepMine", { value: saysOf("mine") }) },
      {
        choice: "theirs",
        text: t("review.takeTheirs", { newest: props.versions.newest, value: saysOf("theirs") }),
      },
    ] as const;
  return (
    <fieldset class="conflict">
      <legend>
        {t("review.apart", {
          what: what(),
          base: props.versions.base,
          was: saysOf("base"),
          newest: props.versions.newest,
          theirs: saysOf("theirs"),
          mine: saysOf("mine"),
        })}
      </legend>
      <Show when={props.onChoose}>
        {(choose) => (
          <For each={choices()}>
            {({ choice, text }) => (
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={props.chosen === choice}
                  onChange={() => choose()(choice)}
                />
                {text}
              </label>
            )}
          </For>
        )}
      </Show>
    </fieldset>
  );
}
