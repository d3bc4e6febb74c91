import { type Diagnostic, type RuleFile, type RuleFiles, formatDay, parseDay } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { parsePolicy, preparePolicy } from "@evenhand/policy";
import type { BookedPolicy, BookedVersion } from "./booked-policy.ts";
import { type FileReport, misplaced, placeOf, unusable } from "./file-report.ts";
import { type Ground, openGround } from "./ground.ts";
import { type Rulebook, rulebookOf } from "./rulebook.ts";

export type OpenedRules = {
  readonly rulebook: Rulebook;
  /** What was found about each file of rules, warnings included, in the order of the files; all about one at once. */
  readonly reports: readonly FileReport[];
};

/**
 * Opens the rules once, for any number of requests: every calendar and guard is read, every policy parsed, validated,
 * prepared and compiled. A file with an error stays out and is reported with all its diagnostics; the others are used.
 *
 * @example
 * const { rulebook, reports } = openRulebook(readRuleFiles("rules"));
 * rulebook.policies()[0]?.id // "after-sales-crisis"
 * reports.filter(({ isUsed }) => !isUsed) // [] where every file is sound
 */
export function openRulebook(files: RuleFiles): OpenedRules {
  const { ground, reports: groundReports } = openGround(files);
  const reports = [...groundReports];
  const policies = new Map<string, { versions: OpenedVersion[]; keptOut: KeptOut[] }>();
  for (const file of files.policies) {
    const place = placeOf(file.path);
    const policy = policies.get(place.id) ?? { versions: [], keptOut: [] };
    policies.set(place.id, policy);
    const opened = openPolicyFile(file, ground);
    reports.push(reportOf(file, opened));
    if ("loaded" in opened) policy.versions.push(opened);
    else policy.keptOut.push({ path: file.path, version: place.version });
  }
  const booked = [...policies].map(([id, { versions, keptOut }]): BookedPolicy => ({
    id,
    versions: inForceFrom(versions),
    keptOut,
  }));
  return { rulebook: rulebookOf(booked, ground), reports };
}

type OpenedVersion = { readonly loaded: LoadedVersion; readonly warnings: readonly Diagnostic[] };
type KeptOut = BookedPolicy["keptOut"][number];

function reportOf({ path }: RuleFile, opened: OpenedVersion | FileReport): FileReport {
  return "loaded" in opened ? { path, isUsed: true, diagnostics: opened.warnings } : opened;
}

function openPolicyFile(file: RuleFile, ground: Ground): OpenedVersion | FileReport {
  const { policy, diagnostics } = parsePolicy(file.text, {
    guards: ground.guards,
    calendars: new Set(ground.calendars.keys()),
  });
  if (!policy) return unusable(file.path, diagnostics);
  const rightName = `${policy.id}/v${policy.version}.json`;
  if (file.path !== rightName) return unusable(file.path, [misplaced(file.path, rightName), ...diagnostics]);
  try {
    const calendar = ground.calendars.get(policy.calendar);
    // INVARIANT: validation reports a calendar that is not there.
    if (!calendar) throw new Error(`policy ${policy.id} counts by a calendar that is not there`);
    return {
      loaded: loadVersion(preparePolicy(policy), { calendar, guards: [...ground.guards.values()] }),
      warnings: diagnostics,
    };
  } catch (failure) {
    return { ...unusable(file.path, diagnostics), failure };
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
