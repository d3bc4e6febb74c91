import { A, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { SimulationSummary } from "../../api/answers.ts";
import { policiesQuery } from "../../api/queries.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/words.tsx";
import "../decisions/decisions.css";
import "../policies/policies.css";
import { addressOf } from "./asked.ts";
import { MOST_LISTED, simulationsQuery } from "./simulation-queries.ts";
import { SimulationTable } from "./simulation-table.tsx";
import "./simulations.css";
import { useSideNames } from "./use-side-names.ts";

/** The newest simulations, how far each is and what it found. Policy and search stand in the address. */
export function SimulationsPage(): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly policy: string; readonly q: string }>();
  const simulations = useQuery(() => ({
    ...simulationsQuery(asked.policy),
    placeholderData: keepPreviousData,
  }));
  const begin = (): string => addressOf(asked.policy === undefined ? {} : { policy: asked.policy });
  return (
    <>
      <div class="list-head">
        <div>
          <h1>{t("simulations.title")}</h1>
          <p class="soft">{t("simulations.intro")}</p>
        </div>
        <A class="button" data-kind="main" href={begin()}>
          {t("simulations.begin")}
        </A>
      </div>
      <ListTools />
      <Loaded query={simulations}>
        {(all) => (
          <Found
            simulations={all()}
            text={asked.q ?? ""}
            isFiltered={asked.q !== undefined || asked.policy !== undefined}
            isFetching={simulations.isPlaceholderData}
            onChange={() => void simulations.refetch()}
            onClear={() => ask({ q: undefined, policy: undefined })}
          />
        )}
      </Loaded>
    </>
  );
}

function ListTools(): JSX.Element {
  const { t, local } = useWords();
  const [asked, ask] = useSearchParams<{ readonly policy: string; readonly q: string }>();
  const policies = useQuery(policiesQuery);
  const options = () => [
    { value: "", label: t("simulations.anyPolicy") },
    ...(policies.isSuccess ? policies.data : []).map(({ id, title }) => ({ value: id, label: local(title) })),
  ];
  return (
    <div class="list-tools simulation-tools">
      <label class="search">
        <span class="unseen">{t("simulations.search")}</span>
        <input
          type="search"
          placeholder={t("simulations.search")}
          value={asked.q ?? ""}
          onInput={(event) => ask({ q: event.currentTarget.value || undefined }, { replace: true })}
        />
      </label>
      <SelectField
        label={t("simulations.policy")}
        value={asked.policy ?? ""}
        options={options()}
        onChange={(policy) => ask({ policy: policy || undefined })}
      />
    </div>
  );
}

function Found(props: {
  readonly simulations: readonly SimulationSummary[];
  readonly text: string;
  readonly isFiltered: boolean;
  readonly isFetching: boolean;
  readonly onChange: () => void;
  readonly onClear: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const isFound = useSearch();
  const found = () => props.simulations.filter((one) => isFound(one, props.text));
  return (
    <>
      <p class="soft" role="status">
        <Show when={props.text !== ""}>
          {t("simulations.found", { count: formatCount(found().length, language()) })}
        </Show>{" "}
        <Show when={props.simulations.length >= MOST_LISTED}>
          {t("simulations.onlyNewest", { count: MOST_LISTED })}
        </Show>
      </p>
      <div class="card overflow" aria-busy={props.isFetching}>
        <Show
          when={found().length > 0}
          fallback={<None isFiltered={props.isFiltered} onClear={props.onClear} />}
        >
          <SimulationTable simulations={found()} onChange={() => props.onChange()} />
        </Show>
      </div>
    </>
  );
}

function None(props: { readonly isFiltered: boolean; readonly onClear: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <p class="none">
      <Show
        when={props.isFiltered}
        fallback={
          <span>
            {t("simulations.none")} <A href="/simulations/new">{t("simulations.begin")}</A>
          </span>
        }
      >
        {t("simulations.noneFound")}
        <Button kind="quiet" onClick={() => props.onClear()}>
          {t("simulations.showAll")}
        </Button>
      </Show>
    </p>
  );
}

/** Whether a text is in what a simulation is called, what it found, or its ids. */
function useSearch(): (simulation: SimulationSummary, text: string) => boolean {
  const { local } = useWords();
  const titleOf = usePolicyTitle();
  const namesOf = useSideNames();
  return (simulation, text) => {
    const { id, policy, candidate, headline } = simulation;
    const names = namesOf(simulation);
    const draft = "draft" in candidate ? candidate.draft : "";
    const said = [
      id,
      policy,
      draft,
      titleOf(policy),
      names.baseline,
      names.candidate,
      headline ? local(headline) : "",
    ];
    return said.some((one) => one.toLowerCase().includes(text.trim().toLowerCase()));
  };
}
