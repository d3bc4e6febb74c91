import { cited, readObstacles } from "@evenhand/policy";
import { For, type JSX, Show, createMemo, createSignal } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DecisionReading } from "../decision-reading.ts";
import { WholeRule } from "../story/whole-rule.tsx";
import { type Unfired, whyNot } from "./why-not.ts";

/** More are shown on demand. */
const SHOWN_FIRST = 6;

/** The rules that did not fire, those first that would have cost something and lacked least: what failed, and what it saw. */
export function WhyNot(props: { readonly reading: DecisionReading }): JSX.Element {
  const { t } = useWords();
  const [all, setAll] = createSignal(false);
  const found = createMemo(() => whyNot(props.reading.record.explanation, props.reading.version));
  const shown = () => (all() ? found() : found().slice(0, SHOWN_FIRST));
  const more = (): number => found().length - shown().length;
  return (
    <section class="card decision-card" id="why-not">
      <h2>{t("decision.whyNot.title")}</h2>
      <p class="soft">{t("decision.whyNot.text")}</p>
      <Show when={found().length > 0} fallback={<p>{t("decision.whyNot.none")}</p>}>
        <ul class="plain-list why-not">
          <For each={shown()}>{(one) => <NotApplied reading={props.reading} unfired={one} />}</For>
        </ul>
        <Show when={more() > 0}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t("decision.whyNot.more", { count: more() })}
          </Button>
        </Show>
      </Show>
    </section>
  );
}

function NotApplied(props: { readonly reading: DecisionReading; readonly unfired: Unfired }): JSX.Element {
  const { t, local } = useWords();
  const step = () => props.unfired.step;
  const reason = (): string => readObstacles(props.unfired.conditions, props.reading.vocabulary).join(" ");
  return (
    <li>
      <div class="decision-row">
        <strong>{local(step().label)}</strong>
        <span data-part="clause">{cited(step().references, props.reading.vocabulary)}</span>
      </div>
      <p>
        <span class="mark" data-met="false" aria-hidden="true">
          ✗
        </span>{" "}
        {reason()}
        <Show when={step().party}>
          {(party) => <span class="soft"> {t("decision.whyNot.of", { party: party() })}</span>}
        </Show>
      </p>
      <Show when={props.unfired.missing > 1}>
        <p class="soft">{t("decision.whyNot.missing", { count: props.unfired.missing })}</p>
      </Show>
      <WholeRule reading={props.reading} steps={[step()]} />
    </li>
  );
}
