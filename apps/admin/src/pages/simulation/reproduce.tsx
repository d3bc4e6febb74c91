import type { SimulationView } from "@evenhand/service";
import { For, type JSX, Show } from "solid-js";
import { CopyButton } from "../../parts/copy-button.tsx";
import { useWords } from "../../words/words.tsx";

/** By which hashes the same is found again, and the command that gives it. */
export function Reproduce(props: { readonly simulation: SimulationView }): JSX.Element {
  const { t } = useWords();
  const lines = (): readonly (readonly [name: string, value: string])[] => {
    const { id, baseline, candidate, result, resultHash } = props.simulation;
    return [
      [t("simulation.reproduce.run"), id],
      [t("simulation.reproduce.baseline"), baseline.hash],
      [t("simulation.reproduce.candidate"), "draft" in candidate ? candidate.contentHash : candidate.hash],
      ...(result
        ? ([
            [t("simulation.reproduce.cases"), result.caseSet.hash],
            [t("simulation.reproduce.engine"), result.engine],
          ] as const)
        : []),
      ...(resultHash === null ? [] : [[t("simulation.reproduce.result"), resultHash] as const]),
    ];
  };
  return (
    <section class="card simulation-card" aria-labelledby="simulation-reproduce">
      <h2 id="simulation-reproduce">{t("simulation.reproduce.title")}</h2>
      <p class="soft">{t("simulation.reproduce.text")}</p>
      <dl class="grounds">
        <For each={lines()}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd class="code">{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <pre class="code command">{props.simulation.command}</pre>
      <Show when={props.simulation.isStale}>
        <p class="soft">{t("simulation.reproduce.moved")}</p>
      </Show>
      <CopyButton text={props.simulation.command} label={t("simulation.reproduce.copy")} />
    </section>
  );
}
