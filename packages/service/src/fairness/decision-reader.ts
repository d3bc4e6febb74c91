import { type BriefRecord, type FairnessDecision, readerOf } from "@evenhand/analysis";
import type { StoredDecision } from "@evenhand/store";
import type { RecordedRules } from "../rulebook/recorded-rules.ts";

/** A stored decision, its record, and the rules that it was taken under. */
export type DecisionRead = {
  readonly row: Pick<StoredDecision, "id" | "reference" | "recorded_by_person">;
  readonly record: BriefRecord;
  readonly rules: Pick<RecordedRules, "version">;
};

/** Reads stored decisions as fairness looks at them; each version is made ready once. */
export function decisionReader(): (decision: DecisionRead) => FairnessDecision {
  const readers = new Map<string, ReturnType<typeof readerOf>>();
  return ({ row, record, rules }) => {
    const { hash } = record.policy;
    const read = readers.get(hash) ?? readerOf(rules.version);
    readers.set(hash, read);
    const { id, reference, recorded_by_person: decider } = row;
    return read({ recorded: { id, reference, record }, decider });
  };
}
