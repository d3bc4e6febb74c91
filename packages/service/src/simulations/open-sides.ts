import { type Sides, unfitToSimulate } from "@evenhand/analysis";
import { formatDay, localDay, pointer, quote } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { type Db, draftRevision } from "@evenhand/store";
import { draftAtHand, requireContent } from "../policies/draft-at-hand.ts";
import { errorsOf, openDraft } from "../policies/draft-diagnostics.ts";
import { documentOf } from "../policies/policy-document.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused } from "../refused.ts";
import type { BookedVersion } from "../rulebook/booked-policy.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { SimulationSent } from "./read-ask.ts";
import type { CandidatePayload, SimulationPayload } from "./simulation-job.ts";

/** What is simulated, with both versions ready to be decided under. */
export type Resolved = { readonly payload: SimulationPayload; readonly sides: Sides };

/**
 * Finds both versions of an ask as they stand now.
 *
 * @throws AskRefused where there are no such versions, or they cannot be held against each other
 */
export async function resolveAsk(
  { rules, db, at }: { readonly rules: Rulebook; readonly db: Db; readonly at: number },
  { policy, baseline, candidate, ...asked }: SimulationSent,
): Promise<Resolved> {
  const before = versionIn(rules, policy, baseline === "in-force" ? inForce(rules, policy, at) : baseline);
  const after =
    "version" in candidate ? { version: candidate.version } : await draftIn(db, policy, candidate);
  const payload: SimulationPayload = {
    policy,
    baseline: identityOf(before),
    candidate: "version" in after ? identityOf(versionIn(rules, policy, after.version)) : after,
    ...asked,
  };
  const sides = { baseline: before.loaded, candidate: await openCandidate(rules, db, payload) };
  const unfit = unfitToSimulate({ ...sides, groups: asked.groups });
  if (unfit) throw new AskRefused({ code: "unknown-value", at: unfit.at, message: unfit.message });
  return { payload, sides };
}

/**
 * Both versions as a payload names them.
 *
 * @throws Error where one of them is not there any more, or is another one
 */
export async function openSides(rules: Rulebook, db: Db, payload: SimulationPayload): Promise<Sides> {
  const before = versionIn(rules, payload.policy, payload.baseline.version);
  if (before.version.hash !== payload.baseline.hash) throw new Error("the baseline is another one by now");
  return { baseline: before.loaded, candidate: await openCandidate(rules, db, payload) };
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

function versionIn(rules: Rulebook, policy: string, version?: number): BookedVersion {
  const found = rules.version(policy, version);
  if ("refusal" in found) throw new AskRefused(...found.refusal.problems);
  return found;
}

function identityOf({ version }: BookedVersion): { readonly version: number; readonly hash: string } {
  return { version: version.policy.version, hash: version.hash };
}

type DraftAsk = { readonly draft: string; readonly contentHash?: string };

async function draftIn(
  db: Db,
  policy: string,
  { draft: id, contentHash }: DraftAsk,
): Promise<Extract<CandidatePayload, { readonly draft: string }>> {
  const draft = await draftAtHand(db, id);
  if (draft.row.policy_id !== policy) throw new AskRefused(otherPolicy(policy, draft.row.policy_id));
  if (contentHash !== undefined)
    await requireContent(db, draft, {
      contentHash,
      states: ["draft", "in-review", "approved", "published", "withdrawn"],
    });
  return { draft: id, revision: draft.row.revision, contentHash: draft.contentHash };
}

async function openCandidate(
  rules: Rulebook,
  db: Db,
  { policy, candidate }: SimulationPayload,
): Promise<LoadedVersion> {
  if ("version" in candidate) {
    const found = versionIn(rules, policy, candidate.version);
    if (found.version.hash !== candidate.hash) throw new Error("the candidate is another one by now");
    return found.loaded;
  }
  const revision = await draftRevision(db, { draftId: candidate.draft, revision: candidate.revision });
  // INVARIANT: revisions are never taken away.
  if (!revision) throw new Error(`draft ${candidate.draft} has no revision ${candidate.revision}`);
  const opened = openDraft(rules, { policyId: policy, document: documentOf(revision.document) });
  if (!opened.loaded) throw new AskRefused(...errorsOf(opened.diagnostics));
  return opened.loaded;
}

function otherPolicy(policy: string, other: string): SentProblem {
  return {
    code: "unknown-value",
    at: pointer("candidate", "draft"),
    message: {
      en: `the draft is one of ${quote(other)}, not of ${quote(policy)}`,
      zh: `该草案属于${quote(other)}，而非${quote(policy)}`,
    },
  };
}
