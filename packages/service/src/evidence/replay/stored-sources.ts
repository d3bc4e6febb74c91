import type { ReplaySources, StoredValue } from "@evenhand/evidence";
import { preparePolicy } from "@evenhand/policy";
import { type Db, calendarByHash, caseById, guardByHash, versionByHash, versionRow } from "@evenhand/store";

/** What a database holds now of everything that decisions rested on; the ledger is rebuilt elsewhere. */
export function storedSources(db: () => Db): Omit<ReplaySources, "ledgerBefore"> {
  return {
    version: async (policyId, version) => valueOf((await versionRow(db(), { policyId, version }))?.document),
    versionByHash: async (hash) => valueOf((await versionByHash(db(), hash))?.document),
    calendar: async (hash) => valueOf((await calendarByHash(db(), hash))?.document),
    guard: async (hash) => valueOf((await guardByHash(db(), hash))?.document),
    case: async (caseId) => valueOf((await caseById(db(), caseId))?.content),
    prepare: preparePolicy,
  };
}

/** A document that is no JSON any more is another one than it was; the text itself stands for it. */
function valueOf(text: string | undefined): StoredValue {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as StoredValue;
  } catch {
    return text;
  }
}
