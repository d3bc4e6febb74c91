import type { VersionSummary } from "../../api/answers.ts";

/** The version that is in force on a day, if one is. */
export function versionOn<Version extends VersionSummary>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions.find(
    ({ effectiveFrom, effectiveUntil }) =>
      effectiveFrom <= day && (effectiveUntil === null || day <= effectiveUntil),
  );
}

/** The first version that comes into force after a day, if one does. */
export function versionAfter<Version extends VersionSummary>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom > day)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))[0];
}
