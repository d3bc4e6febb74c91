import type { GroupResult, GroupValue, SimulationResult, ToldGroupValue } from "@evenhand/analysis";
import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Show, createMemo, createSignal } from "solid-js";
import { formatCount, formatShare } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { ViewToggle } from "../../parts/view-toggle.tsx";
import { useWords } from "../../words/words.tsx";
import type { AskedChanges } from "./asked-changes.ts";
import type { ChangesInAddress } from "./use-asked-changes.ts";
import { useGroupSummary } from "./group-summary.ts";

const DIRECTIONS = ["lower", "same", "higher"] as const;
const SIGNS = { lower: "▼", same: "＝", higher: "▲" } as const;
/** So many values are shown at first. */
const SHOWN_FIRST = 8;

type Chosen = Pick<ChangesInAddress, "asked" | "ask">;

/** By each grouping fact: which part of each value's cases costs less, the same, more. Values of a few people tell no part. */
export function GroupBars(props: {
  readonly result: SimulationResult;
  readonly address: Chosen;
}): JSX.Element {
  const { t, local } = useWords();
  const [params, setParams] = useSearchParams<{ readonly tab?: string }>();
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const shown = (): GroupResult | undefined =>
    props.result.groups.find(({ fact }) => fact === params.tab) ?? props.result.groups[0];
  return (
    <section class="card simulation-card" aria-labelledby="simulation-groups">
      <div class="section-head">
        <h2 id="simulation-groups">{t("simulation.groups.title")}</h2>
        <ViewToggle value={view()} onChange={setView} label={t("simulation.groups.title")} />
      </div>
      <Show when={props.result.groups.length > 1}>
        <div class="view-toggle fact-tabs" role="group" aria-label={t("simulation.groups.facts")}>
          <For each={props.result.groups}>
            {({ fact, label }) => (
              <button
                type="button"
                aria-pressed={shown()?.fact === fact}
                onClick={() => setParams({ tab: fact }, { replace: true, scroll: false })}
              >
                {local(label)}
              </button>
            )}
          </For>
        </div>
      </Show>
      <Show when={shown()} keyed>
        {(group) => <Group group={group} view={view()} address={props.address} />}
      </Show>
    </section>
  );
}

function Group(props: {
  readonly group: GroupResult;
  readonly view: "picture" | "table";
  readonly address: Chosen;
}): JSX.Element {
  const { t, language } = useWords();
  const summary = useGroupSummary();
  const [all, setAll] = createSignal(false);
  const values = createMemo(() => (all() ? props.group.values : props.group.values.slice(0, SHOWN_FIRST)));
  const more = (): number => props.group.values.length - values().length;
  return (
    <>
      <p>{summary(props.group)}</p>
      <Show when={props.view === "picture"} fallback={<GroupTable group={props.group} values={values()} />}>
        <div class="group-bars">
          <For each={values()}>
            {(value) => (
              <Show when={value.isWithheld ? undefined : value} fallback={<WithheldBar value={value} />}>
                {(told) => <ValueBar group={props.group} value={told()} address={props.address} />}
              </Show>
            )}
          </For>
        </div>
        <p class="soft small group-legend">
          <For each={DIRECTIONS}>
            {(direction) => (
              <span data-direction={direction}>
                {SIGNS[direction]} {t(`simulation.groups.${direction}`)}
              </span>
            )}
          </For>
        </p>
      </Show>
      <Show when={more() > 0}>
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t("simulation.groups.more", { count: more() })}
        </Button>
      </Show>
      <p class="soft small">
        {t(props.group.scope === "party" ? "simulation.groups.ofParties" : "simulation.groups.ofCases")}{" "}
        <Show when={props.group.rest > 0}>
          {t("simulation.groups.rest", { count: formatCount(props.group.rest, language()) })}
        </Show>{" "}
        <Show when={props.group.values.some(({ isWithheld }) => isWithheld)}>
          {t("simulation.groups.whyWithheld")}
        </Show>
      </p>
    </>
  );
}

/** A value of which nothing is told. */
function WithheldBar(props: { readonly value: GroupValue }): JSX.Element {
  const { t, local } = useWords();
  return (
    <div class="group-bar">
      <span data-part="name">{local(props.value.label)}</span>
      <span data-part="withheld">{t("simulation.groups.withheld")}</span>
    </div>
  );
}

function ValueBar(props: {
  readonly group: GroupResult;
  readonly value: ToldGroupValue;
  readonly address: Chosen;
}): JSX.Element {
  const { t, local, language } = useWords();
  const filter = (): AskedChanges => ({
    group: props.group.fact,
    ...(props.value.value === null || props.value.value === "" ? {} : { value: props.value.value }),
  });
  const isChosen = (): boolean => {
    const { group, value } = props.address.asked();
    return group === props.group.fact && value === filter().value;
  };
  const choose = (): void =>
    props.address.ask(
      isChosen() ? { group: undefined, value: undefined } : { value: undefined, ...filter() },
    );
  const count = (direction: (typeof DIRECTIONS)[number]): string =>
    formatCount(props.value[direction], language());
  const said = (): string =>
    t("simulation.groups.bar", {
      value: local(props.value.label),
      lower: count("lower"),
      same: count("same"),
      higher: count("higher"),
    });
  return (
    <button type="button" class="group-bar" aria-pressed={isChosen()} title={said()} onClick={choose}>
      <span class="unseen">{said()}</span>
      <span data-part="name" aria-hidden="true">
        {local(props.value.label)}
      </span>
      <span data-part="track">
        <For each={DIRECTIONS}>
          {(direction) => <span data-direction={direction} style={{ "flex-grow": props.value[direction] }} />}
        </For>
      </span>
      <span data-part="n" aria-hidden="true">
        {t(`simulation.groups.counted.${props.group.scope}`, {
          count: formatCount(props.value.n, language()),
        })}
      </span>
    </button>
  );
}

function GroupTable(props: {
  readonly group: GroupResult;
  readonly values: readonly GroupValue[];
}): JSX.Element {
  const { t, local, language } = useWords();
  const cell = (value: GroupValue, direction: (typeof DIRECTIONS)[number]): string =>
    value.isWithheld
      ? "–"
      : `${formatCount(value[direction], language())} (${formatShare(value[direction], value.n, language())})`;
  return (
    <div class="overflow">
      <table class="table small-table">
        <thead>
          <tr>
            <th scope="col">{t("simulation.groups.value")}</th>
            <th scope="col" class="number">
              {t(`simulation.groups.counts.${props.group.scope}`)}
            </th>
            <For each={DIRECTIONS}>
              {(direction) => (
                <th scope="col" class="number">
                  {SIGNS[direction]} {t(`simulation.groups.${direction}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.values}>
            {(value) => (
              <tr>
                <th scope="row">{local(value.label)}</th>
                <td class="number">
                  {value.isWithheld ? t("simulation.groups.withheld") : formatCount(value.n, language())}
                </td>
                <For each={DIRECTIONS}>{(direction) => <td class="number">{cell(value, direction)}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
