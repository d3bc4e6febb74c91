import type { DecisionRecord } from "@evenhand/domain";
import { type Compared, compareOutputs, engineCause } from "./compare-outputs.ts";
import { type ReplayEvaluators, decideAgain } from "./decide-again.ts";
import { inconsistentDepartures } from "./departures.ts";
import { type Ground, groundOf } from "./documents.ts";
import { movedFacts, movedLedger } from "./moved-inputs.ts";
import { misshapenParts } from "./misshapen-parts.ts";
import type { Replay, ReplaySources } from "./replay.ts";

/**
 * Decides a recorded case again and says whether it comes out as it was recorded. Everything that the decision rested on
 * is held against what is stored now; then the case is decided by both evaluators from what was recorded, so that a
 * moved input and a moved program are told apart.
 *
 * - `policy-content`, `parameter`: another document stands under the version's number
 * - `calendar`, `guard`: the document under the recorded hash has another content
 * - `fact`: the stored case differs from the one decided; `ledger`: so does the rebuilt ledger
 * - `engine`: every document is as recorded, and the result is not
 * - `record`: the record contradicts itself or the documents that it names
 *
 * @example
 * await replayDecision(record, sources) // { verdict: "identical", causes: [], missing: [], differences: [] }
 * await replayDecision(record, afterSomebodyChangedTheCap)
 * // { verdict: "different", causes: [{ cause: "parameter", at: "/parameters/bonusCapRate/value", recorded: 0.5, now: 0.4 }], … }
 */
export async function replayDecision(
  record: DecisionRecord,
  sources: ReplaySources,
  options: ReplayOptions = {},
): Promise<Replay> {
  return replayer(sources, options)(record);
}

export type ReplayOptions = {
  /** Default: both. */
  readonly evaluators?: ReplayEvaluators;
};

/**
 * Replays decision after decision. Documents are read and made ready once for all that rest on the same ones, as they
 * stand when they are first needed.
 */
export function replayer(
  sources: ReplaySources,
  { evaluators = "both" }: ReplayOptions = {},
): (record: DecisionRecord) => Promise<Replay> {
  const replay = { sources, evaluators };
  const grounds = new Map<string, Promise<Ground>>();
  return async (record) => {
    const misshapen = misshapenParts(record);
    if (misshapen.length > 0)
      return { verdict: "different", causes: misshapen, missing: [], differences: [] };
    const key = JSON.stringify([record.policy, record.calendar, record.guards]);
    const known = await grounds.get(key);
    if (known) return replayOn(record, replay, known);
    const found = groundOf(record, sources);
    // Where a document moved, what can be told of it depends on the record too, so it is looked at again for the next.
    if ((await found).causes.length === 0) grounds.set(key, found);
    return replayOn(record, replay, await found);
  };
}

type Asked = { readonly sources: ReplaySources; readonly evaluators: ReplayEvaluators };

async function replayOn(
  record: DecisionRecord,
  { sources, evaluators }: Asked,
  ground: Ground,
): Promise<Replay> {
  const rebuilt = await sources.ledgerBefore?.(record);
  const { differences, misstated } = await compute(record, ground, evaluators);
  const moved = [
    ...ground.causes,
    ...movedFacts(record, await sources.case(record.caseId)),
    ...(rebuilt ? movedLedger(record, rebuilt) : []),
    ...inconsistentDepartures(record),
    ...misstated,
  ];
  const [first] = differences;
  // Only where nothing else moved is it the program.
  const causes = moved.length === 0 && first ? [engineCause(record, first)] : moved;
  const { missing } = ground;
  const verdict = causes.length > 0 ? "different" : missing.length > 0 ? "cannot" : "identical";
  return { verdict, causes, missing, differences };
}

async function compute(
  record: DecisionRecord,
  { loaded, isRecorded, failure, missing }: Ground,
  evaluators: ReplayEvaluators,
): Promise<Compared> {
  if (missing.length > 0) return { differences: [], misstated: [] };
  const again = loaded ? await decideAgain(record, loaded, evaluators) : { failure: failure ?? null };
  const compared = compareOutputs(record, again);
  // Other documents than the recorded ones name themselves otherwise, and that is told already.
  return isRecorded ? compared : { ...compared, misstated: [] };
}
