import { type Actor, type LocalizedText, formatDay, localDay, pointer } from "@evenhand/domain";
import {
  type Db,
  type VersionListing,
  appendAuditEvent,
  insertVersion,
  listVersions,
  raiseRulesRevision,
  updateDraft,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { settingsOf } from "../people/settings/settings.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import { type Handed, approvalsNeeded, approversOf, handedIn } from "./approvals.ts";
import { type DraftAtHand, lockedDraft, requireState } from "./draft-at-hand.ts";
import { errorsOf, openDraft } from "./draft-diagnostics.ts";
import { asVersion, publishedText } from "./policy-document.ts";
import { readPublication } from "./read-asks.ts";
import { requireNotRemoved } from "../sample/require-not-removed.ts";
import { requireChange } from "./require-change.ts";
import { requireOther } from "./review-draft.ts";

/** A version as it was published. */
export type PublishedVersion = {
  readonly policy: string;
  readonly version: number;
  readonly hash: string;
  readonly effectiveFrom: string;
  /** What might be a slip, though it is allowed: a day that is years away. */
  readonly warnings: readonly PublicationWarning[];
};

export type PublicationWarning = { readonly message: LocalizedText; readonly help: LocalizedText };

/**
 * Makes an approved draft the next version of its policy, in force from a day that is not past and lies after that of
 * every version that stands. Whoever publishes sets that day, and so must be somebody who may review the draft.
 *
 * INVARIANT: what becomes a version is, number and day aside, exactly what was approved. Approvals, number, days and the
 * document itself are looked at in the transaction that keeps the version, one publication at a time.
 */
export async function publishDraft(
  context: ServiceContext,
  { actor, id, body }: { readonly actor: Actor; readonly id: string; readonly body: unknown },
): Promise<{ readonly version: PublishedVersion } | RefusedAsk> {
  const asked = readPublication(body);
  if ("refusal" in asked) return asked;
  const publisher = await actingPerson(context, actor);
  if ("refusal" in publisher) return publisher;
  const rulebook = await context.rulebook();
  const published = await orRefused(() =>
    context.store.write(async (tx) => {
      const revision = await raiseRulesRevision(tx);
      const draft = await lockedDraft(tx, id);
      await requireNotRemoved(tx, draft.row.policy_id);
      await requireOther(tx, draft, publisher);
      requireState(draft, "approved");
      await requireChange(tx, draft);
      const approved = await approvedContent(tx, draft);
      const versions = await listVersions(tx, draft.row.policy_id);
      const made = versionOf(draft, { rulebook, versions, ...asked });
      requireDay(made, { versions, now: context.now() });
      await keep(tx, { draft, approved, made, actor, publisher, at: context.now() });
      return { revision, made };
    }),
  );
  if ("refusal" in published) return published;
  // From here on this process decides under it; the others notice by the revision.
  await context.rulebook(published.revision);
  const { policy, version, hash, effectiveFrom } = published.made;
  const warnings = warningsOf(published.made, context.now());
  return { version: { policy, version, hash, effectiveFrom, warnings } };
}

/** @throws AskRefused as `wrong-state`, where approvals are missing: the settings may ask for more than they did */
async function approvedContent(tx: Db, draft: DraftAtHand): Promise<Handed> {
  const handed = await handedIn(tx, draft);
  const given = handed ? approversOf(handed).size : 0;
  const needed = approvalsNeeded(handed?.submission.moved_minor ?? null, await settingsOf(tx));
  if (handed && given >= needed) return handed;
  throw new AskRefused({
    code: "wrong-state",
    at: "",
    message: {
      en: `of the ${needed} approvals that this content needs it has ${given}`,
      zh: `该内容需${needed}人批准，现有${given}人`,
    },
  });
}

/** From so many years ahead on, a day of effect is more likely a slip of the keyboard than meant. */
const FAR_YEARS = 2;

function warningsOf(
  { policy, version, effectiveFrom, timeZone }: Made,
  now: number,
): readonly PublicationWarning[] {
  const today = formatDay(localDay(now, timeZone));
  const far = `${Number(today.slice(0, 4)) + FAR_YEARS}${today.slice(4)}`;
  if (effectiveFrom <= far) return [];
  return [
    {
      message: {
        en: `\`${effectiveFrom}\` is more than two years away, and until then no version can be published for an earlier day`,
        zh: `\`${effectiveFrom}\`距今超过两年，在此之前无法发布施行日更早的版本`,
      },
      help: {
        en: `if that is a slip, withdraw it: POST /v1/policies/${policy}/versions/${version}/withdraw`,
        zh: `如系误填，请撤回：POST /v1/policies/${policy}/versions/${version}/withdraw`,
      },
    },
  ];
}

type Made = Omit<PublishedVersion, "warnings"> & { readonly text: string; readonly timeZone: string };

/** @throws AskRefused as `draft-has-errors`, where a calendar or a guard has changed since it was handed in */
function versionOf(
  { row, document }: DraftAtHand,
  given: {
    readonly rulebook: Rulebook;
    readonly versions: readonly VersionListing[];
    readonly effectiveFrom: string;
  },
): Made {
  const { rulebook, versions, effectiveFrom } = given;
  const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
  const final = asVersion(document, { version, effectiveFrom });
  const { loaded, diagnostics } = openDraft(rulebook, { policyId: row.policy_id, document: final });
  if (!loaded) throw new AskRefused(...errorsOf(diagnostics));
  const { hash, policy } = loaded.version;
  return {
    policy: row.policy_id,
    version,
    hash,
    effectiveFrom,
    text: publishedText(final),
    timeZone: policy.timeZone,
  };
}

/** @throws AskRefused as `effective-in-the-past` or `version-overlaps` */
function requireDay(
  { policy, effectiveFrom, timeZone }: Made,
  { versions, now }: { readonly versions: readonly VersionListing[]; readonly now: number },
): void {
  const problems: SentProblem[] = [];
  const today = formatDay(localDay(now, timeZone));
  // Days written as `YYYY-MM-DD` order as text.
  if (effectiveFrom < today)
    problems.push({
      code: "effective-in-the-past",
      at: EFFECTIVE_FROM,
      message: {
        en: `\`${effectiveFrom}\` is before today, \`${today}\` in ${timeZone}`,
        zh: `\`${effectiveFrom}\`早于今天（${timeZone}时区的\`${today}\`）`,
      },
      help: { en: "choose today or a later day", zh: "请选择今天或以后的日期" },
    });
  const last = versions
    .filter(({ withdrawn_at }) => withdrawn_at === null)
    .toSorted((a, b) => (a.effective_from < b.effective_from ? 1 : -1))[0];
  if (last && effectiveFrom <= last.effective_from)
    problems.push({
      code: "version-overlaps",
      at: EFFECTIVE_FROM,
      message: {
        en: `version ${last.version} of \`${policy}\` is in force from \`${last.effective_from}\`, which is not before \`${effectiveFrom}\``,
        zh: `\`${policy}\`第${last.version}版自\`${last.effective_from}\`起施行，不早于\`${effectiveFrom}\``,
      },
      help:
        last.effective_from > today
          ? {
              en: "choose a day after it, or withdraw that version first, since its day has not come",
              zh: "请选择该日之后的日期，或先撤回该尚未施行的版本",
            }
          : { en: "choose a day after it", zh: "请选择该日之后的日期" },
    });
  if (problems.length > 0) throw new AskRefused(...problems);
}

const EFFECTIVE_FROM = pointer("effectiveFrom");

type Kept = {
  readonly draft: DraftAtHand;
  readonly approved: Handed;
  readonly made: Made;
  readonly actor: Actor;
  readonly publisher: ActingPerson;
  readonly at: number;
};

async function keep(tx: Db, { draft, approved, made, actor, publisher, at }: Kept): Promise<void> {
  const { policy, version, hash, effectiveFrom, text } = made;
  await insertVersion(tx, {
    policy_id: policy,
    version,
    hash,
    document: text,
    effective_from: effectiveFrom,
    draft_id: draft.row.id,
    published_at: at,
    published_by: publisher.account,
  });
  await updateDraft(tx, draft.row.id, { state: "published", changed_at: at });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "policy.published",
    object: { kind: "policy-version", id: `${policy}@${version}` },
    after: {
      policy,
      version,
      hash,
      effectiveFrom,
      draft: draft.row.id,
      submission: approved.submission.id,
      contentHash: draft.contentHash,
      approvedBy: approved.reviews
        .filter(({ verdict }) => verdict === "approved")
        .map(({ reviewer }) => reviewer),
    },
  });
}
