import type { FairnessSummary, PolicySummary } from "@evenhand/service";
import { type Policy, protectedFacts } from "@evenhand/domain";
import { type Vocabulary, vocabularyOf, wordOf } from "@evenhand/policy";
import { useLocation, useNavigate } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createMemo } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { versionTextQuery } from "../../live/queries.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import "../decisions/decisions.css";
import "../decision/decision.css";
import "../policies/policies.css";
import { AskForm } from "./ask/ask-form.tsx";
import { type Asked, isSameQuestion, parametersOf, readAsked } from "./ask/asked.ts";
import { choicesOf } from "./ask/choices.ts";
import { askedOf, requestOf } from "./ask/request.ts";
import { reviewsQuery, startReview } from "./fairness-queries.ts";
import "./fairness.css";
import { MEASURES, type Measure } from "./groups/disparity-rows.ts";
import { EarlierRuns } from "./earlier-runs.tsx";
import { ReviewShown } from "./review-shown.tsx";

/** Were like cases treated alike? A question that stands in the address, and what recorded decisions answer. */
export function FairnessPage(): JSX.Element {
  const { t } = useWords();
  const location = useLocation();
  const policies = useQuery(policiesQuery);
  const parameters = createMemo(() => Object.fromEntries(new URLSearchParams(location.search)));
  return (
    <>
      <div>
        <h1>{t("fairness.title")}</h1>
        <p class="soft">{t("fairness.intro")}</p>
      </div>
      <Loaded query={policies}>
        {(all) => {
          const policy = (): PolicySummary | undefined =>
            all().find(({ id }) => id === parameters()["policy"]) ?? all()[0];
          return (
            <Show when={policy()} fallback={<p class="card none">{t("fairness.noPolicies")}</p>}>
              {(chosen) => <OfPolicy policy={chosen()} policies={all()} parameters={parameters()} />}
            </Show>
          );
        }}
      </Loaded>
    </>
  );
}

type Given = {
  readonly policy: PolicySummary;
  readonly policies: readonly PolicySummary[];
  readonly parameters: Readonly<Record<string, string>>;
};

/** Everything that takes the policy's own document to ask and to tell: that of its newest version. */
function OfPolicy(props: Given): JSX.Element {
  const { language } = useWords();
  const text = useQuery(() => versionTextQuery({ policy: props.policy.id, version: newestOf(props.policy) }));
  return (
    <Loaded query={text}>
      {(found) => {
        // INVARIANT: what was published was validated.
        const document = createMemo(() => JSON.parse(found()) as Policy);
        const vocabulary = createMemo(() => vocabularyOf(document(), language()));
        return <Asking {...props} document={document()} vocabulary={vocabulary()} />;
      }}
    </Loaded>
  );
}

function newestOf({ versions }: PolicySummary): number {
  return Math.max(1, ...versions.map(({ version }) => version));
}

function Asking(props: Given & { readonly document: Policy; readonly vocabulary: Vocabulary }): JSX.Element {
  const { local } = useWords();
  const choices = createMemo(() => choicesOf(props.document));
  const runs = useQuery(() => reviewsQuery(props.policy.id));
  const known = (): readonly FairnessSummary[] => (runs.isSuccess ? runs.data : []);
  const asked = createMemo((): Asked => {
    // What was asked of a run that the address names is the question, whatever else the address says.
    const named = known().find(({ id }) => id === props.parameters["run"]);
    if (named) return askedOf(named);
    const read = readAsked(props.parameters);
    return { ...read, policy: props.policy.id, groups: read.groups ?? usualGroups(props.document) };
  });
  const measure = (): Measure => MEASURES.find((one) => one === props.parameters["measure"]) ?? "penalty";
  // The run that the address names, else the newest of the same question.
  const current = (): string | undefined =>
    props.parameters["run"] ?? known().find((run) => isSameQuestion(askedOf(run), asked()))?.id;
  const go = useAddress(measure);
  const start = useStart(go);
  return (
    <>
      <AskForm
        asked={asked()}
        choices={choices()}
        policies={props.policies.map(({ id, title }) => ({ value: id, label: local(title) }))}
        measure={measure()}
        onMeasure={(chosen) => go(asked(), { run: props.parameters["run"], measure: chosen })}
        onChange={(change) => go(changed(asked(), change), {})}
        wordOf={(word) => wordOf(word, props.vocabulary)}
        isAnswered={current() !== undefined}
        isBusy={start.isPending}
        onRun={() => start.mutate({ asked: asked(), document: props.document })}
      />
      <Show when={start.isError}>
        <Trouble error={start.error} />
      </Show>
      <Show when={current()}>
        {(id) => (
          <ReviewShown
            id={id()}
            measure={measure()}
            vocabulary={props.vocabulary}
            onKind={(kind) => go({ ...asked(), kind }, {})}
          />
        )}
      </Show>
      <EarlierRuns
        runs={runs}
        current={current()}
        vocabulary={props.vocabulary}
        addressOf={(run) => addressOf(askedOf(run), { run: run.id, measure: measure() })}
      />
    </>
  );
}

/** Facts that no rule may read are what people are told apart by, unless somebody chose others. */
function usualGroups(document: Policy): readonly string[] {
  const offered = new Set(choicesOf(document).groups.map(({ fact }) => fact));
  return protectedFacts(document).filter((fact) => offered.has(fact));
}

/** Another policy has other facts: only the days stay. */
function changed(asked: Asked, change: Partial<Asked>): Asked {
  if (change.policy === undefined || change.policy === asked.policy) return { ...asked, ...change };
  const { from, until } = asked;
  return { ...readAsked({}), policy: change.policy, from, until };
}

type Shown = { readonly run?: string | undefined; readonly measure?: Measure | undefined };

function addressOf(asked: Asked, { run, measure }: Shown): string {
  const search = parametersOf(asked);
  if (measure !== undefined && measure !== "penalty") search.set("measure", measure);
  if (run !== undefined) search.set("run", run);
  return `/fairness?${search}`;
}

type Go = (asked: Asked, shown: Shown) => void;

/** Goes to another question without leaving the place on the page; the measure stays unless another is chosen. */
function useAddress(measure: () => Measure): Go {
  const navigate = useNavigate();
  return (asked, shown) =>
    navigate(addressOf(asked, { measure: measure(), ...shown }), { scroll: false, replace: true });
}

function useStart(go: Go) {
  const queries = useQueryClient();
  return useMutation(() => ({
    // Without a connection it is not kept waiting, but said.
    networkMode: "always" as const,
    mutationFn: ({ asked, document }: { readonly asked: Asked; readonly document: Policy }) =>
      startReview(requestOf(asked, document)),
    onSuccess: ({ id }, { asked }) => {
      // What was asked before knows nothing of it.
      void queries.invalidateQueries({ queryKey: ["runs"] });
      void queries.invalidateQueries({ queryKey: ["fairness", "of", asked.policy] });
      go(asked, { run: id });
    },
  }));
}
