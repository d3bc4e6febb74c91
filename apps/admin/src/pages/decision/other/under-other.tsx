import type { DecisionRecord } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Match, Show, Switch, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { useGround } from "../../../live/given.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { withShortIds } from "../../decisions/shown-id.tsx";
import { type DecisionReading, type Told, readDecision } from "../decision-reading.ts";
import { useDifferences } from "../use-differences.ts";
import { Beside } from "./beside.tsx";
import type { DecidedUnder } from "./decide-under.ts";
import { type OtherRules, rulesTextQuery } from "./under-query.ts";

type Given = {
  readonly record: DecisionRecord;
  /** The same as it is shown. */
  readonly reading: DecisionReading;
  readonly rules: OtherRules;
  readonly name: string;
};

/** The case under the rules that were chosen: in a sentence first, then both explanations side by side. */
export function UnderOther(props: Given): JSX.Element {
  const text = useQuery(() => rulesTextQuery(props.record.policy.id, props.rules));
  const ground = useGround();
  const decided = useQuery(() => ({
    queryKey: ["decision", props.record.id, "under", text.data],
    queryFn: async (): Promise<DecidedBy> => {
      const { decideUnder } = await import("./decide-under.ts");
      const [is, given] = [text.data, ground.data()];
      if (is === undefined || !given) throw new Error("it is asked before its rules are there");
      const was = props.reading.version.policy;
      return { text: is, under: decideUnder(props.record, { was, is, ground: given }) };
    },
    enabled: text.data !== undefined && ground.data() !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  }));
  return (
    <>
      <Show when={text.isError}>
        <Trouble error={text.error} onRetry={() => void text.refetch()} />
      </Show>
      <Show when={ground.error()}>
        {(error) => <Trouble error={error()} onRetry={() => ground.retry()} />}
      </Show>
      <Loaded query={decided}>
        {(found) => (
          <div role="status" class="amount-of">
            <WhatCameOut reading={props.reading} name={props.name} {...unwrap(found())} />
          </div>
        )}
      </Loaded>
    </>
  );
}

/** What came out, with the JSON text of the rules that it came out by. */
type DecidedBy = { readonly text: string; readonly under: DecidedUnder };

type TellingOf = Pick<Given, "reading" | "name"> & DecidedBy;

function WhatCameOut(props: TellingOf): JSX.Element {
  const { t, local } = useWords();
  const decided = () => (props.under.kind === "decided" ? props.under : undefined);
  const undecided = () => (props.under.kind === "undecided" ? props.under : undefined);
  return (
    <Switch>
      <Match when={props.under.kind === "errors"}>
        <p>{t("otherRules.errors", { name: props.name })}</p>
      </Match>
      <Match when={props.under.kind === "otherwise"}>
        <p>{t("decision.nearest.otherwise")}</p>
      </Match>
      <Match when={undecided()}>
        {(found) => (
          <>
            <p>{t("otherRules.undecided", { name: props.name })}</p>
            <ul>
              <For each={found().reasons}>{(reason) => <li>{local(reason)}</li>}</For>
            </ul>
          </>
        )}
      </Match>
      <Match when={decided()}>{(found) => <Decided {...props} decided={found()} />}</Match>
    </Switch>
  );
}

function Decided(
  props: TellingOf & { readonly decided: Extract<DecidedUnder, { readonly kind: "decided" }> },
): JSX.Element {
  const { t, local, language } = useWords();
  const differences = useDifferences(() => props.reading);
  const other = createMemo((): DecisionReading<Told> =>
    // INVARIANT: a token is shortened inside a text, so that what was JSON stays it, and of the same shape.
    readDecision(
      JSON.parse(withShortIds(JSON.stringify(props.decided.told))) as Told,
      props.text,
      language(),
    ),
  );
  const between = (): string => t("otherRules.between");
  const what = (): string => {
    const told = differences(other().record.outcome);
    // What changes no figure that people are told first is named by its kind.
    return (told.length > 0 ? told : props.decided.kinds.map((kind) => t(`effect.kinds.${kind}`))).join(
      between(),
    );
  };
  const causes = (): string => props.decided.causes.map(local).join(between());
  return (
    <Show
      when={props.decided.kinds.length > 0}
      fallback={<p>{t("otherRules.same", { name: props.name })}</p>}
    >
      <p>
        <strong>{t("otherRules.differs", { name: props.name, what: what() })}</strong>
      </p>
      <Show when={causes()}>
        <p class="soft">{t("otherRules.because", { causes: causes() })}</p>
      </Show>
      <Beside was={props.reading} is={other()} name={props.name} />
    </Show>
  );
}
