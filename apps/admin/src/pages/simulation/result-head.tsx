import type { SimulationView } from "@evenhand/service";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatDay, formatInstant } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { useSideNames } from "../simulations/use-side-names.ts";

const TONES = { queued: "plain", running: "plain", done: "good", failed: "warn", cancelled: "warn" } as const;

/** What was held against what, over which cases, and how far it came. */
export function ResultHead(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t, language } = useWords();
  const titleOf = usePolicyTitle();
  const namesOf = useSideNames();
  const said = (): readonly string[] => {
    return [
      ...casesOf(props.simulation),
      t("simulation.asRecorded"),
      t("simulation.begun", { at: formatInstant(props.simulation.createdAt, language()) }),
    ];
  };
  const casesOf = ({ from, until, scope, isFull, result }: SimulationView): readonly string[] => {
    const window = result?.simulation.window;
    const day = (at: string): string => formatDay(at, language());
    return [
      ...(isFull ? [t("simulation.allDays")] : []),
      ...(from === undefined ? [] : [t("simulation.asked.from", { day: day(from) })]),
      ...(until === undefined ? [] : [t("simulation.asked.until", { day: day(until) })]),
      ...scope.map(({ fact, values }) => t("simulation.scope", { fact, values: values.join(" / ") })),
      ...(window ? [t("simulation.window", { from: day(window.from), to: day(window.to) })] : []),
    ];
  };
  return (
    <header class="simulation-head">
      <p>
        <A href="/simulations">← {t("simulations.toAll")}</A>
      </p>
      <div class="simulation-title">
        <h1>{t("simulation.title", namesOf(props.simulation))}</h1>
        <Show when={!isUnderWay(props.simulation)}>
          <Tag tone={TONES[props.simulation.state]}>{t(`tray.states.${props.simulation.state}`)}</Tag>
        </Show>
        <Show when={props.simulation.isEvidence}>
          <Show when={!props.simulation.isStale} fallback={<Tag>{t("simulation.evidence.formerTag")}</Tag>}>
            <Tag tone="good">{t("simulation.evidence.tag")}</Tag>
          </Show>
        </Show>
      </div>
      <p class="soft">
        <A href={`/policies/${props.simulation.policy}`}>{titleOf(props.simulation.policy)}</A>
        <For each={said()}>{(part) => <> · {part}</>}</For>
        <DraftLink simulation={props.simulation} />
      </p>
    </header>
  );
}

function DraftLink(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t } = useWords();
  const draft = (): string | undefined =>
    "draft" in props.simulation.candidate ? props.simulation.candidate.draft : undefined;
  return (
    <Show when={draft()}>
      {(id) => (
        <>
          {" · "}
          <A href={`/policies/${props.simulation.policy}/draft/${id()}`}>{t("simulation.toDraft")}</A>
        </>
      )}
    </Show>
  );
}
