import type { CalendarDocument, Guard } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../api/send.ts";

/** The calendars of working days in use. They seldom change, so that one answer serves as long as the page is open. */
export const calendarsQuery = () =>
  queryOptions({
    queryKey: ["calendars"],
    queryFn: async ({ signal }) => {
      type Answer = { readonly calendars: readonly { readonly document: CalendarDocument }[] };
      return (await send<Answer>("/v1/calendars", { signal })).calendars.map(({ document }) => document);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The statutory guards in use; one answer serves as long as the page is open. */
export const guardsQuery = () =>
  queryOptions({
    queryKey: ["guards"],
    queryFn: async ({ signal }) => {
      type Answer = { readonly guards: readonly { readonly document: Guard }[] };
      return (await send<Answer>("/v1/guards", { signal })).guards.map(({ document }) => document);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
