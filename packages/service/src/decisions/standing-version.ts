import type { EvaluateRequest, Policy } from "@evenhand/domain";
import { type Db, type VersionListing, lockWithdrawals, versionListing } from "@evenhand/store";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/**
 * The version that a case is decided under as it was published; `undefined` where it was not published here. From now on
 * until the transaction ends nobody withdraws one. Refused where somebody did a moment ago, which the rules at hand need
 * not know yet.
 */
export async function standingVersion(
  tx: Db,
  { id: policyId, version }: Pick<Policy, "id" | "version">,
  { policyVersion }: Pick<EvaluateRequest, "policyVersion">,
): Promise<{ readonly published: VersionListing | undefined } | RefusedAsk> {
  await lockWithdrawals(tx, "shared");
  const published = await versionListing(tx, { policyId, version });
  if (!published || published.withdrawn_at === null) return { published };
  return refusedAsk({
    code: "unknown-version",
    at: policyVersion === undefined ? "" : "/policyVersion",
    message: {
      en: `version ${version} was withdrawn before it came into force`,
      zh: `第${version}版已在施行前撤回`,
    },
  });
}
