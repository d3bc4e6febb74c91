import { type DecisionRecord, canonicalJson, parseInstant } from "@evenhand/domain";
import {
  type DecideContext,
  type Decided,
  type DepartResult,
  type LoadedVersion,
  type VersionReason,
  appliesOn,
  decide,
  decideByReference,
  departFrom,
  departFromByReference,
} from "@evenhand/engine";

/** What both evaluators give now for a recorded case, or why they give nothing. */
export type DecidedAgain =
  | {
      readonly proposed: Decided;
      /** With the departures of the record; the proposal where there are none. */
      readonly decided: Decided;
      readonly agreed: boolean;
    }
  | { readonly failure: unknown };

/** Which evaluators decide again: both, which must agree, or only the one that serves everything, which is faster. */
export type ReplayEvaluators = "both" | "compiled";

/** Decides a recorded case again, with everything as the record says it was. What the engine throws is told, not thrown. */
export async function decideAgain(
  record: DecisionRecord,
  loaded: LoadedVersion,
  evaluators: ReplayEvaluators,
): Promise<DecidedAgain> {
  const evaluatedAt = parseInstant(record.evaluatedAt);
  if (evaluatedAt === undefined) return { failure: "the moment of evaluation is none" };
  const { scheduled, closedThrough, findings } = record.ledger.before;
  const context: DecideContext = {
    evaluatedAt,
    scheduled,
    closedThrough,
    record: findings,
    versionReason: reasonOf(record, loaded, evaluatedAt),
  };
  const request = { case: record.case };
  const asksBoth = evaluators === "both";
  const { departures } = record;
  try {
    const proposals: readonly DepartResult[] = [
      decide(loaded, request, context),
      ...(asksBoth ? [await decideByReference(loaded, request, context)] : []),
    ];
    if (departures.length === 0) return both(proposals, proposals);
    return both(proposals, [
      departFrom(loaded, request, departures, context),
      ...(asksBoth ? [await departFromByReference(loaded, request, departures, context)] : []),
    ]);
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function both(proposals: readonly DepartResult[], departed: readonly DepartResult[]): DecidedAgain {
  const [proposed] = proposals;
  const [decided] = departed;
  if (!proposed || !decided) return { failure: "nothing was decided" };
  if ("refusal" in proposed) return { failure: proposed.refusal.problems };
  if ("refusal" in decided) return { failure: decided.refusal.problems };
  const agreed = [proposals, departed].every(
    (answers) => new Set(answers.map((answer) => canonicalJson(answer))).size === 1,
  );
  return { proposed, decided, agreed };
}

/**
 * Why the version was used, for the explanation. Which version a named one took the place of was known then only; the
 * first step of the explanation says it.
 */
function reasonOf(
  { case: decided, versionNamed, explanation }: DecisionRecord,
  { version: { policy } }: LoadedVersion,
  evaluatedAt: number,
): VersionReason {
  const day = appliesOn(policy, { case: decided }, evaluatedAt);
  if (!versionNamed && day !== undefined) return { kind: "in-force", fact: policy.appliesBy, day };
  const byDate = /version (\d+)$/.exec(explanation[0]?.note?.en ?? "")?.[1];
  return { kind: "named", ...(byDate === undefined ? {} : { byDate: Number(byDate) }) };
}
