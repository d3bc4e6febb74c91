import type { SimulationEstimate } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import type { Change, Draft } from "../../../api/answers.ts";
import { send } from "../../../api/send.ts";
import { pathOf } from "../../review/review-queries.ts";

type Content = Pick<Draft, "id" | "policy" | "contentHash" | "newestVersion">;

/** How many things a draft changes, counted as its review counts them; null where there is no version to change. */
export const changeCountQuery = ({ id, contentHash, newestVersion }: Content) =>
  queryOptions({
    queryKey: ["drafts", id, "change-count", contentHash, newestVersion],
    queryFn: async ({ signal }) => {
      if (newestVersion === null) return null;
      const path = `${pathOf(id)}/diff?against=${newestVersion}`;
      const { changes } = await send<{ readonly changes: readonly Change[] }>(path, { signal });
      return new Set(changes.map((change) => `${change.subject}/${change.id}`)).size;
    },
  });

/** How many past cases a full simulation of a draft goes through; refused where there is no version to hold it against. */
export const pastCasesQuery = ({ id, policy, contentHash }: Content) =>
  queryOptions({
    queryKey: ["drafts", id, "past-cases", contentHash],
    queryFn: async ({ signal }) => {
      const body = { policy, candidate: { draft: id } };
      return (await send<SimulationEstimate>("/v1/simulations/estimate", { method: "POST", body, signal }))
        .cases;
    },
  });
