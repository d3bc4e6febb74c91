import { formatDay, instantOn, localDay } from "@evenhand/domain";
import { type AuditFilter, countAuditEvents as countRows } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";

/** How many events of the audit trail there are on each day that has any, in the order of the days. */
export type AuditDays = {
  readonly days: readonly {
    /** `2026-07-10`, in the time zone that was asked for. */
    readonly day: string;
    readonly events: number;
  }[];
};

/** Counts the events of the audit trail by the days of a time zone (IANA). */
export async function countAuditEvents(
  { store }: ServiceContext,
  { timeZone, ...filter }: AuditFilter & { readonly timeZone: string },
): Promise<AuditDays> {
  const counts = await store.read((db) => countRows(db, filter));
  const days: { readonly day: number; readonly until: number; events: number }[] = [];
  for (const { at, events } of counts) {
    const last = days.at(-1);
    if (last && at < last.until) {
      last.events += events;
      continue;
    }
    const day = localDay(at, timeZone);
    days.push({ day, until: instantOn(day + 1, "00:00", timeZone), events });
  }
  return { days: days.map(({ day, events }) => ({ day: formatDay(day), events })) };
}
