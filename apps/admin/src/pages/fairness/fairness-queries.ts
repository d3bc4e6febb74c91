import type { FairnessCasePage, FairnessSummary, FairnessView } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../api/send.ts";
import { whileAtWork } from "../../shell/at-work.ts";
import { isUnderWay, pathOfRun } from "../../shell/runs.ts";

const PATH = "/v1/fairness";
/** How often a list is asked for again while one of its runs is under way. */
const WHILE_RUNNING_MS = 2_000;

/** What was asked of a policy before, the newest first; followed while one of them is under way. */
export const reviewsQuery = (policy: string) =>
  queryOptions({
    queryKey: ["fairness", "of", policy],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ policy });
      return (await send<{ readonly reviews: readonly FairnessSummary[] }>(`${PATH}?${asked}`, { signal }))
        .reviews;
    },
    refetchInterval: ({ state }) => state.data?.some(isUnderWay) === true && whileAtWork(WHILE_RUNNING_MS),
  });

/** One run with its answers, which are there once it is over. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ["fairness", "run", id],
    queryFn: ({ signal }) => send<FairnessView>(pathOf(id), { signal }),
  });

/** Which people of a run are asked for. */
export type CasesAsked = {
  readonly id: string;
  readonly group?: string | undefined;
  readonly value?: string | undefined;
  readonly and?: string | undefined;
  readonly andValue?: string | undefined;
  readonly decider?: string | undefined;
  readonly cursor?: string | undefined;
};

export const casesQuery = ({ id, ...asked }: CasesAsked) =>
  queryOptions({
    queryKey: ["fairness", "cases", id, asked],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams(
        Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
      );
      return send<FairnessCasePage>(`${pathOf(id)}/cases?${search}`, { signal });
    },
  });

export function startReview(body: Readonly<Record<string, unknown>>): Promise<{ readonly id: string }> {
  return send(PATH, { method: "POST", body });
}

/** Where the service has a run. */
export function pathOf(id: string): string {
  return pathOfRun({ kind: "fairness", id });
}
