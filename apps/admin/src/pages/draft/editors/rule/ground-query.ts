import type { CalendarDocument, Guard } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../../api/send.ts";

/** What a draft is decided with besides itself: the calendars and guards in use. */
export type Ground = { readonly calendars: readonly CalendarDocument[]; readonly guards: readonly Guard[] };

export const groundQuery = () =>
  queryOptions({
    queryKey: ["ground"],
    queryFn: async ({ signal }): Promise<Ground> => {
      const [calendars, guards] = await Promise.all([
        send<{ readonly calendars: readonly { readonly document: CalendarDocument }[] }>("/v1/calendars", {
          signal,
        }),
        send<{ readonly guards: readonly { readonly document: Guard }[] }>("/v1/guards", { signal }),
      ]);
      return {
        calendars: calendars.calendars.map(({ document }) => document),
        guards: guards.guards.map(({ document }) => document),
      };
    },
  });
