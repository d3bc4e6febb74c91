import type { Store } from "@evenhand/store";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { versionsOf } from "../rulebook/versions-of.ts";
import { openSides } from "../simulations/open-sides.ts";
import { type DecidedPlace, Drafting, inOrder } from "./drafting.ts";
import type { DraftFairness } from "./draft-fairness.ts";
import { decisionsAt, everyDecision } from "./every-decision.ts";
import type { FairnessCase } from "./fairness-cases.ts";
import type { FairnessDraft, FairnessKept, FairnessPayload } from "./fairness-job.ts";
import { Reviewing } from "./reviewing.ts";

/** How far a review is, and whom it counted since the step before. */
export type ReviewedStep = {
  /** Decisions that were looked at, those out of scope included; with a draft each a second time, decided anew. */
  readonly done: number;
  readonly skipped: number;
  readonly counted: readonly FairnessCase[];
};

type Given = {
  readonly store: Store;
  readonly rules: Rulebook;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
};

/**
 * A review from its first decision to its answers: every decision is shown to all questions in one pass, then they answer, and with
 * a draft the same cases are decided anew. The same payload gives the same steps and the same result.
 */
export async function* reviewSteps(
  given: Given,
  payload: FairnessPayload,
): AsyncGenerator<ReviewedStep, FairnessKept> {
  const found = versionsOf(given.rules, payload.policy);
  if ("refusal" in found) throw new Error(`policy ${payload.policy} is not usable any more`);
  const reviewing = new Reviewing(payload, found.versions);
  const places: DecidedPlace[] = [];
  for await (const decision of everyDecision(given, payload)) {
    const counted = reviewing.take(decision);
    if (counted && payload.draft) places.push({ decidedOn: decision.record.decidedOn, id: decision.row.id });
    yield { done: reviewing.done, skipped: reviewing.skipped, counted: counted ?? [] };
  }
  const { done, skipped } = reviewing;
  const answered = yield* inTurn(given, reviewing.answering(), { done, skipped, counted: [] });
  const { draft } = payload;
  if (!draft) return { ...answered, draft: null };
  const sides = await given.store.read((db) => openSides(given.rules, db, asSimulated(payload, draft)));
  const drafting = new Drafting({ ...payload, draft }, { sides, versions: found.versions });
  const before = { done: done + skipped, skipped };
  return { ...answered, draft: yield* draftSteps(given, drafting, { places, before }) };
}

async function* draftSteps(
  given: Given,
  drafting: Drafting,
  from: {
    readonly places: readonly DecidedPlace[];
    readonly before: Pick<ReviewedStep, "done" | "skipped">;
  },
): AsyncGenerator<ReviewedStep, DraftFairness> {
  const step = (): ReviewedStep => ({ ...from.before, done: from.before.done + drafting.done, counted: [] });
  for await (const decision of decisionsAt(given, from.places.toSorted(inOrder))) {
    drafting.take(decision);
    yield step();
  }
  return yield* inTurn(given, drafting.answering(), step());
}

/** What takes the processor for a while, with others in between. */
async function* inTurn<Answer>(
  { pause }: Given,
  answering: Generator<undefined, Answer>,
  step: ReviewedStep,
): AsyncGenerator<ReviewedStep, Answer> {
  for (;;) {
    const next = answering.next();
    if (next.done === true) return next.value;
    yield step;
    await pause();
  }
}

function asSimulated({ policy }: FairnessPayload, { baseline, ...candidate }: FairnessDraft) {
  return { policy, baseline, candidate, scope: [], groups: [] };
}
