import { For, type JSX } from "solid-js";
import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import IconCopy from "~icons/lucide/copy";
import IconNot from "~icons/lucide/equal-not";
import IconNest from "~icons/lucide/indent-increase";
import IconUnnest from "~icons/lucide/indent-decrease";
import IconX from "~icons/lucide/x";
import { isComposing } from "../../../../shell/keys.ts";
import { useWords } from "../../../../words/words.tsx";
import { type LineAct, LINE_ACTS } from "./line-acts.ts";

const ICONS = {
  up: IconUp,
  down: IconDown,
  nest: IconNest,
  unnest: IconUnnest,
  not: IconNot,
  duplicate: IconCopy,
  remove: IconX,
} as const satisfies Record<LineAct, unknown>;

/** What can be done with one line, as buttons; one stop of the Tab key, arrows inside. */
export function LineTools(props: {
  readonly onAct: (act: LineAct) => void;
  readonly isPossible: (act: LineAct) => boolean;
  readonly isDenied: boolean;
}): JSX.Element {
  const { t } = useWords();
  return (
    <span class="line-tools" role="toolbar" tabindex={-1} aria-label={t("rules.tools.bar")} onKeyDown={onKey}>
      <For each={LINE_ACTS}>
        {(act, index) => {
          const Icon = ICONS[act];
          return (
            <button
              type="button"
              data-tool={act}
              tabindex={index() === 0 ? 0 : -1}
              title={t(`rules.tools.${act}`)}
              aria-label={t(`rules.tools.${act}`)}
              aria-disabled={!props.isPossible(act)}
              aria-pressed={act === "not" ? props.isDenied : undefined}
              onClick={() => props.isPossible(act) && props.onAct(act)}
            >
              <Icon aria-hidden="true" />
            </button>
          );
        }}
      </For>
    </span>
  );
}

function onKey(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || event.altKey || isComposing(event)) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const here = buttons.findIndex((button) => button === document.activeElement);
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
}
