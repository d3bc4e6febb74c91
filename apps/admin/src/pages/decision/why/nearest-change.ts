import {
  type Case,
  type CatalogueEntry,
  type DecisionRecord,
  type EvaluateResponse,
  type FactValue,
  type Outcome,
  type Scope,
  parseDay,
  parseInstant,
} from "@evenhand/domain";
import { type DecideContext, type LoadedVersion, decide } from "@evenhand/engine";
import { otherValues, thresholdsOf } from "./thresholds.ts";

/** One fact, of the case or of a party, with another value. */
export type OtherFact = {
  readonly scope: Scope;
  /** Whose fact it is. */
  readonly party?: string;
  readonly fact: string;
  readonly from: FactValue;
  readonly to: FactValue;
};

/** A single change of a fact by which other rules stand and something else comes out. */
export type NearestChange = OtherFact & { readonly after: Outcome };

/** More than these are not tried: a case has its facts, a policy its lines, and somebody waits. */
export const MOST_TRIES = 600;

/** Whether deciding the case here gives what the record proposes; if not, nothing can be told from here. */
export function isProposedHere(loaded: LoadedVersion, record: DecisionRecord): boolean {
  const decided = decideHere(loaded, record, record.case);
  return (
    decided !== undefined &&
    JSON.stringify(figuresOf(decided.outcome)) === JSON.stringify(figuresOf(record.proposal))
  );
}

/**
 * Tries one other fact after the other, the nearest first, and gives each that brings about another outcome; `undefined`
 * stands for a try that changes nothing, so that whoever asks can pause. Of one fact the nearest change in a direction
 * suffices. Amounts that only move along with a figure are no change: other rules must stand.
 *
 * @example [...nearestChanges(loaded, record)].filter(Boolean)[0]
 * // { scope: "case", fact: "lossAmount", from: 320000, to: 500000, after: { parties: [{ totalMinor: 200000, … }], … } }
 */
export function* nearestChanges(
  loaded: LoadedVersion,
  record: DecisionRecord,
): Iterable<NearestChange | undefined> {
  const before = decideHere(loaded, record, record.case);
  if (!before) return;
  const found = new Set<string>();
  for (const other of otherFacts(loaded, record.case).slice(0, MOST_TRIES)) {
    const direction = directionOf(other);
    if (found.has(direction)) continue;
    const after = decideHere(loaded, record, withFact(record.case, other));
    if (!after || !isOther(before, after)) {
      yield undefined;
      continue;
    }
    found.add(direction);
    yield { ...other, after: after.outcome };
  }
}

/** Every single fact that could be otherwise, nearest first. The fact that chooses the version stays as it is. */
export function otherFacts({ version, catalogue }: LoadedVersion, decided: Case): readonly OtherFact[] {
  const first = decided.parties[0]?.facts ?? {};
  const stated = (fact: string): FactValue => decided.facts[fact] ?? first[fact] ?? null;
  const { policy, rules } = version;
  const thresholds = thresholdsOf({ policy, rules, catalogue, stated });
  const all = [...catalogue.values()].flatMap((entry): readonly OtherFact[] => {
    const lines = thresholds.get(entry.name);
    if (entry.source !== "declared" || entry.name === policy.appliesBy || !lines) return [];
    const others = (facts: Case["facts"]) => {
      const from = facts[entry.name] ?? valueOfAbsent(entry);
      return otherValues(entry, { value: from, thresholds: lines }).map((to) => ({
        fact: entry.name,
        from,
        to,
      }));
    };
    return entry.scope === "case"
      ? others(decided.facts).map((other) => ({ scope: "case", ...other }))
      : decided.parties.flatMap(({ id, facts }) =>
          others(facts).map((other) => ({ scope: "party" as const, party: id, ...other })),
        );
  });
  return all.toSorted((one, other) => distanceOf(one) - distanceOf(other));
}

/** What a fact counts as where nobody stated it. */
function valueOfAbsent({ type, declaration }: CatalogueEntry): FactValue {
  if (type === "boolean") return declaration?.whenAbsent === "unknown" ? null : false;
  return type === "set" ? [] : null;
}

/** How far a value is from the one stated, against the larger of both; 1 for what is no figure. */
function distanceOf({ from, to }: OtherFact): number {
  const [one, other] = [numberIn(from), numberIn(to)];
  if (one === undefined || other === undefined) return 1;
  return Math.abs(one - other) / Math.max(1, Math.abs(one), Math.abs(other));
}

function numberIn(value: FactValue): number | undefined {
  if (typeof value === "string") return parseDay(value);
  return typeof value === "number" ? value : undefined;
}

function directionOf({ party, fact, from, to }: OtherFact): string {
  const [one, other] = [numberIn(from), numberIn(to)];
  const way = one === undefined || other === undefined ? to : other > one;
  return JSON.stringify([party, fact, way]);
}

function withFact(decided: Case, { party, fact, to }: OtherFact): Case {
  if (party === undefined) return { ...decided, facts: { ...decided.facts, [fact]: to } };
  return {
    ...decided,
    parties: decided.parties.map((one) =>
      one.id === party ? { ...one, facts: { ...one.facts, [fact]: to } } : one,
    ),
  };
}

type Answer = Pick<EvaluateResponse, "outcome" | "explanation">;

/** The moment and the ledger that a recorded decision was made upon. */
export function contextOf(record: DecisionRecord): DecideContext {
  const { scheduled, closedThrough, findings } = record.ledger.before;
  return { evaluatedAt: parseInstant(record.evaluatedAt) ?? 0, scheduled, closedThrough, record: findings };
}

/** A case under the record's own ledger; `undefined` where it cannot be decided. */
function decideHere(loaded: LoadedVersion, record: DecisionRecord, asked: Case): Answer | undefined {
  const decided = decide(loaded, { case: asked }, { ...contextOf(record), isBrief: true });
  return "refusal" in decided ? undefined : decided.response;
}

function isOther(before: Answer, after: Answer): boolean {
  return (
    JSON.stringify(standingIn(before)) !== JSON.stringify(standingIn(after)) &&
    JSON.stringify(figuresOf(before.outcome)) !== JSON.stringify(figuresOf(after.outcome))
  );
}

/** What people are told first: what becomes of the case, what each is charged and graded, who approves. */
function figuresOf({ disposition, parties, authority }: Outcome) {
  const told = parties.map(({ party, totalMinor, grade }) => [party, totalMinor, grade] as const);
  return { disposition, parties: told, level: authority.level };
}

function standingIn({ explanation }: Answer): readonly string[] {
  return explanation
    .flatMap(({ kind, rule, party, fired, stands }) =>
      kind === "rule" && fired === true && stands !== false ? [JSON.stringify([rule, party])] : [],
    )
    .toSorted();
}
