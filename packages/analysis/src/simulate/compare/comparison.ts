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
  /** What the rules of both, and the figures that differ, are called: as the candidate calls what is in both. */
  readonly labels: ReadonlyMap<string, LocalizedText>;
};

/**
 * Compares what two versions make of cases.
 *
 * @example comparisonOf({ baseline, candidate }).differenceOf({ baseline: before, candidate: after })?.kinds // ["amount"]
 */
export function comparisonOf({ baseline, candidate }: Sides): Comparison {
  const ofCap = capCause({ baseline, candidate });
  const labels = new Map([
    ...[baseline, candidate].flatMap(({ version }) => version.rules.map(labelled)),
    ...changedFigures({ baseline, candidate }),
  ]);
  const differsBy = ruleDifferences({ baseline, candidate });
  const ranks = [levelRanks(candidate.version), levelRanks(baseline.version)];
  const causesOf = (both: BothDecided, kinds: readonly ChangeKind[]): readonly Cause[] => {
    const rules = [...new Set([...both.baseline.rules, ...both.candidate.rules])];
    const isOnBoth = (rule: string): boolean =>
      both.baseline.rules.has(rule) && both.candidate.rules.has(rule);
    const found = rules.flatMap((rule) => {
      if (isOnBoth(rule)) return differsBy(rule, "event");
      const own = differsBy(rule, "all");
      // It says the same, and another case before this one let it stand or not.
      return own.length > 0 ? own : [rule];
    });
    if (kinds.includes("schedule") && ofCap !== undefined) found.push(ofCap);
    // What stands on both sides by other conditions may stand for somebody else.
    const all = found.length > 0 ? found : rules.filter(isOnBoth).flatMap((rule) => differsBy(rule, "all"));
    return [...new Set(all)].flatMap((rule) => {
      const label = labels.get(rule);
      return label ? [{ rule, label }] : [];
    });
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

/**
 * By what a rule differs in what follows from it, or in all that it says: itself where it is in one version only or says
 * something else, otherwise the figures that it reads, where they differ.
 */
function ruleDifferences({
  baseline,
  candidate,
}: Sides): (rule: string, part: "event" | "all") => readonly string[] {
  const [before, after] = [rulesOf(baseline), rulesOf(candidate)];
  return (id, part) => {
    const [old, now] = [before.get(id), after.get(id)];
    if (!old || !now) return [id];
    const said = ({ rule }: RuleSaid): string => JSON.stringify(part === "event" ? rule.event : rule);
    if (said(old) !== said(now)) return [id];
    return [...now.figures].flatMap(([name, value]) =>
      old.figures.get(name) !== value && (part === "all" || reads(now.rule.event, name)) ? [name] : [],
    );
  };
}

/** What a rule says, and the figures that it reads by their names, `parameter.<id>`. */
type RuleSaid = { readonly rule: Rule["rule"]; readonly figures: ReadonlyMap<string, unknown> };

function rulesOf({ version, parametersOf }: LoadedVersion): ReadonlyMap<string, RuleSaid> {
  return new Map(
    version.rules.map(({ id, rule }) => {
      const uses = parametersOf.get(id) ?? [];
      return [id, { rule, figures: new Map(uses.map((use) => [PARAMETER_PREFIX + use.id, use.value])) }];
    }),
  );
}

/** Whether a part of a rule names a figure. */
function reads(part: unknown, name: string): boolean {
  return JSON.stringify(part).includes(JSON.stringify(name));
}

/** Figures of both that differ, by their names; the figure of the cap too, which no rule reads. */
function changedFigures({ baseline, candidate }: Sides): readonly (readonly [string, LocalizedText])[] {
  const before = baseline.version.policy.parameters;
  return Object.entries(candidate.version.policy.parameters).flatMap(([id, { value, label }]) =>
    before[id] && before[id].value === value ? [] : [[PARAMETER_PREFIX + id, label] as const],
  );
}

/** The cap is no rule: what it changes is laid to its parameter, where that differs. */
function capCause({ baseline, candidate }: Sides): string | undefined {
  const capOf = ({ version: { policy } }: LoadedVersion) => {
    const name = policy.cap.rate.fact;
    return { name, value: policy.parameters[name.slice(PARAMETER_PREFIX.length)]?.value };
  };
  const [before, after] = [capOf(baseline), capOf(candidate)];
  return after.value !== before.value ? after.name : undefined;
}
