import type { FairnessDecision } from "./decision.ts";

/**
 * One question of an auditor, asked of a stream: it is shown every decision once, in any order, keeps what its figures need
 * and not the decisions, and answers at the end.
 */
export type Question<Answer> = {
  readonly see: (decision: FairnessDecision) => void;
  readonly answer: () => Answer;
};
