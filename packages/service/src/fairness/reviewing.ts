import {
  type FairnessDecision,
  type FairnessParty,
  type GroupAttribute,
  type LongQuestion,
  type Review,
  factGroupOf,
  isPenalised,
  peopleCounted,
  review,
} from "@evenhand/analysis";
import { type Policy, contentHash } from "@evenhand/domain";
import { leafHash } from "@evenhand/evidence";
import type { DecisionInForce } from "@evenhand/store";
import { isInScope } from "../cases/scope.ts";
import { type DecisionRead, decisionReader } from "./decision-reader.ts";
import { attributeOf, declaredFacts } from "./fact-declarations.ts";
import type { FairnessCase } from "./fairness-cases.ts";
import type { FairnessAsked, FairnessKept } from "./fairness-job.ts";
import { reviewAskOf } from "./review-ask.ts";

type Answered = Pick<FairnessKept, "review" | "decisionSet">;

/** A decision with the rules it was taken under. */
export type DecisionToReview = DecisionRead & { readonly row: DecisionInForce };

/** A review under way: it is shown decisions, knows which those were, and answers at the end. */
export class Reviewing {
  readonly #asked: FairnessAsked;
  readonly #question: LongQuestion<Review>;
  readonly #attributes: readonly GroupAttribute[];
  readonly #read = decisionReader();
  #done = 0;
  #taken = 0;
  #counted = 0;
  #set = contentHash([]);

  /** @param versions of the policy, the oldest first */
  constructor(asked: FairnessAsked, versions: readonly Policy[]) {
    this.#asked = asked;
    this.#question = review(reviewAskOf(asked, versions));
    this.#attributes = attributesIn(asked, versions);
  }

  /** How many decisions were looked at, those out of scope included. */
  get done(): number {
    return this.#done;
  }

  get skipped(): number {
    return this.#done - this.#taken;
  }

  /** Takes a decision, and gives whom it counted; undefined where the decision is out of scope. */
  take({ row, record, rules }: DecisionToReview): readonly FairnessCase[] | undefined {
    this.#done += 1;
    const { categories, scope } = this.#asked;
    const { category } = record.outcome;
    if (categories.length > 0 && !categories.includes(category ?? "")) return undefined;
    if (!isInScope(record.case, scope)) return undefined;
    this.#taken += 1;
    this.#set = contentHash([this.#set, leafHash(row.body)]);
    const decision = this.#read({ row, record, rules });
    this.#question.see(decision);
    return peopleCounted(decision).map((party) => this.#caseOf(decision, party));
  }

  /** The figures, a part at a time, so that others have their turn in between. */
  *answering(): Generator<undefined, Answered> {
    const found = yield* this.#question.answering();
    return { review: found, decisionSet: { decisions: this.#taken, hash: this.#set } };
  }

  #caseOf(decision: FairnessDecision, party: FairnessParty): FairnessCase {
    this.#counted += 1;
    const { fineMinor, bonusMinor, totalMinor, grade } = party.decided;
    return {
      position: this.#counted,
      decision: decision.id,
      reference: decision.reference,
      decidedOn: decision.decidedOn,
      version: decision.policy.version,
      party: party.party,
      category: decision.category,
      lossMinor: decision.lossMinor,
      currency: decision.currency,
      proposedMinor: party.proposed.totalMinor,
      totalMinor,
      fineMinor,
      bonusMinor,
      grade,
      isPenalised: isPenalised(party),
      isDeparture: decision.departures.some((departure) => departure.party === party.party),
      decider: decision.decider,
      groups: Object.fromEntries(
        this.#attributes.map((attribute) => [
          attribute.fact,
          factGroupOf(attribute, decision, party) ?? null,
        ]),
      ),
    };
  }
}

/** The facts that people are told apart by, those of the two that are crossed included. */
function attributesIn(
  { groups, cross }: FairnessAsked,
  versions: readonly Policy[],
): readonly GroupAttribute[] {
  const facts = declaredFacts(versions);
  return [...new Set([...groups, ...(cross ?? [])])].flatMap((fact) => {
    const declared = facts.get(fact);
    return declared ? [attributeOf(fact, declared)] : [];
  });
}
