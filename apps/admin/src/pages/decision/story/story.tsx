import type { ReadStep } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";
import { CountedDays } from "./counted-days.tsx";
import { HitRow } from "./hit-row.tsx";
import { WholeRule } from "./whole-rule.tsx";

/** The way from the case to the outcome, step by step: each with its article, what it saw, and its arithmetic. */
export function Story(props: {
  readonly reading: DecisionReading<Told>;
  /** Unlike any other on the page. */
  readonly id?: string;
  readonly isShown?: ((step: ReadStep) => boolean) | undefined;
}): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card decision-card" id={props.id ?? "story"}>
      <h2>{t("decision.story.title")}</h2>
      <StorySteps reading={props.reading} isShown={props.isShown} />
    </section>
  );
}

/** The steps alone, or those of them that the other of two sides does not say, each under its own number. */
export function StorySteps(props: {
  readonly reading: DecisionReading<Told>;
  readonly isShown?: ((step: ReadStep) => boolean) | undefined;
}): JSX.Element {
  const { t } = useWords();
  const numbered = () =>
    props.reading.steps
      .map((step, index) => ({ step, number: index + 1 }))
      .filter(({ step }) => props.isShown?.(step) ?? true);
  const isNewStage = (index: number): boolean =>
    numbered()[index]?.step.stage !== numbered()[index - 1]?.step.stage;
  return (
    <Show
      when={numbered().length > 0}
      fallback={
        <Show when={props.isShown}>
          <p class="soft">{t("otherRules.noSteps")}</p>
        </Show>
      }
    >
      <ol class="story">
        <For each={numbered()}>
          {({ step, number }, index) => (
            <StoryStep reading={props.reading} step={step} number={number} hasStage={isNewStage(index())} />
          )}
        </For>
      </ol>
    </Show>
  );
}

function StoryStep(props: {
  readonly reading: DecisionReading<Told>;
  readonly step: ReadStep;
  readonly number: number;
  /** Whether it is the first of its stage, which is named there. */
  readonly hasStage: boolean;
}): JSX.Element {
  const { t } = useWords();
  const first = () => props.step.of[0];
  const isRule = (): boolean => first()?.kind === "rule";
  return (
    <li data-stands={first()?.stands !== false}>
      <span data-part="number" aria-hidden="true">
        {props.number}
      </span>
      <div data-part="body">
        <Show when={props.hasStage}>
          <div data-part="stage">{props.step.stageName}</div>
        </Show>
        <div class="decision-row">
          <h3>
            {props.step.heading}
            <Show when={props.step.parties.length > 0}>
              {" "}
              <span class="soft">{props.step.parties.join(" · ")}</span>
            </Show>
          </h3>
          <span data-part="clause">{props.step.clause}</span>
        </div>
        <Show when={first()?.stands === false}>
          <Tag>{t("decision.story.gaveWay")}</Tag>
        </Show>
        <For each={props.step.lines}>{(line) => <p>{line}</p>}</For>
        <Show when={isRule() && first()}>
          {(step) => (
            <>
              <HitRow reading={props.reading} step={step()} />
              <CountedDays reading={props.reading} step={step()} />
              <WholeRule reading={props.reading} steps={props.step.of} />
            </>
          )}
        </Show>
      </div>
    </li>
  );
}
