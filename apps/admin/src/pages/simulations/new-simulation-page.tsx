import { A, useNavigate, useSearchParams } from "@solidjs/router";
import {
  type UseQueryResult,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createMemo, onCleanup } from "solid-js";
import { tinykeys } from "tinykeys";
import { meQuery } from "../../api/queries.ts";
import { formatList } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { isComposing } from "../../shell/keys.ts";
import { useWords } from "../../words/words.tsx";
import "../decisions/decisions.css";
import "../policies/policies.css";
import {
  type Asked,
  type AskedSearch,
  type SimulationBody,
  addressOf,
  bodyOf,
  isBackwards,
  readAsked,
  searchOf,
} from "./asked.ts";
import { Estimate } from "./estimate.tsx";
import { GroupFields, ScopeFields } from "./fact-fields.tsx";
import { PresetList } from "./preset-list.tsx";
import { SideFields } from "./side-fields.tsx";
import { type SimulationEstimate, beginSimulation, estimateQuery } from "./simulation-queries.ts";
import { SimulationTrouble, isForErrors } from "./simulation-trouble.tsx";
import "./simulations.css";
import { unknownGroups, unknownScope, whyNot } from "./why-not.ts";

type Change = (changed: Partial<Asked>) => void;

/** What is held against what, over which past cases. All of it stands in the address, so that it can be sent on and kept. */
export function NewSimulationPage(): JSX.Element {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams<AskedSearch & Record<string, string | string[]>>();
  const me = useQuery(meQuery);
  const asked = createMemo(() => readAsked(search));
  const change: Change = (changed) => setSearch(searchOf({ ...asked(), ...changed }), { replace: true });
  const estimate = useEstimate(asked);
  const start = useStart();
  const wanted = (): SimulationBody | undefined => {
    const isKnown = estimate.isSuccess && !estimate.isPlaceholderData && !start.isPending;
    return isKnown && whyNot(estimate.data, asked()) === undefined ? bodyOf(asked()) : undefined;
  };
  const begin = (): void => {
    const body = wanted();
    if (body) start.mutate(body);
  };
  onCleanup(tinykeys(window, { "$mod+Enter": begin }, { ignore: isComposing }));
  // Fields stay what they are, with the focus in them, while the figures are counted anew.
  const facts = createMemo<SimulationEstimate["facts"]>((before) => estimate.data?.facts ?? before, [], {
    equals: isAlike,
  });
  return (
    <>
      <div>
        <h1>{t("simulations.new.title")}</h1>
        <p class="soft">{t("simulations.new.intro")}</p>
        <p>
          <A href="/simulations">{t("simulations.toAll")}</A>
        </p>
      </div>
      <div class="simulation-layout">
        <form
          id={FORM}
          class="simulation-form"
          aria-label={t("simulations.new.title")}
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <AskedFields asked={asked()} facts={facts()} onAsk={change} />
        </form>
        <div data-part="beside">
          <BeforeStart
            asked={asked()}
            estimate={estimate}
            error={start.error}
            isReady={wanted() !== undefined}
          />
          <Show when={me.data}>
            {(known) => (
              <PresetList
                me={known()}
                address={asked().policy === undefined ? undefined : addressOf(asked())}
              />
            )}
          </Show>
        </div>
      </div>
    </>
  );
}

/** What would be gone through. Which values and groups are ticked changes no count, so that nothing is counted anew for them. */
function useEstimate(asked: () => Asked): UseQueryResult<SimulationEstimate, Error> {
  const counted = createMemo(() => bodyOf({ ...asked(), scope: [], groups: [] }), undefined, {
    equals: isAlike,
  });
  return useQuery(() => ({ ...estimateQuery(counted()), placeholderData: keepPreviousData }));
}

/** What the button that stands beside the fields sends. */
const FORM = "new-simulation";
/** Why it sends nothing. */
const WHY_NOT = "new-simulation-why-not";

