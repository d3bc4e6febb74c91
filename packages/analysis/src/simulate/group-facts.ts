import {
  type Case,
  type FactDeclaration,
  type FactType,
  type FactValue,
  type LocalizedText,
  type Scope,
  knownDeclarations,
} from "@evenhand/domain";
import type { Sides } from "./compare/comparison.ts";

/** A fact by which results can be grouped. */
export type GroupFact = {
  readonly name: string;
  readonly scope: Scope;
  readonly label: LocalizedText;
};

const GROUPABLE: ReadonlySet<FactType> = new Set<FactType>(["enum", "text", "boolean", "integer", "party"]);

/**
 * The facts of two versions by which results can be grouped: of the parties, then of the case, those that have one value
 * out of few. As the candidate declares them, where both do.
 *
 * @example groupableFacts({ baseline, candidate }).map(({ name }) => name) // ["function", "unit", …, "complaintKind", …]
 */
export function groupableFacts(sides: Sides): readonly GroupFact[] {
  return (["party", "case"] as const).flatMap((scope) =>
    Object.entries(declarationsOf(sides, scope)).flatMap(([name, { type, label }]) =>
      GROUPABLE.has(type) ? [{ name, scope, label }] : [],
    ),
  );
}

/** How the values of one fact are read and called. */
export type GroupReading = GroupFact & {
  /** What a case, or one of its parties, states; null where it states nothing. */
  readonly valueOf: (one: Case, party: string | undefined) => string | null;
  readonly labelOf: (value: string | null) => LocalizedText;
};

/** Undefined where no such fact can be grouped by. */
export function groupReading(sides: Sides, name: string): GroupReading | undefined {
  const fact = groupableFacts(sides).find((one) => one.name === name);
  const declaration = fact && declarationsOf(sides, fact.scope)[name];
  if (!declaration) return undefined;
  return {
    ...fact,
    valueOf: (one, party) =>
      textOf(
        fact.scope === "case" ? one.facts : one.parties.find(({ id }) => id === party)?.facts,
        name,
        declaration,
      ),
    labelOf: (value) => labelOf(value, declaration),
  };
}

function declarationsOf({ baseline, candidate }: Sides, scope: Scope): Record<string, FactDeclaration> {
  const [before, after] = [baseline, candidate].map(
    ({ version }) => knownDeclarations(version.policy)[scope],
  );
  return { ...before, ...after };
}

function textOf(
  facts: Readonly<Record<string, FactValue>> | undefined,
  name: string,
  { type, whenAbsent }: FactDeclaration,
): string | null {
  const value = facts && Object.hasOwn(facts, name) ? facts[name] : null;
  if (value === null || value === undefined)
    return facts && type === "boolean" && whenAbsent !== "unknown" ? "false" : null;
  return String(value);
}

function labelOf(value: string | null, { type, values }: FactDeclaration): LocalizedText {
  if (value === null) return { en: "not stated", zh: "未填写" };
  if (type === "boolean") return value === "true" ? { en: "yes", zh: "是" } : { en: "no", zh: "否" };
  const label = values && Object.hasOwn(values, value) ? values[value] : undefined;
  return label ?? { en: value, zh: value };
}
