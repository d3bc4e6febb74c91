import type { Policy } from "@evenhand/domain";
import type { ChangeInFull, ChangePage, SimulationPayload, SimulationView } from "@evenhand/service";
import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import { send } from "../../api/send.ts";
import { whileAtWork } from "../../shell/at-work.ts";
import { isUnderWay, pathOfRun } from "../../shell/runs.ts";
import type { AskedChanges, ChangeOrder } from "./asked-changes.ts";

/** Where the service has a simulation. */
export function pathOf(id: string): string {
  return pathOfRun({ kind: "simulation", id });
}

/** How often what was found so far is read while more is found; how far it is is heard of as it happens. */
const WHILE_RUNNING_MS = 3_000;

/** A simulation with what it found so far. */
export const simulationQuery = (id: string) =>
  queryOptions({
    queryKey: ["simulations", id],
    queryFn: ({ signal }) => send<SimulationView>(pathOf(id), { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) && whileAtWork(WHILE_RUNNING_MS),
  });

/** A page of the cases that it found to come out otherwise, in an order; after the case `after` where one is named. */
export const changesQuery = (
  id: string,
  {
    asked,
    order,
    after,
  }: { readonly asked: AskedChanges; readonly order: ChangeOrder; readonly after: string | undefined },
) =>
  queryOptions({
    queryKey: ["simulations", id, "changes", asked, order, after],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ ...asked, order });
      if (after !== undefined) search.set("cursor", after);
      return send<ChangePage>(`${pathOf(id)}/changes?${search}`, { signal });
    },
    placeholderData: keepPreviousData,
  });

/** One of them, decided on both sides in full. */
export const changeQuery = (asked: { readonly simulation: string; readonly case: string }) =>
  queryOptions({
    queryKey: ["simulations", asked.simulation, "change", asked.case],
    queryFn: ({ signal }) =>
      send<ChangeInFull>(`${pathOf(asked.simulation)}/changes/${encodeURIComponent(asked.case)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The document of one side as it was simulated. It never changes. */
export const documentQuery = (asked: {
  readonly simulation: string;
  readonly side: "baseline" | "candidate";
}) =>
  queryOptions({
    queryKey: ["simulations", asked.simulation, "document", asked.side],
    queryFn: ({ signal }) => send<Policy>(`${pathOf(asked.simulation)}/documents/${asked.side}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Notes what it would move of the draft that is in review with exactly this content. */
export function pinSimulation(id: string): Promise<unknown> {
  return send(`${pathOf(id)}/pin`, { method: "POST" });
}

/** Asks for the same once more; of a draft, with what it says by now. */
export function runAgain(asked: SimulationPayload): Promise<{ readonly id: string }> {
  const { policy, baseline, candidate, from, until, scope, groups } = asked;
  const body = {
    policy,
    baseline: baseline.version,
    candidate: "draft" in candidate ? { draft: candidate.draft } : { version: candidate.version },
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    scope,
    groups,
  };
  return send("/v1/simulations", { method: "POST", body });
}
