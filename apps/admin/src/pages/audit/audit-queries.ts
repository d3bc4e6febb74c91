import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import type { AuditDays, AuditPage } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { readersTimeZone } from "../../format/format.ts";
import { type Asked, filterOf } from "./asked.ts";

/** So many events stand on a page. */
const PAGE = 50;

/** A page of what is asked for, the newest first; the events before the event `before` where one is named. */
export const eventsQuery = (asked: Asked, before: number | undefined) =>
  queryOptions({
    queryKey: ["audit", "events", asked, before],
    queryFn: ({ signal }) => {
      const search = filterOf(asked);
      search.set("limit", String(PAGE));
      if (before !== undefined) search.set("cursor", String(before));
      return send<AuditPage>(`/v1/audit-events?${search}`, { signal });
    },
    placeholderData: keepPreviousData,
  });

/** How many of them there are on each day of the reader's. */
export const daysQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ["audit", "days", asked],
    queryFn: ({ signal }) => {
      const search = filterOf(asked);
      search.set("timeZone", readersTimeZone());
      return send<AuditDays>(`/v1/audit-events/days?${search}`, { signal });
    },
    placeholderData: keepPreviousData,
  });

/** The public key that signs the log, as the service names it. */
export const keyQuery = () =>
  queryOptions({
    queryKey: ["audit", "key"],
    queryFn: async ({ signal }) => (await send<{ readonly vkey: string }>("/v1/log/key", { signal })).vkey,
    staleTime: Number.POSITIVE_INFINITY,
  });
