import { type Actor, formatDay, localDay } from "@evenhand/domain";
import {
  type Db,
  type VersionListing,
  WITHDRAWN,
  appendAuditEvent,
  insertOpenings,
  isDecidedUnder,
  lockWithdrawals,
  raiseRulesRevision,
  versionListing,
  versionName,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import { actingPerson } from "./acting-person.ts";
import { type VersionView, listVersions } from "./list-versions.ts";
import { documentOf } from "./policy-document.ts";
import { readWithdrawal } from "./read-asks.ts";
import { sealReason } from "./sealed-reason.ts";
import { storedVersion } from "./stored-version.ts";

/** Which version is withdrawn, and the body that says why. */
export type WithdrawalAsk = {
  readonly actor: Actor;
  readonly policy: string;
  readonly version: number;
  readonly body: unknown;
};

/**
 * Takes a version back whose day has not come: it stays on record, its number is not given again, and a draft may begin
 * as it; but no case is decided under it, and days may be set as if it were not there.
 *
 * INVARIANT: what was in force on any day is never changed afterwards. Its day, and whether a decision rests on it, are
 * looked at in the transaction that withdraws it, while nothing is published, withdrawn or recorded besides.
 */
export async function withdrawVersion(
  context: ServiceContext,
  { actor, policy, version, body }: WithdrawalAsk,
): Promise<{ readonly version: VersionView } | RefusedAsk> {
  const asked = readWithdrawal(body);
  if ("refusal" in asked) return asked;
  const person = await actingPerson(context, actor);
  if ("refusal" in person) return person;
  const rulebook = await context.rulebook();
  const withdrawn = await orRefused(() =>
    context.store.write(async (tx) => {
      const revision = await raiseRulesRevision(tx);
      await lockWithdrawals(tx, "alone");
      const { document } = await storedVersion(tx, rulebook, { policyId: policy, version });
      const listing = await versionListing(tx, { policyId: policy, version });
      if (!listing) throw new Error(`version ${version} of ${policy} is there and is not listed`);
      const today = formatDay(localDay(context.now(), String(documentOf(document)["timeZone"])));
      await requireWithdrawable(tx, listing, today);
      await keepWithdrawal(context, tx, { actor, listing, reason: asked.reason, state: "scheduled" });
      return { revision };
    }),
  );
  if ("refusal" in withdrawn) return withdrawn;
  await context.rulebook(withdrawn.revision);
  return viewOf(context, { policy, version });
}

/** @throws AskRefused as `wrong-state`. Days written as `YYYY-MM-DD` order as text. */
async function requireWithdrawable(tx: Db, listing: VersionListing, today: string): Promise<void> {
  const { policy_id, version, effective_from, withdrawn_at } = listing;
  if (withdrawn_at !== null)
    throw new AskRefused({
      code: "wrong-state",
      at: "",
      message: {
        en: `version ${version} of \`${policy_id}\` is withdrawn already`,
        zh: `\`${policy_id}\`第${version}版已撤回`,
      },
    });
  if (effective_from <= today)
    throw new AskRefused({
      code: "wrong-state",
      at: "",
      message: {
        en: `version ${version} of \`${policy_id}\` has been in force since \`${effective_from}\``,
        zh: `\`${policy_id}\`第${version}版自\`${effective_from}\`起已施行`,
      },
      help: RESTORE,
    });
  if (await isDecidedUnder(tx, listing)) throw new AskRefused(DECIDED);
}

const RESTORE = {
  en: "restore the version before it as a draft, and have that approved and published",
  zh: "请将此前版本恢复为草案，经批准后重新发布",
};

const DECIDED: SentProblem = {
  code: "wrong-state",
  at: "",
  message: {
    en: "decisions were recorded under this version, which named it by its number",
    zh: "已有决定按编号指定并适用该版本",
  },
  help: RESTORE,
};

/** Keeps that a version is withdrawn, with its event; `state` is where it was before. */
export async function keepWithdrawal(
  context: Pick<ServiceContext, "now" | "random">,
  tx: Db,
  {
    actor,
    listing,
    reason,
    state,
  }: {
    readonly actor: Actor;
    readonly listing: VersionListing;
    readonly reason: string;
    readonly state: "scheduled" | "sample";
  },
): Promise<void> {
  const { policy_id: policy, version, hash, effective_from: effectiveFrom } = listing;
  const id = versionName(listing);
  const opening = sealReason(context, reason);
  await insertOpenings(tx, [{ ...opening, object_id: id }]);
  await appendAuditEvent(tx, {
    at: context.now(),
    actor,
    action: WITHDRAWN,
    object: { kind: "policy-version", id },
    before: { state },
    after: { state: "withdrawn", policy, version, hash, effectiveFrom, reason: opening.token },
  });
}

async function viewOf(
  context: ServiceContext,
  { policy, version }: { readonly policy: string; readonly version: number },
): Promise<{ readonly version: VersionView } | RefusedAsk> {
  const listed = await listVersions(context, { policy });
  if ("refusal" in listed) return listed;
  const found = listed.versions.find((one) => one.version === version);
  if (!found) throw new Error(`version ${version} of ${policy} was withdrawn and is not listed`);
  return { version: found };
}
