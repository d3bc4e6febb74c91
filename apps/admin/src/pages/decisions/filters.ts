import { DISPOSITIONS, formatDay, parseDay } from "@evenhand/domain";
import { readersTimeZone } from "../../format/format.ts";

/** What a list of decisions may be narrowed by. Each stands under its name in the address of the page. */
export const FILTERS = [
  "policy",
  "version",
  "from",
  "to",
  "outcome",
  "party",
  "reference",
  "status",
  "departures",
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export const STATUSES = ["in-force", "superseded"] as const;

/**
 * The filters of an address, without what is none: an outcome that there is not, a day of no calendar, the version of no
 * policy.
 *
 * @example readFilters({ policy: "complaint-fines", version: "2", outcome: "lost" }) // { policy: "complaint-fines", version: "2" }
 */
export function readFilters(asked: Filters): Filters {
  const stands: Readonly<Record<FilterName, (value: string) => boolean>> = {
    policy: () => true,
    version: (value) => asked.policy !== undefined && /^[1-9]\d{0,8}$/.test(value),
    from: (value) => parseDay(value) !== undefined,
    to: (value) => parseDay(value) !== undefined,
    outcome: (value) => DISPOSITIONS.some((one) => one === value),
    party: () => true,
    reference: () => true,
    status: (value) => STATUSES.some((one) => one === value),
    departures: (value) => value === "yes",
  };
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = asked[name]?.trim();
      return value !== undefined && value !== "" && stands[name](value) ? [[name, value]] : [];
    }),
  );
}

/**
 * What the service is asked for, as the query of `GET /v1/decisions`. The page has the last day, the service the day after.
 *
 * Days are those of whoever reads, as the moments in the list are.
 *
 * @example askedOf({ from: "2026-07-01", to: "2026-07-31" }, undefined) // "from=2026-07-01&until=2026-08-01&timeZone=…"
 */
export function askedOf({ outcome, to, ...same }: Filters, cursor: string | undefined): string {
  const asked = new URLSearchParams(same);
  if (outcome !== undefined) asked.set("disposition", outcome);
  if (to !== undefined) asked.set("until", formatDay((parseDay(to) ?? 0) + 1));
  if (asked.has("from") || asked.has("until")) asked.set("timeZone", readersTimeZone());
  if (cursor !== undefined) asked.set("cursor", cursor);
  return asked.toString();
}