/** What it would go through, or why that is not known yet, and the button that begins it. */
function BeforeStart(props: {
  readonly asked: Asked;
  readonly estimate: UseQueryResult<SimulationEstimate, Error>;
  /** Why it could not be begun. */
  readonly error: Error | null;
  readonly isReady: boolean;
}): JSX.Element {
  const { t, language } = useWords();
  const named = (facts: readonly string[]): string =>
    formatList(facts, { language: language(), type: "disjunction" });
  const reason = (): string | undefined => {
    const { estimate, asked } = props;
    // What is shown while it is counted anew was said of something else.
    if (bodyOf(asked) === undefined || !estimate.isSuccess || estimate.isPlaceholderData) return undefined;
    const why = whyNot(estimate.data, asked);
    return (
      why &&
      t(`simulations.new.whyNot.${why}`, {
        groups: named(unknownGroups(estimate.data.facts, asked)),
        facts: named(unknownScope(estimate.data.facts, asked)),
      })
    );
  };
  return (
    <section class="card simulation-part" aria-labelledby="estimate" aria-busy={props.estimate.isFetching}>
      <h2 id="estimate">{t("simulations.estimate.title")}</h2>
      <Switch>
        <Match when={isBackwards(props.asked)}>
          <p role="alert">{t("simulations.new.backwards")}</p>
        </Match>
        <Match when={bodyOf(props.asked) === undefined}>
          <p class="soft">{t("simulations.new.chooseSides")}</p>
        </Match>
        <Match when={isForErrors(props.estimate.error)}>
          <SimulationTrouble error={props.estimate.error} asked={props.asked} />
        </Match>
        <Match when={true}>
          <Loaded query={props.estimate}>
            {(found) => <Estimate estimate={found()} asked={props.asked} />}
          </Loaded>
        </Match>
      </Switch>
      <Show when={props.error}>{(error) => <SimulationTrouble error={error()} asked={props.asked} />}</Show>
      <div class="tools">
        <Button
          type="submit"
          form={FORM}
          kind="main"
          disabled={!props.isReady}
          aria-describedby={reason() === undefined ? undefined : WHY_NOT}
        >
          {t("simulations.new.start")}
        </Button>
        <Show when={reason()} fallback={<kbd>Ctrl Enter</kbd>}>
          <span id={WHY_NOT} role="status">
            {reason()}
          </span>
        </Show>
      </div>
    </section>
  );
}

function AskedFields(props: {
  readonly asked: Asked;
  readonly facts: SimulationEstimate["facts"];
  readonly onAsk: Change;
}): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <section class="card simulation-part" aria-labelledby="sides">
        <h2 id="sides">{t("simulations.new.sides")}</h2>
        <div class="simulation-fields simulation-sides">
          <SideFields asked={props.asked} onAsk={props.onAsk} />
        </div>
      </section>
      <section class="card simulation-part" aria-labelledby="which-cases">
        <h2 id="which-cases">{t("simulations.new.cases")}</h2>
        <p class="soft">{t("simulations.new.casesHint")}</p>
        <div class="simulation-fields">
          <DayField
            label={t("simulations.new.from")}
            value={props.asked.from ?? ""}
            onDay={(from) => props.onAsk({ from })}
            onClear={() => props.onAsk({ from: undefined })}
          />
          <DayField
            label={t("simulations.new.until")}
            value={props.asked.until ?? ""}
            onDay={(until) => props.onAsk({ until })}
            onClear={() => props.onAsk({ until: undefined })}
          />
        </div>
        <ScopeFields asked={props.asked} facts={props.facts} onAsk={props.onAsk} />
      </section>
      <section class="card simulation-part" aria-labelledby="groups">
        <h2 id="groups">{t("simulations.new.groups")}</h2>
        <p class="soft">{t("simulations.new.groupsHint")}</p>
        <GroupFields asked={props.asked} facts={props.facts} onAsk={props.onAsk} />
      </section>
    </>
  );
}

/** Puts a simulation in line, and goes to where it is followed. */
function useStart() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (body: SimulationBody) => beginSimulation(body),
    onSuccess: ({ id }) => {
      // What was asked before knows nothing of it.
      for (const key of ["runs", "simulations"]) void queries.invalidateQueries({ queryKey: [key] });
      navigate(`/simulations/${id}`);
    },
  }));
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
