import type { CalendarDocument, CalendarYear } from "@evenhand/domain";
import type { CalendarVersion, GroundDocument } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../api/send.ts";

export type { CalendarVersion } from "@evenhand/service";
export type CalendarInUse = GroundDocument<CalendarDocument>;

export const calendarsQuery = () =>
  queryOptions({
    queryKey: ["calendars"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly calendars: readonly CalendarInUse[] }>("/v1/calendars", { signal })).calendars,
  });

function pathOf(id: string): string {
  return `/v1/calendars/${encodeURIComponent(id)}`;
}

export const calendarVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["calendars", id, "versions"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly versions: readonly CalendarVersion[] }>(`${pathOf(id)}/versions`, { signal }))
        .versions,
  });

/** Takes a year in upon the calendar that was looked at. @throws ProblemError where another is in use by now */
export function takeInYear(upon: CalendarInUse, year: CalendarYear): Promise<CalendarInUse> {
  return send(`${pathOf(upon.document.id)}/years`, { method: "POST", body: { ...year, upon: upon.hash } });
}
