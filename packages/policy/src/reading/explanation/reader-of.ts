import {
  type EvaluateResponse,
  type Language,
  type PolicyVersion,
  RULE_STAGES,
  type Stage,
} from "@evenhand/domain";
import { ENGLISH_EXPLANATION } from "../en/explanation.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { CHINESE_EXPLANATION } from "../zh/explanation.ts";
import { idsIn } from "./ids.ts";
import type { ExplanationReader } from "./steps.ts";

/** The stages of an explanation in the order in which they are told: limits come after penalties. */
export const TOLD_STAGES: readonly Stage[] = [...RULE_STAGES.slice(0, 3), "guard", ...RULE_STAGES.slice(3)];

/** What it takes to read one decision aloud. */
export function readerOf(
  version: PolicyVersion,
  response: Pick<EvaluateResponse, "outcome" | "explanation">,
  language: Language,
): ExplanationReader {
  return {
    words: language === "zh" ? CHINESE_EXPLANATION : ENGLISH_EXPLANATION,
    vocabulary: { ...vocabularyOf(version.policy, language), ids: idsIn(response) },
    rules: new Map(version.rules.map((rule) => [rule.id, rule])),
  };
}
