import {
  type CatalogueEntry,
  type FactDeclaration,
  type FactType,
  type Scope,
  type Weight,
  knownDeclarations,
  weightsOf,
} from "@evenhand/domain";
import { type LoadedVersion, requirements } from "@evenhand/engine";
import type { Slot, Trial } from "./trial.ts";

/** A fact that probes may set: one that a case states, or how often something is on record against a party. */
export type ProbedFact = {
  readonly name: string;
  readonly scope: Scope;
  readonly type: FactType;
  readonly declaration: FactDeclaration;
  /** Of a count of earlier findings: what is counted. */
  readonly code?: string;
  readonly weight?: Weight;
  /** Whether a rule reads it, through derived facts and named conditions as well. */
  readonly isRead: boolean;
};

/** Every fact that probes may set under a version, those of the case first. */
export function probedFacts({ version, catalogue }: LoadedVersion): readonly ProbedFact[] {
  const { policy } = version;
  const declarations = knownDeclarations(policy);
  const weights = weightsOf(policy);
  const weightOf = (name: string): Pick<ProbedFact, "weight"> => {
    const weight = weights.get(name);
    return weight === undefined ? {} : { weight };
  };
  const stated = requirements(version).facts.flatMap(({ name, scope, type, readBy }): ProbedFact[] => {
    const declaration = declarations[scope][name];
    if (!declaration) return [];
    const isRead = readBy.length > 0 || name === policy.lossFact;
    return [{ name, scope, type, declaration, ...weightOf(name), isRead }];
  });
  return [...stated, ...[...catalogue.values()].flatMap((entry) => onRecord(entry, weights.get(entry.name)))];
}

function onRecord({ name, derivation, label }: CatalogueEntry, weight: Weight | undefined): ProbedFact[] {
  if (derivation?.kind !== "on-record") return [];
  const declaration: FactDeclaration = { type: "integer", label, minimum: 0 };
  const { code } = derivation;
  return [
    { name, scope: "party", type: "integer", declaration, code, ...(weight && { weight }), isRead: true },
  ];
}

/** The places of a fact in a trial: one for the case, or one for each party. */
export function slotsOf({ name, scope, code }: ProbedFact, { request }: Trial): readonly Slot[] {
  if (scope === "case") return [{ fact: name }];
  return request.case.parties.map(({ id }) => ({
    fact: name,
    party: id,
    ...(code === undefined ? {} : { code }),
  }));
}
