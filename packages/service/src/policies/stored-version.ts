import { isIdentifier } from "@evenhand/domain";
import { type Db, type VersionRow, versionRow } from "@evenhand/store";
import { AskRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/**
 * A published version with its text; of a policy the newest where no number is given.
 *
 * @throws AskRefused as `unknown-policy` or `unknown-version`, saying what there is
 */
export async function storedVersion(
  db: Db,
  rulebook: Rulebook,
  wanted: { readonly policyId: string; readonly version?: number },
): Promise<VersionRow> {
  // What cannot be an id never reaches the database, which refuses some characters.
  const row = isIdentifier(wanted.policyId) ? await versionRow(db, wanted) : undefined;
  if (row) return row;
  const found = rulebook.version(wanted.policyId, wanted.version);
  if ("refusal" in found) throw new AskRefused(...found.refusal.problems);
  // INVARIANT: versions are never taken away, so that what the rulebook holds is stored.
  throw new Error(`a version of ${wanted.policyId} is in the rulebook and not in the database`);
}
