import { parseDay } from "@evenhand/domain";

/** The days of a version, both included; `null`: until further notice. */
export type EffectOf = {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
};

/** Whether a version was never taken back; one that was is in force on no day. */
export function isStanding({ state }: { readonly state?: string }): boolean {
  return state !== "withdrawn";
}

export type EffectFinding =
  | { readonly kind: "gap"; readonly from: string; readonly until: string }
  | {
      readonly kind: "overlap";
      readonly from: string;
      readonly until: string | null;
      readonly versions: readonly [number, number];
    }
  | { readonly kind: "never"; readonly version: number };

/**
 * Where the days of the versions do not join: days between two of them on which none is in force, days that two claim,
 * and versions that another took over from before they began. In the order of the days.
 *
 * @example
 * effectFindings([{ version: 1, effectiveFrom: "2025-01-01", effectiveUntil: "2025-05-31" },
 *   { version: 2, effectiveFrom: "2025-07-01", effectiveUntil: null }])
 * // [{ kind: "gap", from: "2025-06-01", until: "2025-06-30" }]
 */
export function effectFindings(versions: readonly EffectOf[]): readonly EffectFinding[] {
  const findings: EffectFinding[] = [];
  let last: EffectOf | undefined;
  for (const one of byFirstDay(versions)) {
    if (isNever(one)) {
      findings.push({ kind: "never", version: one.version });
      continue;
    }
    if (last) findings.push(...between(last, one));
    if (!last || endsLater(one, last)) last = one;
  }
  return findings;
}

/** Whether another version took over before this one began. */
export function isNever({ effectiveFrom, effectiveUntil }: EffectOf): boolean {
  return effectiveUntil !== null && effectiveUntil < effectiveFrom;
}

/** The day that is `days` after a day, both as `2026-07-10`. */
export function dayAfter(day: string, days = 1): string {
  return new Date(dayNumber(day) * DAY_MS + days * DAY_MS).toISOString().slice(0, "2026-07-10".length);
}

/** Days since the first of January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Whether an address names a day that there is. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && parseDay(text) !== undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function byFirstDay(versions: readonly EffectOf[]): readonly EffectOf[] {
  return versions.toSorted(
    (one, other) =>
      dayNumber(one.effectiveFrom) - dayNumber(other.effectiveFrom) || one.version - other.version,
  );
}

function endsLater(one: EffectOf, other: EffectOf): boolean {
  if (other.effectiveUntil === null) return false;
  return one.effectiveUntil === null || one.effectiveUntil > other.effectiveUntil;
}

function between(last: EffectOf, next: EffectOf): readonly EffectFinding[] {
  const end = last.effectiveUntil;
  if (end !== null && next.effectiveFrom > dayAfter(end))
    return [{ kind: "gap", from: dayAfter(end), until: dayAfter(next.effectiveFrom, -1) }];
  if (end !== null && next.effectiveFrom > end) return [];
  return [
    {
      kind: "overlap",
      from: next.effectiveFrom,
      until: endsLater(next, last) ? end : next.effectiveUntil,
      versions: [last.version, next.version],
    },
  ];
}
