import type { LocalizedText, Outcome, Policy, Rule } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { RecentCase, RecentCases } from "@evenhand/service";
import type { DecidedCase } from "./decided-case.ts";
import { type CaseChange, type ChangeKind, type Effect, MOST_LISTED, type Skipped } from "./effect.ts";

type Decided = Exclude<DecidedCase, { readonly reason: unknown }>;
type Both = { readonly before: LoadedVersion; readonly after: LoadedVersion };

/** Two answers to one case. */
export type ComparedCase = {
  readonly one: RecentCase;
  readonly before: DecidedCase;
  readonly after: DecidedCase;
};

/**
 * What a draft does to a sample, from what each case came to under both.
 *
 * @example compareCases(compared, { before, after, sample, tookMs: 212 }).changed // 37
 */
export function compareCases(
  all: readonly ComparedCase[],
  { before, after, sample, tookMs }: Both & { readonly sample: RecentCases; readonly tookMs: number },
): Effect {
  const pairs = all.flatMap(({ one, ...both }) => {
    const pair = decidedBoth(both);
    return pair ? [{ one, ...pair }] : [];
  });
  const isOther = changedRules({ before, after });
  const labels = labelsOf({ before, after });
  const changes = pairs
    .filter((pair) => pair.before.fingerprint !== pair.after.fingerprint)
    .map((pair) => changeOf(pair, { isOther, labels }));
  const sumOf = (side: "before" | "after"): number =>
    pairs.reduce((sum, pair) => sum + pair[side].totalMinor, 0);
  return {
    baseVersion: before.version.policy.version,
    takenAt: sample.takenAt,
    cases: sample.cases.length,
    compared: pairs.length,
    changed: changes.length,
    higher: changes.filter(({ beforeMinor, afterMinor }) => afterMinor > beforeMinor).length,
    lower: changes.filter(({ beforeMinor, afterMinor }) => afterMinor < beforeMinor).length,
    otherApproval: changes.filter(({ kinds }) => kinds.includes("approval")).length,
    beforeMinor: sumOf("before"),
    afterMinor: sumOf("after"),
    currency: after.version.policy.currency,
    rules: hitsIn(pairs, labels),
    skipped: skippedOf(all),
    changes: changes.toSorted((left, right) => sizeOf(right) - sizeOf(left)).slice(0, MOST_LISTED),
    isWithoutRecord: [before, after].some(({ version }) => asksRecord(version.policy)),
    tookMs,
  };
}

function decidedBoth({ before, after }: Pick<ComparedCase, "before" | "after">) {
  return "reason" in before || "reason" in after ? undefined : { before, after };
}

function sizeOf({ beforeMinor, afterMinor }: CaseChange): number {
  return Math.abs(afterMinor - beforeMinor);
}

type Pair = { readonly one: RecentCase; readonly before: Decided; readonly after: Decided };
type Labels = ReadonlyMap<string, LocalizedText>;

function changeOf(
  { one, before, after }: Pair,
  { isOther, labels }: { readonly isOther: (rule: string) => boolean; readonly labels: Labels },
): CaseChange {
  const causes = [...new Set([...before.rules, ...after.rules])].filter(
    (rule) => before.rules.has(rule) !== after.rules.has(rule) || isOther(rule),
  );
  return {
    id: one.id,
    appliesOn: one.appliesOn,
    beforeMinor: before.totalMinor,
    afterMinor: after.totalMinor,
    kinds: kindsOf(before.outcome, after.outcome),
    causes: causes.flatMap((rule) => labels.get(rule) ?? []),
  };
}

const ASPECTS: Readonly<Record<Exclude<ChangeKind, "other">, (outcome: Outcome) => unknown>> = {
  amount: ({ parties }) => parties.map(({ party, totalMinor }) => [party, totalMinor]),
  disposition: ({ disposition, ground }) => [disposition, ground],
  grade: ({ parties }) => parties.map(({ party, grade }) => [party, grade]),
  deadline: ({ deadlines }) => deadlines,
  approval: ({ authority }) => authority.level,
};

function kindsOf(before: Outcome, after: Outcome): readonly ChangeKind[] {
  const kinds = (Object.keys(ASPECTS) as (keyof typeof ASPECTS)[]).filter(
    (kind) => JSON.stringify(ASPECTS[kind](before)) !== JSON.stringify(ASPECTS[kind](after)),
  );
  return kinds.length > 0 ? kinds : ["other"];
}

/** Whether a rule of both says something else in one than in the other, or counts with other figures. */
function changedRules({ before, after }: Both): (rule: string) => boolean {
  const said = ({ version, parametersOf }: LoadedVersion) =>
    new Map(
      version.rules.map(({ id, rule }) => [id, JSON.stringify([rule, figuresOf(parametersOf.get(id))])]),
    );
  const [saidBefore, saidAfter] = [said(before), said(after)];
  return (rule) => saidBefore.get(rule) !== saidAfter.get(rule);
}

function figuresOf(used: Iterable<{ readonly id: string; readonly value: unknown }> = []) {
  return Array.from(used, ({ id, value }) => [id, value]);
}

/** What the rules of both are called; of those that stand in both, as the draft calls them. */
function labelsOf({ before, after }: Both): Labels {
  const named = ({ version }: LoadedVersion) =>
    version.rules.map(({ id, label }: Rule) => [id, label] as const);
  return new Map([...named(before), ...named(after)]);
}

function hitsIn(pairs: readonly Pair[], labels: Labels): Effect["rules"] {
  const counted = (side: "before" | "after"): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const pair of pairs)
      for (const rule of pair[side].rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return counts;
  };
  const [before, after] = [counted("before"), counted("after")];
  return Object.fromEntries(
    [...labels].flatMap(([id, label]) => {
      const hits = { label, before: before.get(id) ?? 0, after: after.get(id) ?? 0 };
      return hits.before + hits.after > 0 ? [[id, hits]] : [];
    }),
  );
}

/** By reason, most cases first. A case that neither can decide is counted once, by what the draft says. */
function skippedOf(all: readonly ComparedCase[]): readonly Skipped[] {
  const counts = new Map<string, { reason: LocalizedText; cases: number }>();
  for (const { before, after } of all) {
    const refused = "reason" in after ? after : before;
    if (!("reason" in refused)) continue;
    const counted = counts.get(refused.reason.en) ?? { reason: refused.reason, cases: 0 };
    counts.set(refused.reason.en, { ...counted, cases: counted.cases + 1 });
  }
  return [...counts.values()].toSorted((left, right) => right.cases - left.cases);
}

function asksRecord({ derived }: Policy): boolean {
  return [derived?.case, derived?.party].some((facts) =>
    Object.values(facts ?? {}).some(({ kind }) => kind === "on-record"),
  );
}
