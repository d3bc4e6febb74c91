import type { ReadStep } from "@evenhand/policy";
import { type JSX, createMemo, createSignal } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";

/** Two explanations of one case. */
type Both = { readonly was: DecisionReading<Told>; readonly is: DecisionReading<Told> };

/** Which steps of two explanations are shown: those that differ, or all of them. */
export function createDifferingSteps(both: () => Both) {
  const [all, setAll] = createSignal(false);
  const inWas = createMemo(() => wordsIn(both().was));
  const inIs = createMemo(() => wordsIn(both().is));
  return {
    isShownInWas: (step: ReadStep): boolean => all() || isOther(step, inIs()),
    isShownInIs: (step: ReadStep): boolean => all() || isOther(step, inWas()),
    all,
    turn: (): void => void setAll(!all()),
  };
}

/** Shows all steps, or those that differ alone. */
export function StepsToggle(props: {
  readonly steps: Pick<ReturnType<typeof createDifferingSteps>, "all" | "turn">;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div>
      <Button aria-pressed={props.steps.all()} onClick={() => props.steps.turn()}>
        {t(props.steps.all() ? "otherRules.onlyDiffering" : "otherRules.allSteps")}
      </Button>
    </div>
  );
}

function wordsIn({ steps }: DecisionReading<Told>): ReadonlySet<string> {
  return new Set(steps.map(wordsOf));
}

/** Whether the other side does not say it. Which rules were used stands above each side already. */
function isOther(step: ReadStep, other: ReadonlySet<string>): boolean {
  return step.stage !== "version" && !other.has(wordsOf(step));
}

/** All that a step says: two that say the same differ in nothing that anybody reads. */
function wordsOf({ stage, heading, clause, parties, lines, of }: ReadStep): string {
  return JSON.stringify([stage, heading, clause, parties, lines, of[0]?.stands !== false]);
}
