import { labelOf } from "@evenhand/policy";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Match, Show, Switch, createSignal } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import { useGround } from "../../../live/given.ts";
import { Button } from "../../../parts/button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { useValueText } from "../../../seen/use-value-text.ts";
import { useWords } from "../../../words/words.tsx";
import type { DecisionReading } from "../decision-reading.ts";
import { useDifferences } from "../use-differences.ts";
import type { NearestChange } from "./nearest-change.ts";
import type { Tried } from "./try-changes.ts";

/** The smallest change of a single fact by which something else would have come out, worked out in this browser. */
export function NearestChanges(props: { readonly reading: DecisionReading }): JSX.Element {
  const { t } = useWords();
  const ground = useGround();
  const tried = useQuery(() => ({
    queryKey: ["nearest", props.reading.record.id],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Tried> => {
      const { tryChanges } = await import("./try-changes.ts");
      const found = ground.data();
      if (!found) return { kind: "otherwise" };
      const { record, version } = props.reading;
      return tryChanges(record, { policy: version.policy, ground: found, signal });
    },
    enabled: ground.data() !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  }));
  return (
    <section class="card decision-card" id="what-would-change">
      <h2>{t("decision.nearest.title")}</h2>
      <p class="soft">{t("decision.nearest.text", { version: props.reading.version.policy.version })}</p>
      <Loaded query={tried}>{(found) => <Found reading={props.reading} tried={found()} />}</Loaded>
    </section>
  );
}

const SHOWN_FIRST = 6;

function Found(props: { readonly reading: DecisionReading; readonly tried: Tried }): JSX.Element {
  const { t, language } = useWords();
  const [all, setAll] = createSignal(false);
  const tried = () => (props.tried.kind === "tried" ? props.tried : undefined);
  const shown = () => (all() ? tried()?.changes : tried()?.changes.slice(0, SHOWN_FIRST)) ?? [];
  const more = (): number => (tried()?.changes.length ?? 0) - shown().length;
  return (
    <Switch>
      <Match when={props.tried.kind === "otherwise"}>
        <p>{t("decision.nearest.otherwise")}</p>
      </Match>
      <Match when={tried()}>
        {(known) => (
          <>
            <Show when={known().changes.length > 0} fallback={<p>{t("decision.nearest.none")}</p>}>
              <ul class="plain-list">
                <For each={shown()}>{(change) => <Change reading={props.reading} change={change} />}</For>
              </ul>
            </Show>
            <Show when={more() > 0}>
              <Button kind="quiet" onClick={() => setAll(true)}>
                {t("decision.nearest.more", { count: more() })}
              </Button>
            </Show>
            <p class="soft">
              {t("decision.nearest.tries", { count: formatCount(known().tries, language()) })}
            </p>
          </>
        )}
      </Match>
    </Switch>
  );
}

function Change(props: { readonly reading: DecisionReading; readonly change: NearestChange }): JSX.Element {
  const { t } = useWords();
  const valueText = useValueText();
  const value = (of: "from" | "to"): string =>
    valueText(props.change.fact, props.change[of], props.reading.vocabulary);
  const results = useDifferences(() => props.reading);
  return (
    <li>
      <p>
        <strong>{labelOf(props.change.fact, props.reading.vocabulary)}</strong>
        <Show when={props.change.party}>{(party) => <span class="soft"> {party()}</span>}</Show>{" "}
        {t("decision.nearest.change", { from: value("from"), to: value("to") })}
      </p>
      <ul class="nearest-results">
        <For each={results(props.change.after)}>{(result) => <li>→ {result}</li>}</For>
      </ul>
    </li>
  );
}
