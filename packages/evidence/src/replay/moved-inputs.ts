import type { DecisionRecord, LedgerBefore } from "@evenhand/domain";
import { differencesBetween, listDifference } from "./differences.ts";
import type { MovedCause } from "./replay.ts";

/** Where the case that is stored now differs from the one that was decided. */
export function movedFacts(record: DecisionRecord, stored: unknown): readonly MovedCause[] {
  if (stored === undefined) return [{ cause: "fact", at: "/caseId", recorded: record.caseId, now: null }];
  return differencesBetween(record.case, stored, ["case"]).map((difference) => ({
    cause: "fact",
    ...difference,
  }));
}

/** Where the ledger as rebuilt now differs from the one that the decision was computed with. The order means nothing. */
export function movedLedger(
  { ledger: { before } }: DecisionRecord,
  rebuilt: LedgerBefore,
): readonly MovedCause[] {
  const lists = (["scheduled", "findings"] as const).flatMap((list): readonly MovedCause[] => {
    const difference = listDifference(before[list], rebuilt[list]);
    return difference ? [{ cause: "ledger", at: `/ledger/before/${list}`, ...difference }] : [];
  });
  if (before.closedThrough === rebuilt.closedThrough) return lists;
  const closed: MovedCause = {
    cause: "ledger",
    at: "/ledger/before/closedThrough",
    recorded: before.closedThrough,
    now: rebuilt.closedThrough,
  };
  return [...lists, closed];
}
