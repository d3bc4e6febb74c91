import type { MissingDocument, MovedCause } from "@evenhand/evidence";
import type { Verdict } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../api/send.ts";
import { pathOf } from "../decision-queries.ts";

/** What came of deciding a recorded case again. */
export type Replayed = {
  readonly decision: string;
  readonly reference: string;
  readonly policy: { readonly id: string; readonly version: number };
  readonly recordedAt: string;
  readonly verdict: Verdict;
  readonly causes: readonly MovedCause[];
  readonly missing: readonly MissingDocument[];
  readonly differences: readonly { readonly at: string; readonly recorded: unknown; readonly now: unknown }[];
};

/** Decides one recorded decision again, at once; asked for by a button and by nothing else. */
export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: ["decision", id, "replay"],
    queryFn: ({ signal }) => send<Replayed>(`${pathOf(id)}/replay`, { signal }),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
