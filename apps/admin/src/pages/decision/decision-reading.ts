import type { DecisionRecord, Language, Policy, PolicyVersion } from "@evenhand/domain";
import { type ReadStep, type Vocabulary, preparePolicy, readSteps, vocabularyOf } from "@evenhand/policy";

/** What tells why a case came out so, be it recorded or only tried. */
export type Told = Pick<DecisionRecord, "calendar" | "explanation" | "outcome" | "proposal">;

/** A decision with the version that it was made under, ready to be read. */
export type DecisionReading<Record extends Told = DecisionRecord> = {
  readonly record: Record;
  readonly version: PolicyVersion;
  readonly vocabulary: Vocabulary;
  readonly steps: readonly ReadStep[];
};

/**
 * What a decision says, in the words of its own version.
 *
 * @param document the JSON text of that version
 */
export function readDecision<Record extends Told>(
  record: Record,
  document: string,
  language: Language,
): DecisionReading<Record> {
  // INVARIANT: what was published was validated.
  const version = preparePolicy(JSON.parse(document) as Policy);
  return {
    record,
    version,
    vocabulary: vocabularyOf(version.policy, language),
    steps: readSteps(version, record, language),
  };
}
