import type { FairnessDecision } from "./decision.ts";

/**
 * One question of an auditor, asked of a stream: it is shown every decision once, in any order, keeps what its figures need
 * and not the decisions, and answers at the end.
 */
export type FairnessQuestion<Answer> = {
  readonly see: (decision: FairnessDecision) => void;
  readonly answer: () => Answer;
};

/** A question whose answer takes a while: it can be computed a part at a time, so that others have their turn in between. */
export type LongQuestion<Answer> = FairnessQuestion<Answer> & {
  readonly answering: () => Generator<undefined, Answer>;
};

/** Goes on to the end without a pause. */
export function atOnce<Answer>(answering: Generator<undefined, Answer>): Answer {
  for (;;) {
    const next = answering.next();
    if (next.done === true) return next.value;
  }
}

/**
 * Shows a stream of decisions to several questions at once, in one pass; each answers afterwards. Gives the number of decisions.
 *
 * @example
 * const [alike, groups] = [likeCases(), disparities({ attributes: [site], seed: 1, currency: "CNY" })];
 * await showAll(decisions, [alike, groups]); // 1234
 * alike.answer().unlike; // what differs among like cases
 */
export async function showAll(
  decisions: AsyncIterable<FairnessDecision>,
  questions: readonly Pick<FairnessQuestion<unknown>, "see">[],
): Promise<number> {
  let shown = 0;
  for await (const decision of decisions) {
    for (const { see } of questions) see(decision);
    shown++;
  }
  return shown;
}
