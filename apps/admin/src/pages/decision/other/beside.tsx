import type { ReadStep } from "@evenhand/policy";
import type { JSX } from "solid-js";
import { useWords } from "../../../words/words.tsx";
import { AmountsOfEach } from "../amount/amounts.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";
import { StorySteps } from "../story/story.tsx";
import { StepsToggle, createDifferingSteps } from "./differing-steps.tsx";

/** Two explanations of one case side by side: the steps that differ, or all of them. */
export function Beside(props: {
  readonly was: DecisionReading;
  readonly is: DecisionReading<Told>;
  /** What the other rules are called. */
  readonly name: string;
}): JSX.Element {
  const { t } = useWords();
  const steps = createDifferingSteps(() => props);
  return (
    <>
      <StepsToggle steps={steps} />
      <div class="beside">
        <Side
          title={t("otherRules.recorded", { version: props.was.version.policy.version })}
          reading={props.was}
          isShown={steps.isShownInWas}
        />
        <Side title={props.name} reading={props.is} isShown={steps.isShownInIs} />
      </div>
    </>
  );
}

function Side(props: {
  readonly title: string;
  readonly reading: DecisionReading<Told>;
  readonly isShown: (step: ReadStep) => boolean;
}): JSX.Element {
  return (
    <div class="beside-of">
      <h3>{props.title}</h3>
      <AmountsOfEach reading={props.reading} view="table" />
      <StorySteps reading={props.reading} isShown={props.isShown} />
    </div>
  );
}
