import { For, type JSX, createEffect, on, onCleanup, onMount } from "solid-js";
import { useLive } from "../../live/live.tsx";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import type { DraftSession } from "./draft-session.ts";
import { useNewRuleLabel } from "./editors/rule/use-new-rule-label.ts";
import { withNewPart } from "./outline/new-part.ts";
import { OutlineGroup } from "./outline/outline-group.tsx";
import type { GroupId } from "./outline/outline-groups.ts";
import "./outline/outline.css";
import { listenToKeys } from "./outline/outline-keys.ts";
import { createOutlineState } from "./outline/outline-state.ts";
import { usePartName } from "./outline/use-part-name.ts";

/**
 * What the policy consists of, grouped; each part with how many problems lie in it. Names and counts change in place, so
 * that nothing moves under somebody's hand while they type.
 */
export function Outline(props: {
  readonly session: DraftSession;
  readonly at: string;
  readonly onGo: (pointer: string) => void;
  /** A part was chosen, whose address its link leads to. */
  readonly onChoose: (pointer: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const outline = createOutlineState({
    document: () => props.session.document(),
    diagnostics: useLive().diagnostics,
    at: () => props.at,
    mayEdit: () => props.session.mayEdit() && props.session.draft().state === "draft",
    nameOf: usePartName(),
  });
  const newRuleLabel = useNewRuleLabel();
  const add = (group: GroupId): void => {
    const label = newRuleLabel(props.session.document());
    const added = withNewPart(group, props.session.document(), label);
    if (!added) return;
    props.session.edit(
      t("parts.outline.added", { group: t(`parts.groups.${group}`) }),
      (document) => withNewPart(group, document, label)?.document ?? document,
    );
    outline.setFilter("");
    props.onGo(added.at);
  };
  let nav: HTMLElement | undefined;
  createEffect(
    on(outline.current, () => nav?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" })),
  );
  onMount(() => nav && onCleanup(listenToKeys(nav, outline.setFocused)));
  return (
    <nav class="card outline" aria-label={t("draft.outline")} ref={(element) => (nav = element)}>
      <input
        type="search"
        aria-label={t("parts.outline.filter")}
        aria-keyshortcuts="/"
        placeholder={t("parts.outline.filter")}
        value={outline.filter()}
        onInput={(event) => outline.setFilter(event.currentTarget.value)}
      />
      <For
        each={outline.shown()}
        fallback={
          <p class="soft">
            {t("parts.outline.nothing", { text: outline.filter() })}{" "}
            <Button kind="quiet" onClick={() => outline.setFilter("")}>
              {t("parts.outline.clear")}
            </Button>
          </p>
        }
      >
        {(id) => <OutlineGroup id={id} outline={outline} onAdd={() => add(id)} onChoose={props.onChoose} />}
      </For>
    </nav>
  );
}
