import type { CalendarDocument } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../../api/send.ts";

/** The calendars of working days in use. */
export const calendarsQuery = () =>
  queryOptions({
    queryKey: ["calendars"],
    queryFn: async ({ signal }) => {
      type Answer = { readonly calendars: readonly { readonly document: CalendarDocument }[] };
      return (await send<Answer>("/v1/calendars", { signal })).calendars.map(({ document }) => document);
    },
  });
