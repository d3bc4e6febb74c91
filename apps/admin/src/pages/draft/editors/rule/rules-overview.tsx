import { RULE_STAGES, type RuleStage } from "@evenhand/domain";
import { A, useNavigate } from "@solidjs/router";
import { For, type JSX } from "solid-js";
import { Button } from "../../../../parts/button.tsx";
import { itemsOf, pointerTo, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { withNewRule } from "./rule-edits.ts";
import { useNewRuleLabel } from "./use-new-rule-label.ts";
import "./rule.css";

/** The rules stage by stage, in the order the stages run, and a new one for each. */
export function RulesOverview(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const newLabel = useNewRuleLabel();
  const rules = () =>
    itemsOf(props.session.document()["rules"]).map((rule, index) => ({
      pointer: pointerTo("rules", index),
      stage: textAt(rule, "/stage"),
      name: textAt(rule, `/label/${language()}`) || textAt(rule, "/id", String(index + 1)),
    }));
  const add = (stage: RuleStage): void => {
    const label = newLabel(props.session.document());
    const { at } = withNewRule(props.session.document(), { stage, label });
    props.session.edit(
      t("rules.edited.newRule", { rule: label[language()] }),
      (document) => withNewRule(document, { stage, label }).document,
    );
    navigate(`?at=${encodeURIComponent(`${at}/rule/conditions/all/0/fact`)}`);
  };
  return (
    <div class="rules-overview">
      <h2>{t("rules.overview")}</h2>
      <p class="soft">{t("rules.order")}</p>
      <For each={RULE_STAGES}>
        {(stage) => (
          <section aria-label={t(`rules.stages.${stage}`)}>
            <div class="side-head">
              <h3>
                {t(`rules.stages.${stage}`)} <small class="soft">{t(`rules.stagesSay.${stage}`)}</small>
              </h3>
              <Button
                aria-label={t("rules.newIn", { stage: t(`rules.stages.${stage}`) })}
                onClick={() => add(stage)}
              >
                {t("rules.newRule")}
              </Button>
            </div>
            <ul>
              <For
                each={rules().filter((rule) => rule.stage === stage)}
                fallback={<li class="soft">{t("rules.noneYet")}</li>}
              >
                {(rule) => (
                  <li>
                    <A href={`?at=${encodeURIComponent(rule.pointer)}`}>{rule.name}</A>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}
