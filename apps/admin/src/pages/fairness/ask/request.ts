import type { PartSource } from "@evenhand/analysis";
import type { Policy } from "@evenhand/domain";
import type { FairnessAsked } from "@evenhand/service";
import type { Asked } from "./asked.ts";
import { PARTS, partSource } from "./choices.ts";

/**
 * A question as the service takes it. Whatever the page shows as chosen is named, so that what the service would choose by
 * itself plays no part, and the same question is found again.
 */
export function requestOf(asked: Asked, policy: Policy): Readonly<Record<string, unknown>> {
  const { from, until, kind, cross, draft, rank, pay, unit } = asked;
  return {
    policy: asked.policy,
    ...(from === "" ? {} : { from }),
    ...(until === "" ? {} : { until }),
    ...(kind === "" ? {} : { categories: [kind] }),
    groups: asked.groups ?? [],
    reference: referencesOf(asked),
    same: asked.same,
    ...(cross ? { cross } : {}),
    ...(rank === "" ? {} : { rank: { fact: rank } }),
    parts: partsOf(asked, policy),
    ...(pay === "" ? {} : { payFacts: [pay] }),
    steps: Object.entries(asked.steps).map(([step, fact]) => ({ step, fact })),
    ...(unit === "" ? {} : { unitFact: unit }),
    ...(draft === "" ? {} : { draft: { id: draft } }),
  };
}

function referencesOf({ groups, reference }: Asked): FairnessAsked["reference"] {
  return Object.entries(reference)
    .filter(([fact]) => groups?.includes(fact))
    .map(([fact, value]) => ({ fact, value }));
}

function partsOf({ parts }: Asked, policy: Policy): readonly PartSource[] {
  return PARTS.flatMap((part) => {
    const fact = parts[part];
    return fact === undefined ? [] : [{ part, fact, by: partSource(policy, fact) }];
  });
}

/** The question of a run that was asked for before, as this page or somebody else put it. */
export function askedOf(run: FairnessAsked): Asked {
  return {
    policy: run.policy,
    from: run.from ?? "",
    until: run.until ?? "",
    kind: run.categories[0] ?? "",
    groups: run.groups,
    reference: Object.fromEntries(run.reference.map(({ fact, value }) => [fact, value])),
    same: run.same,
    cross: run.cross,
    draft: run.draft?.draft ?? "",
    rank: run.rank?.fact ?? "",
    // More than one is what the service takes where none was chosen.
    pay: run.payFacts.length === 1 ? (run.payFacts[0] ?? "") : "",
    unit: run.unitFact ?? "",
    parts: Object.fromEntries(run.parts.map(({ part, fact }) => [part, fact])),
    steps: Object.fromEntries(run.steps.map(({ step, fact }) => [step, fact])),
  };
}
