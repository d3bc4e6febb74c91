import type { ChangeInFull, SimulationView } from "@evenhand/service";
import { A, useLocation, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { formatDay, formatMoney } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import "../decision/decision.css";
import { withShortIds } from "../decisions/shown-id.tsx";
import "../policies/policies.css";
import { useSideNames } from "../simulations/use-side-names.ts";
import { BothInFull } from "./both-in-full.tsx";
import { Causes, SignedDifference, shortCaseId } from "./changed-cases.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { changeQuery, simulationQuery } from "./simulation-queries.ts";
import "./simulation.css";

/** One case that comes out otherwise: what differs, and both explanations side by side. */
export function ChangedCasePage(): JSX.Element {
  const params = useParams<{ readonly id: string; readonly case: string }>();
  const simulation = useQuery(() => simulationQuery(params.id));
  const change = useQuery(() => changeQuery({ simulation: params.id, case: params.case }));
  return (
    <Loaded query={simulation}>
      {(found) => (
        <Loaded query={change}>
          {(whole) => <ChangedCase simulation={found()} whole={unwrap(whole())} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type Given = { readonly simulation: SimulationView; readonly whole: ChangeInFull };

function ChangedCase(props: Given): JSX.Element {
  const { t, language } = useWords();
  const location = useLocation();
  const namesOf = useSideNames();
  // Pseudonyms of 71 characters would hide the sentences that they stand in.
  const shown = createMemo(
    // INVARIANT: a token is shortened inside a text, so that what was JSON stays it, and of the same shape.
    () => JSON.parse(withShortIds(JSON.stringify(props.whole))) as ChangeInFull,
  );
  const currency = (): string => props.simulation.result?.simulation.currency ?? "CNY";
  const sideName = (side: "baseline" | "candidate"): string =>
    t(`simulation.case.sides.${side}`, { name: namesOf(props.simulation)[side] });
  return (
    <>
      <header class="simulation-head">
        <p>
          <A href={`/simulations/${props.simulation.id}${location.search}`}>← {t("simulation.case.back")}</A>
        </p>
        <h1>{t("simulation.case.title", { case: shortCaseId(props.whole.change.id) })}</h1>
        <p class="soft">
          {t("simulation.case.decidedOn", { day: formatDay(props.whole.change.decidedOn, language()) })}
          {" · "}
          <span class="code">{props.whole.change.id}</span>
        </p>
      </header>
      <section class="card simulation-card">
        <p class="finding">
          {formatMoney(props.whole.change.baselineMinor, currency(), language())} →{" "}
          {formatMoney(props.whole.change.candidateMinor, currency(), language())}{" "}
          <SignedDifference minor={props.whole.change.differenceMinor} currency={currency()} />
        </p>
        <div>
          <Causes change={props.whole.change} />
        </div>
        <ChangedBy whole={shown()} currency={currency()} />
        <DifferenceTable whole={shown()} simulation={props.simulation} currency={currency()} />
      </section>
      <BothInFull
        simulation={props.simulation.id}
        names={{ baseline: sideName("baseline"), candidate: sideName("candidate") }}
        whole={shown()}
      />
    </>
  );
}

/** Whether the rules make the change or an earlier month does, with what the candidate says upon the baseline's ground. */
function ChangedBy(props: { readonly whole: ChangeInFull; readonly currency: string }): JSX.Element {
  const { t, language } = useWords();
  const totalOf = ({ outcome }: ChangeInFull["candidate"]): string =>
    formatMoney(
      outcome.parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      props.currency,
      language(),
    );
  return (
    <Show when={props.whole.change.by === "earlier-month"} fallback={<p>{t("simulation.case.byRule")}</p>}>
      <p>
        {t("simulation.case.byEarlier")}{" "}
        {t("simulation.case.uponBaseline", { amount: totalOf(props.whole.candidateUponBaseline) })}
      </p>
    </Show>
  );
}
