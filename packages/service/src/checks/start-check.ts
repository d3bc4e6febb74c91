import { unfitToSimulate } from "@evenhand/analysis";
import { type Actor, PARAMETER_PREFIX, pointer, quote } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { type Db, actorName, insertCheck, insertJob } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { identify, identityOf, openIdentity, versionIn } from "../policies/version-or-draft.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { CHECK, type CheckPayload, type ProofPayload, contentOf } from "./check-job.ts";
import { type CheckSent, type ProofAsked, readCheckAsk } from "./read-check-ask.ts";

/** Puts a check in line: a published version, or a draft as it stands now, is probed, and claims about it are proved. */
export async function startCheck(
  context: Pick<ServiceContext, "store" | "rulebook" | "now" | "random">,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly id: string } | RefusedAsk> {
  const asked = readCheckAsk(body);
  if ("refusal" in asked) return asked;
  const rules = await context.rulebook();
  const at = context.now();
  return orRefused(async () => {
    const payload = await context.store.read((db) => resolveCheck({ rules, db }, asked));
    const id = newId(context, "job");
    await context.store.write(async (tx) => {
      await insertJob(tx, {
        id,
        kind: CHECK.kind,
        payload: JSON.stringify(payload),
        created_at: at,
        created_by: actorName(actor),
      });
      await insertCheck(tx, {
        job_id: id,
        policy_id: payload.policy,
        draft_id: "draft" in payload.subject ? payload.subject.draft : null,
        content_hash: contentOf(payload.subject),
      });
    });
    return { id };
  });
}

type Over = { readonly rules: Rulebook; readonly db: Db };

async function resolveCheck(over: Over, asked: CheckSent): Promise<CheckPayload> {
  const { policy, probes, proofs, seconds } = asked;
  const subject = await identify(over, asked.subject, { policy, draftAt: ["subject", "draft"] });
  const loaded = await openIdentity(over, policy, subject);
  requireFacts(loaded, probes?.alsoProtected ?? []);
  return {
    policy,
    subject,
    probes,
    proofs: proofs.map((proof, index) => proofOf(over.rules, proof, { policy, loaded, index })),
    seconds,
  };
}

function requireFacts({ catalogue }: LoadedVersion, names: readonly string[]): void {
  for (const [index, name] of names.entries())
    if (name.startsWith(PARAMETER_PREFIX) || !catalogue.has(name))
      throw new AskRefused({
        code: "unknown-value",
        at: pointer("probes", "alsoProtected", index),
        message: {
          en: `${quote(name)} is not a fact of the policy`,
          zh: `${quote(name)}不是该制度的事实`,
        },
      });
}

type Proved = { readonly policy: string; readonly loaded: LoadedVersion; readonly index: number };

function proofOf(rules: Rulebook, asked: ProofAsked, { policy, loaded, index }: Proved): ProofPayload {
  if (asked.kind !== "no-more-than") return asked;
  const before = versionIn(rules, policy, asked.version);
  const unfit = unfitToSimulate({ baseline: before.loaded, candidate: loaded, groups: [] });
  if (unfit)
    throw new AskRefused({
      code: "unknown-value",
      at: pointer("proofs", index, "version"),
      message: unfit.message,
    });
  return { kind: "no-more-than", ...identityOf(before) };
}
