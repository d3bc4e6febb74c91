import type { SimulationResult } from "@evenhand/analysis";
import type { SimulationView } from "@evenhand/service";
import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch } from "solid-js";
import { formatCount } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import "../decision/decision.css";
import "../decisions/decisions.css";
import "../policies/policies.css";
import { addressOf } from "../simulations/asked.ts";
import { useAskedChanges } from "./use-asked-changes.ts";
import { ChangedCases } from "./changed-cases.tsx";
import { Evaluated, Totals } from "./evaluated.tsx";
import { GroupBars } from "./group-bars.tsx";
import { Histogram } from "./histogram.tsx";
import { MonthTable } from "./month-table.tsx";
import { Reproduce } from "./reproduce.tsx";
import { ResultHead } from "./result-head.tsx";
import { Evidence, ResultTools } from "./result-tools.tsx";
import { RuleChanges } from "./rule-changes.tsx";
import { simulationQuery } from "./simulation-queries.ts";
import "./simulation.css";
import { TransitionMatrix } from "./transition-matrix.tsx";
import { UnderWay } from "./under-way.tsx";

/** What a candidate would have done to past cases. What narrows its list stands in the address. */
export function SimulationPage(): JSX.Element {
  const params = useParams<{ readonly id: string }>();
  const simulation = useQuery(() => simulationQuery(params.id));
  return <Loaded query={simulation}>{(found) => <Simulated simulation={found()} />}</Loaded>;
}

function Simulated(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t, local } = useWords();
  const result = (): SimulationResult | undefined => props.simulation.result?.simulation;
  return (
    <>
      <ResultHead simulation={props.simulation} />
      <section class="card simulation-card" aria-busy={isUnderWay(props.simulation)}>
        <Standing simulation={props.simulation} />
        <Show when={result()} fallback={<p>{t("simulation.nothingYet")}</p>}>
          {(found) => (
            <>
              <p class="finding">{local(found().headline)}</p>
              <Evaluated
                result={found()}
                isPart={isUnderWay(props.simulation) || props.simulation.isProvisional}
              />
            </>
          )}
        </Show>
        <Evidence simulation={props.simulation} />
        <ResultTools simulation={props.simulation} />
      </section>
      <Show when={(result()?.counts.changed ?? 0) > 0 && result()}>
        {(found) => <Changed simulation={props.simulation} result={found()} />}
      </Show>
      <Show when={result()}>
        <Reproduce simulation={props.simulation} />
      </Show>
    </>
  );
}

/** What stands against taking the figures as they are. */
function Standing(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  return (
    <>
      <Show when={props.simulation.isStale}>
        <p class="notice">⚠ {t("simulation.stale")}</p>
      </Show>
      <Switch>
        <Match when={isUnderWay(props.simulation)}>
          <UnderWay simulation={props.simulation} />
        </Match>
        <Match when={props.simulation.isProvisional}>
          <p class="notice">
            ⚠{" "}
            {t("simulation.endedEarly", {
              done: count(props.simulation.done),
              total: count(props.simulation.total),
            })}
          </p>
        </Match>
      </Switch>
    </>
  );
}

/** Everything there is to see once a case comes out otherwise. */
function Changed(props: {
  readonly simulation: SimulationView;
  readonly result: SimulationResult;
}): JSX.Element {
  const address = useAskedChanges();
  const given = () => ({ result: props.result, address });
  return (
    <>
      <Totals result={props.result} />
      <div class="simulation-charts">
        <Histogram {...given()} />
        <Show when={props.result.groups.length > 0} fallback={<NoGroups simulation={props.simulation} />}>
          <GroupBars {...given()} />
        </Show>
        <RuleChanges {...given()} />
        <TransitionMatrix {...given()} />
      </div>
      <ChangedCases id={props.simulation.id} isUnderWay={isUnderWay(props.simulation)} {...given()} />
      <MonthTable result={props.result} />
    </>
  );
}

function NoGroups(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t } = useWords();
  // What is left to choose is by which facts; the rest is asked as it was, of a draft with what it says by now.
  const address = (): string => {
    const { policy, baseline, candidate, from, until, scope } = props.simulation;
    return addressOf({ policy, baseline: baseline.version, candidate, from, until, scope });
  };
  return (
    <section class="card simulation-card">
      <h2>{t("simulation.groups.title")}</h2>
      <p>{t("simulation.groups.none")}</p>
      <div>
        <A class="button" href={address()}>
          {t("simulation.groups.withGroups")}
        </A>
      </div>
    </section>
  );
}
