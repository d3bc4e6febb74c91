import type { Actor } from "@evenhand/domain";
import {
  Conflict,
  type Db,
  appendAuditEvent,
  draftEditors,
  insertOpenings,
  insertReview,
  submissionsOf,
  updateDraft,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { settingsOf } from "../people/settings/settings.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { withNames } from "../pseudonyms/open-for.ts";
import { AskRefused, type RefusedAsk, orRefused, refusedAsk } from "../refused.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import { type Handed, approvalsNeeded, approversOf, handedIn } from "./approvals.ts";
import { type DraftAtHand, lockedDraft, requireContent } from "./draft-at-hand.ts";
import type { DraftView } from "./draft-view.ts";
import { type DraftReview, readDraftReview } from "./read-asks.ts";
import { readDraft } from "./read-draft.ts";
import { sealReason } from "./sealed-reason.ts";

/**
 * Approves or returns exactly the content that was seen. INVARIANT: never by anybody who wrote any of the draft or handed
 * it in, under whichever account and in whatever role; the database holds it as well.
 */
export async function reviewDraft(
  context: ServiceContext,
  ask: { readonly actor: Actor; readonly id: string; readonly body: unknown },
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const { actor, id, body } = ask;
  const review = readDraftReview(body);
  if ("refusal" in review) return review;
  const reviewer = await actingPerson(context, actor);
  if ("refusal" in reviewer) return reviewer;
  const reviewed = await refusingConflicts(() =>
    orRefused(() =>
      context.store.write(async (tx) => {
        const draft = await lockedDraft(tx, id);
        await requireOther(tx, draft, reviewer);
        // What is approved may still be returned, and approved by a further person, until it is published.
        const states = ["in-review", "approved"] as const;
        await requireContent(tx, draft, { contentHash: review.contentHash, states });
        const handed = await handedIn(tx, draft);
        // INVARIANT: what is in review, or approved, was handed in as it is.
        if (!handed) throw new Error(`draft ${id} is ${draft.row.state} and was not handed in`);
        if (handed.reviews.some(({ reviewer_person }) => reviewer_person === reviewer.person))
          throw new AskRefused(TWICE);
        await keep(context, tx, { draft, handed, review, reviewer, actor });
        return {};
      }),
    ),
  );
  return "refusal" in reviewed ? withNames(context, actor, reviewed) : readDraft(context, ask);
}

/**
 * Refuses whoever wrote any of a draft or ever handed it in.
 *
 * @throws AskRefused as `own-draft`
 */
export async function requireOther(tx: Db, { row }: DraftAtHand, { person }: ActingPerson): Promise<void> {
  const editors = (await draftEditors(tx, row.id)).map((editor) => editor.person);
  const submitters = (await submissionsOf(tx, row.id)).map(({ submitted_by_person }) => submitted_by_person);
  if ([...editors, ...submitters].includes(person)) throw new AskRefused(OWN);
}

type Kept = {
  readonly draft: DraftAtHand;
  readonly handed: Handed;
  readonly review: DraftReview;
  readonly reviewer: ActingPerson;
  readonly actor: Actor;
};

async function keep(
  context: ServiceContext,
  tx: Db,
  { draft: { row, contentHash }, handed, review, reviewer, actor }: Kept,
): Promise<void> {
  const { submission } = handed;
  const at = context.now();
  const opening = review.reason === undefined ? undefined : sealReason(context, review.reason);
  if (opening) await insertOpenings(tx, [{ ...opening, object_id: row.id }]);
  await insertReview(tx, {
    submission_id: submission.id,
    draft_id: row.id,
    verdict: review.verdict,
    content_hash: contentHash,
    reason: opening?.token ?? null,
    reviewer: reviewer.account,
    reviewer_person: reviewer.person,
    at,
  });
  const given = approversOf(handed).size + 1;
  const needed = approvalsNeeded(submission.moved_minor, await settingsOf(tx));
  const approvedOrNot = given >= needed ? "approved" : row.state;
  const state = review.verdict === "returned" ? "draft" : approvedOrNot;
  if (state !== row.state) await updateDraft(tx, row.id, { state, changed_at: at });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: review.verdict === "returned" ? "draft.returned" : "draft.approved",
    object: { kind: "draft", id: row.id },
    before: { state: row.state },
    after: {
      state,
      policy: row.policy_id,
      submission: submission.id,
      contentHash,
      ...(opening ? { reason: opening.token } : {}),
    },
  });
}

/** What the database refuses was seen to be refused before, unless somebody got round that. */
async function refusingConflicts<Result>(
  work: () => Promise<Result | RefusedAsk>,
): Promise<Result | RefusedAsk> {
  try {
    return await work();
  } catch (error) {
    const problem = error instanceof Conflict ? CONFLICTS[error.constraint] : undefined;
    if (!problem) throw error;
    return refusedAsk(problem);
  }
}

const OWN: SentProblem = {
  code: "own-draft",
  at: "",
  message: {
    en: "whoever wrote any of a draft, or handed it in, neither reviews nor publishes it",
    zh: "编写或提交过草案的人，不得审核或发布该草案",
  },
  help: {
    en: "ask somebody else with the right to; a second account of the same person does not help",
    zh: "请由其他有权限的人员办理；同一人的另一账户不可代替",
  },
};

const TWICE: SentProblem = {
  code: "same-decider",
  at: "",
  message: {
    en: "the same person has reviewed this submission before",
    zh: "同一人已审核过本次提交",
  },
};

const CONFLICTS: Readonly<Record<string, SentProblem>> = {
  reviews_other_person: OWN,
  reviews_submission_id_reviewer_person_unique: TWICE,
};
