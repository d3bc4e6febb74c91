import type { EventType, FactType, Policy } from "@evenhand/domain";
import { readersOf } from "@evenhand/policy";
import type { ShownCase } from "./shown-case.ts";

const CHARGING: readonly EventType[] = ["fine", "deduct", "bear"];
/** What settles the grade that somebody is given, and with it what a deduction by the grade takes. */
const GRADING: readonly EventType[] = ["grade", "role", "exempt"];
/** Where nothing is stated, these are taken for no, or for none. */
const WITH_NEUTRAL: ReadonlySet<FactType> = new Set(["boolean", "set"]);

/**
 * The facts that a case leaves unknown and that rules which charge read, or rules that settle a grade which is charged for:
 * a rule does not hold of what is unknown, which may be why none charges anything. By name, in the order of the document.
 *
 * @example unstatedFacts(policy, { ...shown, party: "P1" }) // ["timesInYear"]
 */
export function unstatedFacts(policy: Policy, { request, party }: ShownCase): readonly string[] {
  const parts = [
    ...policy.rules.map(({ id, rule }) => ({ id, event: rule.event })),
    ...Object.entries(policy.tables).map(([id, { event }]) => ({ id, event })),
  ];
  const chargesByGrade = parts.some(
    ({ event }) => event.type === "deduct" && "of" in event.params && event.params.of === "grade",
  );
  const types = new Set(chargesByGrade ? [...CHARGING, ...GRADING] : CHARGING);
  const charging = new Set(parts.flatMap(({ id, event }) => (types.has(event.type) ? [id] : [])));
  const stated = {
    case: request.case.facts,
    party: request.case.parties.find(({ id }) => id === party)?.facts ?? {},
  };
  return (["case", "party"] as const).flatMap((scope) =>
    Object.entries(policy.facts[scope]).flatMap(([name, { type, whenAbsent }]) => {
      if ((stated[scope][name] ?? null) !== null) return [];
      if (WITH_NEUTRAL.has(type) && whenAbsent !== "unknown") return [];
      const isRead = readersOf(name, policy).some((id) => charging.has(id.split("#")[0] ?? id));
      return isRead ? [name] : [];
    }),
  );
}
