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
  /** The values that a version declares of it, in order; none where it may say anything. */
  readonly values: readonly FactChoice[];
};

export type FactChoice = { readonly value: string; readonly label: LocalizedText };

/** The types of facts that have one value out of few. */
const FEW_VALUES: ReadonlySet<FactType> = new Set<FactType>(["enum", "text", "boolean", "integer", "party"]);

/** Whether results can be grouped by a fact: it has one value out of few, and that is not a person. */
export function isGroupable({ type, namesKind = "person" }: FactDeclaration): boolean {
  return FEW_VALUES.has(type) && (type !== "party" || namesKind !== "person");
}

/** What the values of a boolean fact are called. */
export const YES_NO = {
  true: { en: "yes", zh: "是" },
  false: { en: "no", zh: "否" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/**
 * The facts of two versions by which results can be grouped: of the parties, then of the case, those that have one value
 * out of few and do not name a person. As the candidate declares them, where both do.
 *
 * @example groupableFacts({ baseline, candidate }).map(({ name }) => name) // ["function", "unit", …, "complaintKind", …]
 */
export function groupableFacts(sides: Sides): readonly GroupFact[] {
  return (["party", "case"] as const).flatMap((scope) =>
    Object.entries(declarationsOf(sides, scope)).flatMap(([name, declaration]) =>
      isGroupable(declaration)
        ? [{ name, scope, label: declaration.label, values: choicesOf(declaration) }]
        : [],
    ),
  );
}

/** How the values of one fact are read and called. */
export type GroupReading = GroupFact & {
  /** What a case, or one of its parties, states; null where it states nothing. */
  readonly valueOf: (one: Case, party: string | undefined) => string | null;
  readonly labelOf: (value: string | null) => LocalizedText;
  /** Whether its values are numbers, which have an order of their own. */
  readonly isNumber: boolean;
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
    isNumber: declaration.type === "integer",
  };
}

/** As the candidate declares them, with the values that only the baseline knows: past cases state those as well. */
function declarationsOf({ baseline, candidate }: Sides, scope: Scope): Record<string, FactDeclaration> {
  const before = knownDeclarations(baseline.version.policy)[scope];
  const after = knownDeclarations(candidate.version.policy)[scope];
  const both = Object.entries(after).map(([name, declaration]) => {
    if (!declaration.values) return [name, declaration] as const;
    const earlier = Object.hasOwn(before, name) ? before[name]?.values : undefined;
    return [name, { ...declaration, values: { ...earlier, ...declaration.values } }] as const;
  });
  return { ...before, ...Object.fromEntries(both) };
}

function choicesOf(declaration: FactDeclaration): readonly FactChoice[] {
  const { type, values = {} } = declaration;
  const names = type === "boolean" ? ["true", "false"] : Object.keys(values);
  return names.map((value) => ({ value, label: labelOf(value, declaration) }));
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
  if (type === "boolean") return YES_NO[value === "true" ? "true" : "false"];
  const label = values && Object.hasOwn(values, value) ? values[value] : undefined;
  return label ?? { en: value, zh: value };
}
