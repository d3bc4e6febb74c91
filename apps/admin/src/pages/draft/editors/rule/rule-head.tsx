import { useNavigate } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { RULE_STAGES } from "@evenhand/domain";
import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import { Button } from "../../../../parts/button.tsx";
import { Tag } from "../../../../parts/tag.tsx";
import type { JsonObject } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Edited } from "./condition-edits.ts";
import type { Desk } from "./desk.ts";
import { onceShown } from "../../focus-place.ts";
import { withDuplicate, withRuleMoved, withoutRule } from "./rule-edits.ts";

/** What the rule is called, in which stage it stands, and what can be done with it as a whole. */
export function RuleHead(props: { readonly desk: Desk; readonly index: number }): JSX.Element {
  const { t } = useWords();
  const navigate = useNavigate();
  const stage = () => RULE_STAGES.find((one) => one === props.desk.asker().stage);
  const act = (label: string, edit: (document: JsonObject) => Edited | undefined): string | undefined => {
    const edited = edit(props.desk.document());
    if (!edited) return undefined;
    props.desk.change(label, (before) => edit(before)?.document ?? before);
    navigate(`?at=${encodeURIComponent(edited.at)}`);
    return edited.at;
  };
  const move = (by: -1 | 1): void => {
    const { index } = props;
    const now = act(
      t(by === -1 ? "rules.edited.ruleUp" : "rules.edited.ruleDown", { rule: props.desk.name() }),
      (document) => withRuleMoved(document, index, by),
    );
    // The rule is shown anew under its new place; whoever moves it may go on.
    if (now !== undefined) onceShown(() => focusTool(now, by));
  };
  const canMove = (by: -1 | 1): boolean =>
    withRuleMoved(props.desk.document(), props.index, by) !== undefined;
  return (
    <header class="rule-head" data-rule={`/rules/${props.index}`}>
      <div>
        <h2>{props.desk.name()}</h2>
        <Show when={stage()}>{(one) => <Tag>{t(`rules.stages.${one()}`)}</Tag>}</Show>
      </div>
      <div class="tools">
        <For each={[-1, 1] as const}>
          {(by) => {
            const Icon = by === -1 ? IconUp : IconDown;
            const name = (): string => t(by === -1 ? "rules.moveUp" : "rules.moveDown");
            return (
              <Button
                data-tool={TOOLS[by]}
                title={name()}
                aria-label={name()}
                aria-disabled={!canMove(by)}
                onClick={() => move(by)}
              >
                <Icon aria-hidden="true" />
              </Button>
            );
          }}
        </For>
        <Button
          onClick={() => {
            const { index } = props;
            act(t("rules.edited.ruleCopied", { rule: props.desk.name() }), (document) =>
              withDuplicate(document, index, (name) => t("rules.copyOf", { name })),
            );
          }}
        >
          {t("rules.duplicate")}
        </Button>
        <Button
          onClick={() => {
            const { index } = props;
            act(t("rules.edited.ruleRemoved", { rule: props.desk.name() }), (document) =>
              withoutRule(document, index),
            );
          }}
        >
          {t("rules.remove")}
        </Button>
      </div>
    </header>
  );
}

/** By which the button that moves a rule is found again, once the rule is shown under its new place. */
const TOOLS = { [-1]: "rule-up", 1: "rule-down" } as const;

function focusTool(rule: string, by: -1 | 1): boolean {
  const head = document.querySelector(`[data-rule="${CSS.escape(rule)}"]`);
  const button = head?.querySelector<HTMLElement>(`[data-tool="${TOOLS[by]}"]`);
  button?.focus();
  return button !== null && button !== undefined;
}
