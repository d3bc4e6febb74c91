import type { CalendarYear } from "@evenhand/domain";
import type { CalendarVersion } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import type { CalendarInUse } from "../../../api/ground-queries.ts";
import { send } from "../../../api/send.ts";

export type { CalendarVersion } from "@evenhand/service";
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
