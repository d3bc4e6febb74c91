import type { Weight } from "./fact.ts";
import type { Policy } from "./policy.ts";

/**
 * Which way facts of a policy weigh, by name: what is declared, and where nothing is, the loss that is divided and whatever
 * counts earlier findings on record as worse. A fact that is not in it has no direction.
 *
 * @example weightsOf(complaintFines2) // Map { "lossAmount" => "worse" }
 */
export function weightsOf(policy: Policy): ReadonlyMap<string, Weight> {
  const { lossFact, facts, derived } = policy;
  const declared = Object.entries({ ...facts.case, ...facts.party }).flatMap(([name, { weighs }]) =>
    weighs === undefined ? [] : [[name, weighs] as const],
  );
  const onRecord = Object.entries(derived?.party ?? {}).flatMap(([name, { kind }]) =>
    kind === "on-record" ? [[name, "worse"] as const] : [],
  );
  return new Map([
    ...(lossFact === undefined ? [] : [[lossFact, "worse"] as const]),
    ...onRecord,
    ...declared,
  ]);
}

/**
 * The facts that nothing in a policy may read, in the order of the document, those of the case first.
 *
 * @example protectedFacts(policy) // ["site", "rank"]
 */
export function protectedFacts({ facts }: Policy): readonly string[] {
  return Object.entries({ ...facts.case, ...facts.party }).flatMap(([name, declaration]) =>
    declaration.protected === true ? [name] : [],
  );
}
