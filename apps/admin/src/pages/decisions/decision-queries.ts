import type { DecisionSummary } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../api/send.ts";
import { type Filters, askedOf } from "./filters.ts";

/** A page of decisions; `next` leads to the one after it. */
export type DecisionPage = { readonly decisions: readonly DecisionSummary[]; readonly next: string | null };

/** Decisions as whoever asks may see them, the newest first. */
export const decisionsQuery = (filters: Filters, cursor: string | undefined) => {
  const asked = askedOf(filters, cursor);
  return queryOptions({
    queryKey: ["decisions", asked],
    queryFn: ({ signal }) =>
      send<DecisionPage>(`/v1/decisions${asked === "" ? "" : `?${asked}`}`, { signal }),
  });
};
