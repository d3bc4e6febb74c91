import type { DecisionRecord } from "@evenhand/domain";
import { isObject } from "../json/shape.ts";
import { differencesBetween } from "./differences.ts";
import { hashOf } from "./hash-of.ts";
import type { MovedCause } from "./replay.ts";

export type PolicyFound = {
  /** The document that was decided under, where it is known to the last byte. */
  readonly recorded: unknown;
  readonly causes: readonly MovedCause[];
};

/**
 * Tells what moved in a version whose number now leads to another document: parameters, or something else of its
 * content. Where the document that was decided under is gone, the parameters that its explanation names are put back in;
 * if that gives the recorded hash, then nothing else was changed, and the document is known again.
 *
 * @param kept the document with the recorded hash, where it still stands somewhere
 */
export function movedPolicy(record: DecisionRecord, stored: unknown, kept: unknown): PolicyFound {
  const whole: MovedCause = {
    cause: "policy-content",
    recorded: record.policy.hash,
    now: hashOf(stored),
  };
  if (kept !== undefined) return { recorded: kept, causes: causesBetween(kept, stored) };
  const restored = restoredParameters(record, stored);
  const isWhole = hashOf(restored) === record.policy.hash;
  return {
    recorded: isWhole ? restored : undefined,
    causes: [...causesBetween(restored, stored), ...(isWhole ? [] : [whole])],
  };
}

function causesBetween(recorded: unknown, stored: unknown): readonly MovedCause[] {
  return differencesBetween(recorded, stored).map((difference) => ({
    cause: difference.at.startsWith("/parameters/") ? "parameter" : "policy-content",
    ...difference,
  }));
}

/** The stored document with the values of the parameters that the explanation says were used. */
function restoredParameters({ explanation }: DecisionRecord, stored: unknown): unknown {
  if (!isObject(stored) || !isObject(stored["parameters"])) return stored;
  const used = new Map(
    explanation.flatMap(({ parameters = [] }) => parameters.map(({ id, value }) => [id, value] as const)),
  );
  const parameters = Object.fromEntries(
    Object.entries(stored["parameters"]).map(([id, parameter]) => [
      id,
      isObject(parameter) && used.has(id) ? { ...parameter, value: used.get(id) } : parameter,
    ]),
  );
  return { ...stored, parameters };
}
