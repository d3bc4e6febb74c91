import type { CalendarDocument, Guard } from "@evenhand/domain";
import type { GroundDocument } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "./send.ts";

export type CalendarInUse = GroundDocument<CalendarDocument>;

type Asked = { readonly signal: AbortSignal };

const CALENDARS = {
  queryKey: ["calendars"],
  queryFn: async ({ signal }: Asked) =>
    (await send<{ readonly calendars: readonly CalendarInUse[] }>("/v1/calendars", { signal })).calendars,
};

const GUARDS = {
  queryKey: ["guards"],
  queryFn: async ({ signal }: Asked) =>
    (await send<{ readonly guards: readonly GroundDocument<Guard>[] }>("/v1/guards", { signal })).guards,
};

/** The calendars of working days in use, with the hashes that name their versions. */
export const calendarsQuery = () => queryOptions(CALENDARS);

/** The calendars of working days in use, without their hashes. */
export const calendarDocumentsQuery = () =>
  queryOptions({ ...CALENDARS, select: documentsOf<CalendarDocument> });

/** The statutory guards in use. */
export const guardDocumentsQuery = () => queryOptions({ ...GUARDS, select: documentsOf<Guard> });

function documentsOf<Document>(inUse: readonly GroundDocument<Document>[]): readonly Document[] {
  return inUse.map(({ document }) => document);
}
