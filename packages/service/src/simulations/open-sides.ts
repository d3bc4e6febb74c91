import { type Sides, unfitToSimulate } from "@evenhand/analysis";
import { formatDay, localDay, pointer } from "@evenhand/domain";
import type { Db } from "@evenhand/store";
import { identify, identityOf, openIdentity, versionIn } from "../policies/version-or-draft.ts";
import { AskRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { SimulationSent } from "./read-ask.ts";
import { type SimulationPayload, isFull } from "./simulation-job.ts";

/** What is simulated, with both versions ready to be decided under. */
export type Resolved = { readonly payload: SimulationPayload; readonly sides: Sides };

/**
 * Finds both versions of an ask as they stand now.
 *
 * @throws AskRefused where there are no such versions, or they cannot be held against each other
 */
export async function resolveAsk(
  { rules, db, at, candidateAt = ["candidate"], draftAt = [...candidateAt, "draft"] }: Resolving,
  { policy, baseline, candidate, ...asked }: SimulationSent,
): Promise<Resolved> {
  const before = versionIn(rules, policy, baseline === "in-force" ? inForce(rules, policy, at) : baseline);
  const payload: SimulationPayload = {
    policy,
    baseline: identityOf(before),
    candidate: await identify({ rules, db }, candidate, { policy, draftAt }),
    ...asked,
  };
  const sides = {
    baseline: before.loaded,
    candidate: await openIdentity({ rules, db }, policy, payload.candidate),
  };
  const unfit = unfitToSimulate({ ...sides, groups: asked.groups });
  if (unfit) {
    const at = unfit.code === "other-currency" ? pointer(...candidateAt) : unfit.at;
    throw new AskRefused({ code: "unknown-value", at, message: unfit.message });
  }
  return { payload, sides };
}

type Resolving = {
  readonly rules: Rulebook;
  readonly db: Db;
  readonly at: number;
  /** Where in the body the candidate is named, and the draft in it. */
  readonly candidateAt?: readonly string[];
  readonly draftAt?: readonly string[];
};

/**
 * Both versions as a payload names them.
 *
 * @throws AskRefused where one of them is not there any more, or has errors under the rules of now
 * @throws Error where one of them is another one by now
 */
export async function openSides(rules: Rulebook, db: Db, payload: SimulationPayload): Promise<Sides> {
  const { policy, baseline, candidate } = payload;
  return {
    baseline: await openIdentity({ rules, db }, policy, baseline),
    candidate: await openIdentity({ rules, db }, policy, candidate),
  };
}

/** The version in force on a day, or the newest where none is yet. */
export function inForce(rules: Rulebook, policy: string, at: number): number | undefined {
  const newest = versionIn(rules, policy);
  const today = formatDay(localDay(at, newest.version.policy.timeZone));
  const found = rules.policy(policy);
  const versions = "refusal" in found ? [] : found.policy.versions;
  // Days written as `YYYY-MM-DD` order as text.
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= today)?.version;
}

/** Whether what is simulated is what a draft can be handed in with: all of its past cases, against the version in force. */
export function canBeEvidence(
  { rules, at }: { readonly rules: Rulebook; readonly at: number },
  payload: SimulationPayload,
): boolean {
  const { candidate, baseline, policy } = payload;
  return "draft" in candidate && isFull(payload) && inForce(rules, policy, at) === baseline.version;
}
