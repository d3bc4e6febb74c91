import type { OutcomeClass, SimulationResult } from "@evenhand/analysis";
import { For, type JSX, Show } from "solid-js";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { ChangesInAddress } from "./use-asked-changes.ts";

/** From which class of outcome to which, party by party. A cell in which something moved narrows the list of cases. */
export function TransitionMatrix(props: {
  readonly result: SimulationResult;
  readonly address: ChangesInAddress;
}): JSX.Element {
  const { t, local, language } = useWords();
  const sum = (isCounted: (one: SimulationResult["transitions"][number]) => boolean): number =>
    props.result.transitions.filter(isCounted).reduce((all, { parties }) => all + parties, 0);
  const moved = (): number => sum(({ from, to }) => from !== to);
  const summary = (): string =>
    moved() === 0
      ? t("simulation.transitions.none")
      : t("simulation.transitions.summary", {
          moved: formatCount(moved(), language()),
          all: formatCount(
            sum(() => true),
            language(),
          ),
        });
  return (
    <section class="card simulation-card" aria-labelledby="simulation-transitions">
      <h2 id="simulation-transitions">{t("simulation.transitions.title")}</h2>
      <p>{summary()}</p>
      <Show when={moved() > 0}>
        <div class="overflow">
          <table class="table small-table transitions">
            <thead>
              <tr>
                <th scope="col">{t("simulation.transitions.from")}</th>
                <For each={props.result.classes}>
                  {({ label }) => (
                    <th scope="col" class="number">
                      {local(label)}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.result.classes}>
                {(from, row) => (
                  <tr>
                    <th scope="row">{local(from.label)}</th>
                    <For each={props.result.classes}>
                      {(to, column) => <Cell from={from} to={to} isHarsher={column() > row()} {...props} />}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <p class="soft small">{t("simulation.transitions.harsher")}</p>
      </Show>
    </section>
  );
}

function Cell(props: {
  readonly from: OutcomeClass;
  readonly to: OutcomeClass;
  readonly isHarsher: boolean;
  readonly result: SimulationResult;
  readonly address: ChangesInAddress;
}): JSX.Element {
  const { t, local, language } = useWords();
  const isSame = (): boolean => props.from.id === props.to.id;
  const parties = (): number =>
    props.result.transitions.find(({ from, to }) => from === props.from.id && to === props.to.id)?.parties ??
    0;
  const count = (): string => formatCount(parties(), language());
  const shown = (): string => `${props.isHarsher ? "▲" : "▼"} ${count()}`;
  const isChosen = (): boolean => {
    const { from, to } = props.address.asked();
    return from === props.from.id && to === props.to.id;
  };
  const choose = (): void =>
    props.address.ask(
      isChosen() ? { from: undefined, to: undefined } : { from: props.from.id, to: props.to.id },
    );
  return (
    <Show
      when={parties() > 0 && !isSame()}
      fallback={
        <td class="number" data-same={isSame()}>
          {count()}
        </td>
      }
    >
      <td class="number">
        <button
          type="button"
          class="as-link"
          aria-pressed={isChosen()}
          aria-label={t("simulation.transitions.cell", {
            from: local(props.from.label),
            to: local(props.to.label),
            count: shown(),
          })}
          onClick={choose}
        >
          {shown()}
        </button>
      </td>
    </Show>
  );
}
