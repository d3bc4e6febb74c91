import type { ExplanationStep, Rule } from "@evenhand/domain";
import { readRule } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";
import { seenLines } from "../../../seen/seen-lines.ts";
import { SeenTree } from "../../../seen/seen-tree.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";

/** A rule as it stands in its version, and what each of its conditions saw: once for the case, or for each party. */
export function WholeRule(props: {
  readonly reading: DecisionReading<Told>;
  readonly steps: readonly ExplanationStep[];
}): JSX.Element {
  const { t } = useWords();
  const rule = () => props.reading.version.rules.find(({ id }) => id === props.steps[0]?.rule);
  return (
    <Show when={rule()}>
      {(found) => (
        <details class="whole-rule">
          <summary>{t("decision.story.wholeRule")}</summary>
          <p class="sentence">
            {readRule(found(), props.reading.version.policy, props.reading.vocabulary.language)}
          </p>
          <For each={props.steps}>
            {(step) => <Seen reading={props.reading} rule={found()} step={step} />}
          </For>
        </details>
      )}
    </Show>
  );
}

function Seen(props: {
  readonly reading: DecisionReading<Told>;
  readonly rule: Rule;
  readonly step: ExplanationStep;
}): JSX.Element {
  const { t } = useWords();
  const line = () =>
    props.step.conditions &&
    seenLines(
      props.rule.rule.conditions,
      props.step.conditions,
      props.reading.version.policy.conditions ?? {},
    );
  return (
    <Show when={line()}>
      {(found) => (
        <>
          <Show when={props.step.party}>
            {(party) => <h4>{t("rules.try.toParty", { party: party() })}</h4>}
          </Show>
          <SeenTree vocabulary={props.reading.vocabulary} lines={[found()]} />
        </>
      )}
    </Show>
  );
}
