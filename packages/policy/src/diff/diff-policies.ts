import type { Policy } from "@evenhand/domain";
import type { GuardTitles } from "../reading/vocabulary.ts";
import { conditionChanges } from "./condition-changes.ts";
import { derivedChanges } from "./derived-changes.ts";
import { factChanges } from "./fact-changes.ts";
import { gateChanges } from "./gate-changes.ts";
import { headerChanges } from "./header-changes.ts";
import { parameterChanges } from "./parameter-changes.ts";
import type { PolicyChange } from "./policy-change.ts";
import { ruleChanges } from "./rule-changes.ts";
import { isSame } from "./same.ts";
import { sideOf } from "./sides.ts";
import { tableChanges } from "./table-changes.ts";
import { exampleChanges, noteChanges, wordChanges } from "./text-changes.ts";

/**
 * What differs between two versions of a policy, in the policy's own terms and in the order of the document. Facts,
 * parameters, rules, tables, rows and columns are matched by id, so that moving one is a move and not a removal. The
 * order of keys means nothing. Both documents must have the shape of a policy; they need not be valid beyond that.
 * Statutory guards are named by their titles where `guards` gives them, else by their ids.
 *
 * INVARIANT: no change is returned exactly where both documents have the same canonical JSON.
 *
 * @example
 * diffPolicies(version1, version2)[2]?.text.zh // "警告折算率由100%改为10%，变动−90个百分点（第24条），涉及规则“…”"
 */
export function diffPolicies(before: Policy, after: Policy, guards?: GuardTitles): readonly PolicyChange[] {
  if (isSame(before, after)) return [];
  const sides = { before: sideOf(before, guards), after: sideOf(after, guards) };
  return [
    ...headerChanges(sides),
    ...gateChanges(sides),
    ...factChanges(sides),
    ...derivedChanges(sides),
    ...parameterChanges(sides),
    ...conditionChanges(sides),
    ...tableChanges(sides),
    ...ruleChanges(sides),
    ...wordChanges(sides),
    ...noteChanges(sides),
    ...exampleChanges(sides),
  ];
}
