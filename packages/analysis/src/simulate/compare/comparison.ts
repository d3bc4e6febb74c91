import { type LocalizedText, type Outcome, PARAMETER_PREFIX, type Rule } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { type ApprovalChange, CHANGE_KINDS, type Cause, type ChangeKind } from "./case-comparison.ts";
import type { DecidedSide } from "./decided-side.ts";
import { levelRanks } from "./level-ranks.ts";

/** Two versions of a policy; what each says besides is looked up once, for any number of cases. */
export type Sides = {
  /** What is in force, or was. */
  readonly baseline: LoadedVersion;
  /** What would take its place. */
  readonly candidate: LoadedVersion;
};

/** What a version makes of one case beside what the other does. */
export type BothDecided = { readonly baseline: DecidedSide; readonly candidate: DecidedSide };

/** In what respect, by what, and with whose approval a case comes out otherwise. */
export type CaseDifference = {
  readonly kinds: readonly ChangeKind[];
  readonly causes: readonly Cause[];
  readonly approval: ApprovalChange | null;
};

export type Comparison = {
  /** Undefined where both outcomes say the same, warnings aside. */
  readonly differenceOf: (both: BothDecided) => CaseDifference | undefined;
  /** What the rules of both are called; of those that stand in both, as the candidate calls them. */
  readonly labels: ReadonlyMap<string, LocalizedText>;
};

/**
 * Compares what two versions make of cases.
 *
 * @example comparisonOf({ baseline, candidate }).differenceOf({ baseline: before, candidate: after })?.kinds // ["amount"]
 */
export function comparisonOf({ baseline, candidate }: Sides): Comparison {
  const labels = new Map([baseline, candidate].flatMap(({ version }) => version.rules.map(labelled)));
  const isOther = changedRules({ baseline, candidate });
  const ofCap = capCause({ baseline, candidate });
  const ranks = [levelRanks(candidate.version), levelRanks(baseline.version)];
  const causesOf = (both: BothDecided, kinds: readonly ChangeKind[]): readonly Cause[] => {
    const rules = [...new Set([...both.baseline.rules, ...both.candidate.rules])].filter(
      (rule) => both.baseline.rules.has(rule) !== both.candidate.rules.has(rule) || isOther(rule),
    );
    const causes = rules.flatMap((rule) => {
      const label = labels.get(rule);
      return label ? [{ rule, label }] : [];
    });
    return kinds.includes("schedule") && ofCap ? [...causes, ofCap] : causes;
  };
  return {
    labels,
    differenceOf: (both) => {
      if (both.baseline.fingerprint === both.candidate.fingerprint) return undefined;
      const [before, after] = [both.baseline.outcome, both.candidate.outcome];
      const kinds = kindsOf(before, after);
      const approval = approvalChange(before.authority.level, after.authority.level, ranks);
      return { kinds, causes: causesOf(both, kinds), approval };
    },
  };
}

function labelled({ id, label }: Rule): readonly [string, LocalizedText] {
  return [id, label];
}

type Aspect = (outcome: Outcome) => unknown;

const ASPECTS: Readonly<Record<Exclude<ChangeKind, "other">, Aspect>> = {
  amount: ({ parties }) => parties.map(({ party, totalMinor }) => [party, totalMinor]),
  schedule: ({ parties }) =>
    parties.map(({ party, schedule, outstandingMinor, suspended }) => [
      party,
      schedule,
      outstandingMinor,
      suspended,
    ]),
  disposition: ({ disposition, ground }) => [disposition, ground],
  grade: ({ parties }) => parties.map(({ party, grade }) => [party, grade]),
  deadline: ({ deadlines }) => deadlines,
  approval: ({ authority }) => authority.level,
};

/** Another amount is always taken otherwise, so that `schedule` stands only where the amounts are the same. */
function kindsOf(before: Outcome, after: Outcome): readonly ChangeKind[] {
  const isOther = (kind: keyof typeof ASPECTS): boolean =>
    JSON.stringify(ASPECTS[kind](before)) !== JSON.stringify(ASPECTS[kind](after));
  const differing = CHANGE_KINDS.filter((kind) => kind !== "other" && isOther(kind));
  const kinds = differing.filter((kind) => kind !== "schedule" || !differing.includes("amount"));
  return kinds.length > 0 ? kinds : ["other"];
}

function approvalChange(
  before: string | null,
  after: string | null,
  ranks: readonly ReadonlyMap<string, number>[],
): ApprovalChange | null {
  if (before === after) return null;
  if (after === null) return "other";
  if (before === null) return "higher";
  const known = ranks.find((rank) => rank.has(before) && rank.has(after));
  return known && (known.get(after) ?? 0) > (known.get(before) ?? 0) ? "higher" : "other";
}

/** Whether a rule of both says something else in one than in the other, or counts with other figures. */
function changedRules({ baseline, candidate }: Sides): (rule: string) => boolean {
  const said = ({ version, parametersOf }: LoadedVersion) =>
    new Map(
      version.rules.map(({ id, rule }) => [id, JSON.stringify([rule, figuresOf(parametersOf.get(id))])]),
    );
  const [before, after] = [said(baseline), said(candidate)];
  const changed = new Set(
    [...before.keys(), ...after.keys()].filter((id) => before.get(id) !== after.get(id)),
  );
  return (rule) => changed.has(rule);
}

function figuresOf(used: Iterable<{ readonly id: string; readonly value: unknown }> = []) {
  return Array.from(used, ({ id, value }) => [id, value]);
}

/** The cap is no rule: what it changes is laid to its parameter, where that differs. */
function capCause({ baseline, candidate }: Sides): Cause | undefined {
  const capOf = ({ version: { policy } }: LoadedVersion) => {
    const rule = policy.cap.rate.fact;
    return { rule, parameter: policy.parameters[rule.slice(PARAMETER_PREFIX.length)] };
  };
  const [before, { rule, parameter }] = [capOf(baseline), capOf(candidate)];
  return parameter && parameter.value !== before.parameter?.value
    ? { rule, label: parameter.label }
    : undefined;
}
