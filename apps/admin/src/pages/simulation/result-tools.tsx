import type { SimulationView } from "@evenhand/service";
import { useNavigate } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import IconPrint from "~icons/lucide/printer";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../parts/button.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import type { AskedChanges } from "./asked-changes.ts";
import { reviewedDraftQuery } from "../review/review-queries.ts";
import { SimulationTrouble } from "../simulations/simulation-trouble.tsx";
import { useAskedChanges } from "./use-asked-changes.ts";
import { pathOf, pinSimulation, runAgain } from "./simulation-queries.ts";

type Given = { readonly simulation: SimulationView };

/** What can be done with what was found: save it, run it again. */
export function ResultTools(props: Given): JSX.Element {
  const { t, language } = useWords();
  const again = useRunAgain();
  const address = useAskedChanges();
  const isPart = (): boolean => Object.keys(address.asked()).length > 0;
  const save = (format: string, asked: AskedChanges = {}): string =>
    `${pathOf(props.simulation.id)}/export?${new URLSearchParams({ format, lang: language(), ...asked })}`;
  return (
    <>
      <div class="tools">
        <Show when={(props.simulation.result?.simulation.counts.changed ?? 0) > 0}>
          <div class="tools" role="group" aria-label={t("simulation.save.label")}>
            <For each={["csv", "xlsx"] as const}>
              {(format) => (
                <a class="button" href={save(format, address.asked())} download="">
                  {t(`simulation.save.${format}`)}
                </a>
              )}
            </For>
            <Show when={isPart()}>
              <span class="soft">{t("simulation.save.part")}</span>
            </Show>
          </div>
        </Show>
        <Show when={props.simulation.result}>
          <a class="button" href={save("html")} target="_blank" rel="noreferrer">
            <IconPrint aria-hidden="true" />
            {t("simulation.report")}
          </a>
        </Show>
        <Show when={!isUnderWay(props.simulation)}>
          <Button disabled={again.isPending} onClick={() => again.mutate(props.simulation)}>
            {t(props.simulation.isStale ? "simulation.againWith" : "simulation.again")}
          </Button>
        </Show>
      </div>
      <Show when={again.isError}>
        <SimulationTrouble error={again.error} asked={props.simulation} />
      </Show>
    </>
  );
}

/** Asks for the same once more, and goes there. */
function useRunAgain() {
  const navigate = useNavigate();
  return useMutation(() => ({
    mutationFn: runAgain,
    onSuccess: ({ id }: { readonly id: string }) => navigate(`/simulations/${id}`),
  }));
}

/** Whether a review of the draft stands, or will stand, on what was found; and what is to be done where it could. */
export function Evidence(props: Given): JSX.Element {
  const { t } = useWords();
  const isOfDraft = (): boolean => "draft" in props.simulation.candidate && props.simulation.state === "done";
  const draftId = (): string =>
    "draft" in props.simulation.candidate ? props.simulation.candidate.draft : "";
  return (
    <Show when={isOfDraft() && !props.simulation.isStale}>
      <Switch>
        <Match when={props.simulation.isFull}>
          <Pinning simulation={props.simulation} draft={draftId()} />
        </Match>
        <Match when={!props.simulation.isFull}>
          <p class="soft">{t("simulation.evidence.notFull")}</p>
        </Match>
      </Switch>
    </Show>
  );
}

function Pinning(props: Given & { readonly draft: string }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const draft = useQuery(() => reviewedDraftQuery(props.draft));
  const pin = useMutation(() => ({
    mutationFn: () => pinSimulation(props.simulation.id),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["drafts", props.draft] }),
        queries.invalidateQueries({ queryKey: ["simulations"] }),
      ]),
  }));
  const isUnderReview = (): boolean => draft.data?.state === "in-review" || draft.data?.state === "approved";
  const isPinned = (): boolean => {
    const moved = props.simulation.result?.simulation.amounts.movedMinor;
    const isNoted = draft.data?.submissions.some(({ counts, movedMinor }) => counts && movedMinor === moved);
    return props.simulation.isEvidence && isNoted === true;
  };
  return (
    <div class="tools" role="status">
      <Switch>
        <Match when={isPinned()}>✓ {t("simulation.evidence.pinned")}</Match>
        <Match when={isUnderReview() && may("drafts:write")}>
          <Show when={!props.simulation.isEvidence}>
            <span class="soft">{t("simulation.evidence.other")}</span>
          </Show>
          <Button kind="main" disabled={pin.isPending} onClick={() => pin.mutate()}>
            {t("simulation.evidence.pin")}
          </Button>
        </Match>
        <Match when={!props.simulation.isEvidence}>
          <span class="soft">{t("simulation.evidence.other")}</span>
        </Match>
        <Match when={draft.data?.state === "draft"}>
          <span class="soft">{t("simulation.evidence.atHandIn")}</span>
        </Match>
      </Switch>
      <Show when={pin.isError}>
        <Trouble error={pin.error} />
      </Show>
    </div>
  );
}
