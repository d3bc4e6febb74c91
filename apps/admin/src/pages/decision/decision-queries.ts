import type { RecordedDecision } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../api/send.ts";

/** A recorded decision, as far as whoever asks may see it. */
export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ["decision", id],
    queryFn: ({ signal }) => send<RecordedDecision>(pathOf(id), { signal }),
  });

/** Where the service has a decision. */
export function pathOf(id: string): string {
  return `/v1/decisions/${encodeURIComponent(id)}`;
}
