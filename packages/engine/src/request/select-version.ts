import {
  type EvaluateRequest,
  type Policy,
  type PolicyVersion,
  type Refusal,
  formatDay,
  isFactReference,
  knownDeclarations,
  localDay,
  parseDay,
  parseInstant,
  pointer,
} from "@evenhand/domain";
import { problem, refusal } from "../problems.ts";
import { readFacts } from "./read-facts.ts";

/**
 * Why this version: named in the request (`byDate`: which one its day would have given), in force on the day (epoch day) that
 * the policy goes by, or a draft that is tried and has neither number nor day of effect yet.
 */
export type VersionReason =
  | { readonly kind: "named"; readonly byDate?: number }
  | { readonly kind: "in-force"; readonly fact: string; readonly day: number }
  | { readonly kind: "draft" };

export type SelectedVersion<Version> = { readonly version: Version; readonly reason: VersionReason };

/**
 * The version a case is decided under: the one the request names, whatever its dates; else the latest one whose
 * `effectiveFrom` is not after the local day of the policy's `appliesBy` fact. Refused where no such version exists or
 * the day is not stated.
 *
 * @param versions of one policy, at least one, in any order
 * @param evaluatedAt epoch milliseconds; `decidedOn` defaults to its local day
 */
export function selectVersion<Version extends { readonly version: PolicyVersion }>(
  versions: readonly Version[],
  request: EvaluateRequest,
  evaluatedAt: number,
): SelectedVersion<Version> | { readonly refusal: Refusal } {
  const ordered = versions.toSorted(
    (left, right) => left.version.policy.version - right.version.policy.version,
  );
  const newest = ordered.at(-1);
  if (!newest) throw new Error("a policy without versions cannot be selected from");
  const { policy } = newest.version;
  const day = appliesOn(policy, request, evaluatedAt);
  const inForce =
    day === undefined
      ? undefined
      : ordered.findLast(
          (candidate) => (parseDay(candidate.version.policy.effectiveFrom) ?? Infinity) <= day,
        );
  if (request.policyVersion !== undefined) {
    const named = ordered.find((candidate) => candidate.version.policy.version === request.policyVersion);
    if (!named) return { refusal: unknownVersion(request.policyVersion, ordered) };
    const byDate = inForce?.version.policy.version;
    return { version: named, reason: { kind: "named", ...(byDate === undefined ? {} : { byDate }) } };
  }
  if (day === undefined) {
    const read = readFacts(policy, request);
    // INVARIANT: the fact that decides the version is required, so an unreadable day is always among the problems.
    if (!("problems" in read)) throw new Error(`\`${policy.appliesBy}\` of policy ${policy.id} gives no day`);
    return { refusal: refusal(read.problems) };
  }
  if (inForce) return { version: inForce, reason: { kind: "in-force", fact: policy.appliesBy, day } };
  return { refusal: beforeFirst(policy.appliesBy, day, ordered[0]?.version.policy.effectiveFrom ?? "") };
}

/** The local epoch day by which a version is chosen, or `undefined` where the request does not state it readably. */
export function appliesOn(policy: Policy, request: EvaluateRequest, evaluatedAt: number): number | undefined {
  const declaration = knownDeclarations(policy).case[policy.appliesBy];
  const { facts } = request.case;
  const value = Object.hasOwn(facts, policy.appliesBy) ? facts[policy.appliesBy] : undefined;
  if (value === undefined || value === null) {
    return policy.appliesBy === "decidedOn" ? localDay(evaluatedAt, policy.timeZone) : undefined;
  }
  if (typeof value !== "string" || !declaration || isFactReference(value)) return undefined;
  if (declaration.type === "date") return parseDay(value);
  const instant = parseInstant(value);
  return instant === undefined ? undefined : localDay(instant, policy.timeZone);
}

function unknownVersion(wanted: number, ordered: readonly { readonly version: PolicyVersion }[]): Refusal {
  const known = ordered.map((candidate) => candidate.version.policy.version);
  const id = ordered[0]?.version.policy.id ?? "";
  return refusal([
    problem({
      code: "unknown-version",
      at: "/policyVersion",
      en: `policy \`${id}\` has no version \`${wanted}\``,
      zh: `制度\`${id}\`没有第\`${wanted}\`版`,
      help: { en: `versions: ${known.join(", ")}`, zh: `现有版本：${known.join("、")}` },
    }),
  ]);
}

function beforeFirst(fact: string, day: number, first: string): Refusal {
  return refusal([
    problem({
      code: "before-first-version",
      at: pointer("case", "facts", fact),
      en: `\`${fact}\` is ${formatDay(day)}, before the first version came into force on ${first}`,
      zh: `\`${fact}\`为${formatDay(day)}，早于首个版本的施行日${first}`,
      help: {
        en: "name a version with `policyVersion` to evaluate under it all the same",
        zh: "如仍需按某一版本核算，请用`policyVersion`指定",
      },
    }),
  ]);
}
