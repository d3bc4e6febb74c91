import type { FactDeclaration, LocalizedText, Policy, Scope } from "@evenhand/domain";
import type { PolicyForCases } from "@evenhand/sheets";
import type { Found, Rulebook } from "../rulebook/rulebook.ts";
import { versionsOf } from "../rulebook/versions-of.ts";

/**
 * By what the columns of a sheet are read under a policy: the facts of all its versions, since past cases belong to past
 * ones, each declared as the newest version that knows it has it. Only what every version requires is required of the
 * sheet, and a bound that differs is left to the check of each case under the version of its own day.
 */
export function policyForSheet(rules: Rulebook, id: string): Found<{ readonly policy: PolicyForCases }> {
  const found = versionsOf(rules, id);
  if ("refusal" in found) return found;
  const { versions } = found;
  const newest = versions.at(-1);
  if (!newest) throw new Error("a policy that was found has no version");
  const { derived, parameters, appliesBy, currency, timeZone } = newest;
  return {
    policy: {
      guards: [...new Set(versions.flatMap(({ guards }) => guards))],
      facts: { case: factsOf(versions, "case"), party: factsOf(versions, "party") },
      ...(derived ? { derived } : {}),
      parameters,
      appliesBy,
      currency,
      timeZone,
    },
  };
}

function factsOf(versions: readonly Policy[], scope: Scope): Readonly<Record<string, FactDeclaration>> {
  const names = new Set(versions.flatMap(({ facts }) => Object.keys(facts[scope])));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const declared = versions.flatMap(({ facts }) => facts[scope][name] ?? []);
      const newest = declared.at(-1);
      return newest ? [[name, merged(newest, declared, versions.length)]] : [];
    }),
  );
}

function merged(
  { required, minimum, maximum, values: _, ...newest }: FactDeclaration,
  declared: readonly FactDeclaration[],
  versions: number,
): FactDeclaration {
  const isInAll = declared.length === versions;
  const agree = (of: keyof FactDeclaration): boolean =>
    new Set(declared.map((one) => JSON.stringify(one[of]))).size === 1;
  const values: Record<string, LocalizedText> = {};
  for (const one of declared) Object.assign(values, one.values);
  return {
    ...newest,
    ...(required !== undefined && isInAll && agree("required") ? { required } : {}),
    ...(minimum !== undefined && agree("minimum") ? { minimum } : {}),
    ...(maximum !== undefined && typeof maximum === "number" && agree("maximum") ? { maximum } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  };
}
