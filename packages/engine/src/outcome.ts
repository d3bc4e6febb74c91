import type { Outcome, PartyOutcome } from "@evenhand/domain";
import type { Run } from "./run.ts";
import { bearersOf } from "./stages/attribution.ts";
import { type Entry, totalOf } from "./stages/entries.ts";
import { excludedFrom } from "./stages/guard.ts";

/** What a finished run found, in the names of the evaluation contract. */
export function outcomeOf(run: Run): Outcome {
  const lowered = new Map(run.entries.all.map((entry) => [entry.id, entry.loweredLossMinor]));
  return {
    disposition: run.disposition,
    ...(run.ground === undefined ? {} : { ground: run.ground }),
    ...(run.category === undefined ? {} : { category: run.category }),
    ...(run.severity === undefined ? {} : { severity: run.severity }),
    ...(run.caseNumber === undefined ? {} : { caseNumber: run.caseNumber }),
    parties: run.entries.all.map((entry) => partyOutcome(run, entry)),
    bearers: bearersOf(run, lowered),
    deadlines: run.deadlines,
    authority: { level: run.level ?? null, excluded: excludedFrom(run) },
    compensation: run.compensation,
    measures: run.measures,
    warnings: run.warnings,
  };
}

function partyOutcome(run: Run, entry: Entry): PartyOutcome {
  const totalMinor = totalOf(entry);
  const scheduled = entry.schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const exemption = exemptionOf(run, entry);
  return {
    party: entry.id,
    ...(entry.role === undefined ? {} : { role: entry.role }),
    ...(entry.shareMillionths === undefined ? {} : { shareMillionths: entry.shareMillionths }),
    ...(exemption === undefined ? {} : { exemption }),
    fineMinor: entry.fineMinor,
    bonusMinor: entry.bonusPenaltyMinor + entry.lossMinor,
    totalMinor,
    grade: entry.grade,
    reminder: entry.reminder,
    commendation: entry.commendation,
    schedule: entry.schedule,
    // Only a person's bonus is drained month by month; what falls on a department is charged to its budget at once.
    outstandingMinor: entry.kind === "person" ? totalMinor - scheduled : 0,
    suspended: entry.suspended,
    ...(entry.notDeductibleMinor === 0 ? {} : { notDeductibleMinor: entry.notDeductibleMinor }),
  };
}

/** Nobody inside the company appears with nothing to pay and no word on why. */
function exemptionOf(run: Run, entry: Entry): string | undefined {
  // Where somebody decided otherwise, the departure itself is the word on why.
  if (entry.exemption !== undefined || entry.departed) return entry.exemption;
  const inside = entry.kind !== "external" && entry.kind !== "company";
  if (!inside || totalOf(entry) > 0) return undefined;
  if (run.disposition !== "upheld" && run.disposition !== "pending") return run.ground ?? run.disposition;
  if ((entry.shareMillionths ?? 0) > 0 && entry.role === undefined) return "not-deducted";
  const answered = entry.role !== undefined || entry.grade !== null || entry.reminder || entry.commendation;
  if (answered) return undefined;
  if (entry.tracedElsewhere) return "traced-elsewhere";
  return run.disposition === "pending" ? (run.ground ?? run.disposition) : "no-finding";
}
