import type { DecisionRecord, Language, Policy, PolicyVersion } from "@evenhand/domain";
import { type ReadStep, type Vocabulary, preparePolicy, readSteps, vocabularyOf } from "@evenhand/policy";

/** A decision with the version that it was made under, ready to be read. */
export type DecisionReading = {
  readonly record: DecisionRecord;
  readonly version: PolicyVersion;
  readonly vocabulary: Vocabulary;
  readonly steps: readonly ReadStep[];
};

/**
 * What a decision says, in the words of its own version.
 *
 * @param document the JSON text of that version
 */
export function readDecision(record: DecisionRecord, document: string, language: Language): DecisionReading {
  // INVARIANT: what was published was validated.
  const version = preparePolicy(JSON.parse(document) as Policy);
  return {
    record,
    version,
    vocabulary: vocabularyOf(version.policy, language),
    steps: readSteps(version, record, language),
  };
}
