import { type Diagnostic, formatDay, parseDay } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { BookFile, BookFiles } from "./book-file.ts";
import type { BookedPolicy, BookedVersion } from "./booked-policy.ts";
import { type FileReport, altered, misplaced, placeOf, unusable } from "./file-report.ts";
import { type Ground, openGround } from "./ground.ts";
import { openPolicy } from "./open-policy.ts";
import { type Rulebook, rulebookOf } from "./rulebook.ts";

export type OpenedRules = {
  readonly rulebook: Rulebook;
  /** What was found about each file of rules, warnings included, in the order of the files; all about one at once. */
  readonly reports: readonly FileReport[];
};

/**
 * Opens the rules once, for any number of requests: every calendar and guard is read, every policy parsed, validated,
 * prepared and compiled. A file with an error stays out and is reported with all its diagnostics; the others are used.
 * What was `opened` before is not opened again; it holds for the same file upon the same calendars and guards only.
 *
 * @example
 * const { rulebook, reports } = openRulebook(readRuleFiles("rules"));
 * rulebook.policies()[0]?.id // "after-sales-crisis"
 * reports.filter(({ isUsed }) => !isUsed) // [] where every file is sound
 */
export function openRulebook(files: BookFiles, opened: OpenedFiles = new Map()): OpenedRules {
  const { ground, reports: groundReports } = openGround(files);
  const reports = [...groundReports];
  const policies = new Map<string, { versions: OpenedVersion[]; keptOut: KeptOut[] }>();
  for (const file of files.policies) {
    const place = placeOf(file.path);
    const policy = policies.get(place.id) ?? { versions: [], keptOut: [] };
    policies.set(place.id, policy);
    const result = opened.get(file) ?? openPolicyFile(file, ground);
    opened.set(file, result);
    reports.push(reportOf(file, result));
    if ("loaded" in result) policy.versions.push(result);
    else policy.keptOut.push({ path: file.path, version: place.version });
  }
  const booked = [...policies].map(([id, { versions, keptOut }]): BookedPolicy => ({
    id,
    versions: inForceFrom(versions),
    keptOut,
  }));
  return { rulebook: rulebookOf(booked, ground), reports };
}

/** What came of each file of a policy, for opening a book again that has most of its files in common. */
export type OpenedFiles = Map<BookFile, OpenedVersion | FileReport>;

type OpenedVersion = { readonly loaded: LoadedVersion; readonly warnings: readonly Diagnostic[] };
type KeptOut = BookedPolicy["keptOut"][number];

function reportOf({ path }: BookFile, opened: OpenedVersion | FileReport): FileReport {
  return "loaded" in opened ? { path, isUsed: true, diagnostics: opened.warnings } : opened;
}

function openPolicyFile(file: BookFile, ground: Ground): OpenedVersion | FileReport {
  try {
    const { loaded, diagnostics } = openPolicy(file.text, ground);
    if (!loaded) return unusable(file.path, diagnostics);
    const { policy, hash } = loaded.version;
    const rightName = `${policy.id}/v${policy.version}.json`;
    if (file.path !== rightName)
      return unusable(file.path, [misplaced(file.path, rightName), ...diagnostics]);
    if (file.hash !== undefined && file.hash !== hash) return unusable(file.path, [altered(file.path)]);
    return { loaded, warnings: diagnostics };
  } catch (failure) {
    return { ...unusable(file.path, []), failure };
  }
}

/** Versions in ascending order, each with the last day before a higher one takes over. */
function inForceFrom(opened: readonly OpenedVersion[]): readonly BookedVersion[] {
  const ascending = opened.toSorted(
    (left, right) => left.loaded.version.policy.version - right.loaded.version.policy.version,
  );
  return ascending.map(({ loaded, warnings }, index) => ({
    version: loaded.version,
    loaded,
    warnings,
    effectiveUntil: dayBeforeFirst(ascending.slice(index + 1)),
  }));
}

function dayBeforeFirst(higher: readonly OpenedVersion[]): string | null {
  const days = higher.map(({ loaded }) => parseDay(loaded.version.policy.effectiveFrom) ?? Infinity);
  const first = Math.min(...days);
  return Number.isFinite(first) ? formatDay(first - 1) : null;
}
