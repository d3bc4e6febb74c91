import { type CatalogueEntry, RULE_STAGES, isKnownIn, quote } from "@evenhand/domain";
import { POLICY_LIMITS } from "../schema/limits.ts";
import { type Asker, checkComparison } from "./check-comparison.ts";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { type Leaf, leavesOf } from "./walk-condition.ts";

/** What a named condition reads, for those who name it. */
type NamedCondition = {
  readonly comparisons: number;
  /** A fact of the party that it reads, which keeps it from being asked of a case. */
  readonly ofParty: CatalogueEntry | undefined;
  /** Of all it reads, what is known last. */
  readonly latest: CatalogueEntry | undefined;
};

/** How many comparisons each table asks for before its rows. */
export type AskedBefore = ReadonlyMap<string, number>;

/**
 * Checks every condition of a policy: the named ones, those of rules, and those that tables ask before their rows.
 *
 * @example checkConditions(inspection).get("grade-by-fault") // 3, where the table's `when` makes three comparisons
 */
export function checkConditions(inspection: Inspection): AskedBefore {
  const { draft } = inspection;
  const named = new Map(
    [...draft.conditions.parts].map(([name, { at, part }]) => [name, checkNamed(part, at, inspection)]),
  );
  for (const { at, stage, scope, conditions } of draft.rules) {
    checkAsked(
      { conditions, at: within(at, "rule", "conditions"), asker: { stage, scope } },
      named,
      inspection,
    );
  }
  return new Map(
    draft.tables.map(({ id, at, stage, scope, when }) => [
      id,
      checkAsked({ conditions: when, at: within(at, "when"), asker: { stage, scope } }, named, inspection),
    ]),
  );
}

function checkNamed(condition: unknown, at: string, inspection: Inspection): NamedCondition {
  const read: CatalogueEntry[] = [];
  let comparisons = 0;
  for (const leaf of leavesOf(condition, at, inspection.draft.shape)) {
    if (leaf.kind === "named") refuseNesting(leaf, inspection);
    else {
      comparisons += 1;
      checkComparison(leaf.comparison, leaf.at, {}, inspection);
      read.push(...readBy(leaf, inspection));
    }
  }
  checkSize({ comparisons, at }, inspection);
  return {
    comparisons,
    ofParty: read.find((entry) => entry.scope === "party"),
    latest: read.toSorted((a, b) => stageIndex(b) - stageIndex(a))[0],
  };
}

function readBy(
  { comparison: { fact, value } }: Extract<Leaf, { kind: "comparison" }>,
  { names }: Inspection,
): readonly CatalogueEntry[] {
  const mentioned =
    typeof value === "object" && value !== null && "fact" in value ? [fact, value.fact] : [fact];
  return mentioned.map((name) => names.catalogue.get(name)).filter((entry) => entry !== undefined);
}

function stageIndex({ knownFrom }: CatalogueEntry): number {
  return RULE_STAGES.indexOf(knownFrom);
}

type Asked = { readonly conditions: unknown; readonly at: string; readonly asker: Asker };

function checkAsked(
  { conditions, at, asker }: Asked,
  named: ReadonlyMap<string, NamedCondition>,
  inspection: Inspection,
): number {
  let comparisons = 0;
  for (const leaf of leavesOf(conditions, at, inspection.draft.shape)) {
    if (leaf.kind === "comparison") {
      comparisons += 1;
      checkComparison(leaf.comparison, leaf.at, asker, inspection);
      continue;
    }
    const condition = named.get(leaf.name);
    if (!condition) reportUnknown(leaf, inspection);
    else checkUse({ leaf, condition, asker }, inspection);
    comparisons += condition?.comparisons ?? 0;
  }
  checkSize({ comparisons, at }, inspection);
  return comparisons;
}

type NamedLeaf = Extract<Leaf, { kind: "named" }>;
type Use = { readonly leaf: NamedLeaf; readonly condition: NamedCondition; readonly asker: Asker };

/** A named condition is judged where it is used: only there is known of whom and in which stage it is asked. */
function checkUse(
  { leaf, condition: { ofParty, latest }, asker: { scope, stage } }: Use,
  { report }: Inspection,
): void {
  const at = within(leaf.at, "condition");
  if (scope === "case" && ofParty) {
    report.add({
      code: "wrong-scope",
      at,
      message: {
        en: `${quote(leaf.name)} reads \`${ofParty.name}\`, which belongs to a party, and cannot be asked of the case as a whole`,
        zh: `${quote(leaf.name)}读取属于当事方的\`${ofParty.name}\`，不能对整个案件使用`,
      },
    });
  }
  if (stage !== undefined && latest && !isKnownIn(latest, stage)) {
    report.add({
      code: "not-known-yet",
      at,
      message: {
        en: `${quote(leaf.name)} reads \`${latest.name}\`, which is not known yet in the stage \`${stage}\``,
        zh: `${quote(leaf.name)}读取\`${latest.name}\`，而在\`${stage}\`阶段它尚不可知`,
      },
      help: {
        en: `it can be asked from the stage \`${latest.knownFrom}\` on`,
        zh: `自\`${latest.knownFrom}\`阶段起方可使用`,
      },
    });
  }
}

function refuseNesting({ at, name }: NamedLeaf, { report }: Inspection): void {
  report.add({
    code: "wrong-shape",
    at: within(at, "condition"),
    message: {
      en: `a named condition cannot name another one, ${quote(name)}`,
      zh: `具名条件中不能再引用具名条件${quote(name)}`,
    },
    help: { en: "write out what it asks for", zh: "请将其内容直接写出" },
  });
}

function reportUnknown({ at, name }: NamedLeaf, { draft, report }: Inspection): void {
  if (!draft.conditions.isWhole) return;
  report.add({
    code: "unknown-condition",
    at: within(at, "condition"),
    message: {
      en: `${quote(name)} is not a condition of this policy`,
      zh: `本制度没有具名条件${quote(name)}`,
    },
    ...report.didYouMean(name, draft.conditions.parts.keys()),
  });
}

/** Reports a rule that makes more comparisons than one may. */
export function checkSize(
  { comparisons, at }: { readonly comparisons: number; readonly at: string },
  { report }: Inspection,
): void {
  const most = POLICY_LIMITS.conditions;
  if (comparisons <= most) return;
  report.add({
    code: "too-many",
    at,
    message: {
      en: `this makes ${comparisons} comparisons, and a rule may make ${most}`,
      zh: `此处共有${comparisons}个比较，一条规则最多${most}个`,
    },
    help: { en: "split it into several rules", zh: "请拆成几条规则" },
  });
}
