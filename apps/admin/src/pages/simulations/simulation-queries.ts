import type { SimulationEstimate } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import type { SimulationSummary } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { whileAtWork } from "../../shell/at-work.ts";
import { isUnderWay } from "../../shell/runs.ts";
import type { SimulationBody } from "./asked.ts";

export type { SimulationEstimate };

/** So many the service lists; older ones are still found at their addresses. */
export const MOST_LISTED = 50;
/** What is under way tells by itself how far it is; others may begin one meanwhile. */
const WHILE_RUNNING_MS = 10_000;

/** The newest simulations, those asked for last first. */
export const simulationsQuery = (policy: string | undefined) =>
  queryOptions({
    queryKey: ["simulations", "list", policy],
    queryFn: async ({ signal }) => {
      const asked = policy === undefined ? "" : `?policy=${encodeURIComponent(policy)}`;
      const path = `/v1/simulations${asked}`;
      return (await send<{ readonly simulations: readonly SimulationSummary[] }>(path, { signal }))
        .simulations;
    },
    refetchInterval: ({ state }) => state.data?.some(isUnderWay) === true && whileAtWork(WHILE_RUNNING_MS),
  });

/**
 * How many past cases a simulation would go through, month by month, and what it can be narrowed and grouped by. The service
 * goes through them all for that: to be asked by the sides and the days alone.
 */
export const estimateQuery = (body: SimulationBody | undefined) =>
  queryOptions({
    queryKey: ["simulations", "estimate", body],
    queryFn: ({ signal }) =>
      send<SimulationEstimate>("/v1/simulations/estimate", { method: "POST", body, signal }),
    enabled: body !== undefined,
  });

export function beginSimulation(body: SimulationBody): Promise<{ readonly id: string }> {
  return send("/v1/simulations", { method: "POST", body });
}
