import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { ProblemError } from "../../api/problem.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import type { Asked } from "./asked.ts";

/** Whether a draft cannot be simulated since it has errors; what they are stands in the draft. */
export function isForErrors(error: unknown): boolean {
  return error instanceof ProblemError && error.problems.some(({ code }) => code === "draft-has-errors");
}

/** Why something cannot be simulated; of a draft with errors in a sentence, with the way to them. */
export function SimulationTrouble(props: {
  readonly error: unknown;
  readonly asked: Pick<Asked, "policy" | "candidate">;
}): JSX.Element {
  const { t } = useWords();
  const draft = (): string | undefined => {
    const { candidate } = props.asked;
    return isForErrors(props.error) && candidate && "draft" in candidate ? candidate.draft : undefined;
  };
  return (
    <Show when={draft()} fallback={<Trouble error={props.error} />}>
      {(id) => (
        <p class="notice" role="alert">
          {t("simulations.withErrors")}{" "}
          <A href={`/policies/${props.asked.policy}/draft/${id()}`}>{t("simulation.toDraft")}</A>
        </p>
      )}
    </Show>
  );
}
