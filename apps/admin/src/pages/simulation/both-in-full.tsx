import type { EvaluateResponse, Policy } from "@evenhand/domain";
import type { ReadStep } from "@evenhand/policy";
import type { ChangeInFull } from "@evenhand/service";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { formatList } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { Amounts } from "../decision/amount/amounts.tsx";
import { type DecisionReading, type Told, readDecision } from "../decision/decision-reading.ts";
import { StepsToggle, createDifferingSteps } from "../decision/other/differing-steps.tsx";
import { Story } from "../decision/story/story.tsx";
import { tablesLeft } from "../decision/story/tables-left.ts";
import { documentQuery } from "./simulation-queries.ts";

type Side = "baseline" | "candidate";

type Given = {
  readonly simulation: string;
  readonly names: Readonly<Record<Side, string>>;
  readonly whole: ChangeInFull;
};

/** What both sides say of a case, as the page of a decision tells it; steps that they share are shown on demand. */
export function BothInFull(props: Given): JSX.Element {
  const document = (side: Side) => useQuery(() => documentQuery({ simulation: props.simulation, side }));
  const [baseline, candidate] = [document("baseline"), document("candidate")];
  return (
    <Loaded query={baseline}>
      {(before) => (
        <Loaded query={candidate}>
          {(after) => <Both {...props} documents={{ baseline: before(), candidate: after() }} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Both(props: Given & { readonly documents: Readonly<Record<Side, Policy>> }): JSX.Element {
  const { language } = useWords();
  const readingOf = (response: EvaluateResponse, policy: Policy): DecisionReading<Told> =>
    // Nobody departed from what a simulation proposes.
    readDecision({ ...response, proposal: response.outcome }, JSON.stringify(unwrap(policy)), language());
  const was = createMemo(() => readingOf(props.whole.baseline, props.documents.baseline));
  const is = createMemo(() => readingOf(props.whole.candidate, props.documents.candidate));
  const steps = createDifferingSteps(() => ({ was: was(), is: is() }));
  return (
    <>
      <StepsToggle steps={steps} />
      <div class="both-sides">
        <SideInFull
          side="baseline"
          name={props.names.baseline}
          reading={was()}
          other={is()}
          isShown={steps.isShownInWas}
        />
        <SideInFull
          side="candidate"
          name={props.names.candidate}
          reading={is()}
          other={was()}
          isShown={steps.isShownInIs}
        />
      </div>
    </>
  );
}

function SideInFull(props: {
  readonly side: Side;
  readonly name: string;
  readonly reading: DecisionReading<Told>;
  /** What the other side says of the same case. */
  readonly other: DecisionReading<Told>;
  readonly isShown: (step: ReadStep) => boolean;
}): JSX.Element {
  const { t, local, language } = useWords();
  const withoutRow = (): string => {
    const { tables } = props.reading.version.policy;
    const left = tablesLeft({ here: appliedIn(props.reading), elsewhere: appliedIn(props.other) }, tables);
    const names = left.map((id) => local(tables[id]?.label ?? { en: id, zh: id }));
    return formatList(names, { language: language(), type: "conjunction" });
  };
  return (
    <section class="one-side" aria-label={props.name}>
      <h2>{props.name}</h2>
      <Amounts reading={props.reading} id={`${props.side}-amount`} />
      <Show when={withoutRow()}>
        {(tables) => <p class="card simulation-card">{t("simulation.case.noRow", { tables: tables() })}</p>}
      </Show>
      <Story reading={props.reading} id={`${props.side}-story`} isShown={props.isShown} />
    </section>
  );
}

/** The rules that applied, rows of tables as `<table>#<row>`. */
function appliedIn({ record }: DecisionReading<Told>): readonly string[] {
  return record.explanation.flatMap(({ rule, fired }) =>
    fired === true && rule !== undefined ? [rule] : [],
  );
}
