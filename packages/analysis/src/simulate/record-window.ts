import { type Policy, PARAMETER_PREFIX, addCalendarMonths, formatDay, parseDay } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { Sides } from "./compare/comparison.ts";

/**
 * How late a case may be decided after the day that it goes by, in months, where a version counts what is on record by
 * then: findings from before that are let go of, and a later case is skipped rather than decided without them.
 */
export const LATEST_MONTHS = 24;

/** Which findings either version may still ask for. */
export type RecordWindow = {
  /** The codes that facts of kind `on-record` count; empty where neither version has any. */
  readonly codes: ReadonlySet<string>;
  /** The first day of which a finding is kept when a case is decided on `decidedOn`; both `YYYY-MM-DD`. */
  readonly keptFrom: (decidedOn: string) => string;
  /** Whether a case that goes by `appliesOn` asks for no finding that was let go of. */
  readonly isKept: (appliesOn: number, decidedOn: string) => boolean;
};

/** What of a person's record two versions can ask for, so that it does not grow with everything ever decided. */
export function recordWindowOf({ baseline, candidate }: Sides): RecordWindow {
  const asked = [baseline, candidate].flatMap(onRecordIn);
  const codes = new Set(asked.map(({ code }) => code));
  const months = Math.max(0, ...asked.map(({ months: one }) => one));
  return {
    codes,
    // One month more, since months differ in their lengths.
    keptFrom: (decidedOn) => formatDay(addCalendarMonths(dayOf(decidedOn), -(months + LATEST_MONTHS + 1))),
    isKept: (appliesOn, decidedOn) =>
      codes.size === 0 || appliesOn >= addCalendarMonths(dayOf(decidedOn), -LATEST_MONTHS),
  };
}

function onRecordIn({ version: { policy } }: LoadedVersion): readonly { code: string; months: number }[] {
  const derived = [policy.derived?.case, policy.derived?.party].flatMap((facts) =>
    Object.values(facts ?? {}),
  );
  return derived.flatMap((fact) =>
    fact.kind === "on-record" ? [{ code: fact.code, months: monthsIn(policy, fact.months.fact) }] : [],
  );
}

/** INVARIANT: in a valid version the months of a look-back are a parameter, a whole number. */
function monthsIn({ parameters }: Policy, fact: string): number {
  const value = parameters[fact.slice(PARAMETER_PREFIX.length)]?.value;
  if (typeof value !== "number") throw new Error(`INVARIANT: \`${fact}\` is a number of months`);
  return value;
}

function dayOf(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`\`${text}\` is no day that exists (\`YYYY-MM-DD\`)`);
  return day;
}
