import type { Part } from "@evenhand/analysis";
import {
  type FactDeclaration,
  type FactType,
  type LocalizedText,
  type Policy,
  knownDeclarations,
  protectedFacts,
} from "@evenhand/domain";
import type { JsonObject } from "../../../document/pointer.ts";
import { deadlinesOf } from "../../draft/editors/deadlines/deadlines.ts";

/** A fact that can be chosen for something. */
export type FactChoice = {
  readonly fact: string;
  readonly label: LocalizedText;
  /** Its values with their labels, as far as the policy lists them. */
  readonly values: Readonly<Record<string, LocalizedText>>;
  readonly isProtected: boolean;
};

export const PARTS = [
  "did",
  "instructed",
  "planned",
  "trained",
  "supervised",
] as const satisfies readonly Part[];

/** What a policy offers to ask about. */
export type Choices = {
  /** By which people can be told apart, those that no rule may read first. */
  readonly groups: readonly FactChoice[];
  readonly ranks: readonly FactChoice[];
  readonly pays: readonly FactChoice[];
  readonly units: readonly FactChoice[];
  /** Each says of somebody that they had a part, or names who had. */
  readonly parts: readonly FactChoice[];
  readonly moments: readonly FactChoice[];
  readonly steps: readonly string[];
};

/** The facts of a policy by what they can say of people and cases. */
export function choicesOf(policy: Policy): Choices {
  const declarations = knownDeclarations(policy);
  const unread = new Set(protectedFacts(policy));
  const choose = (
    scope: "case" | "party",
    fits: (declaration: FactDeclaration) => boolean,
  ): readonly FactChoice[] =>
    Object.entries(declarations[scope]).flatMap(([fact, declaration]) =>
      fits(declaration)
        ? [{ fact, label: declaration.label, values: valuesOf(declaration), isProtected: unread.has(fact) }]
        : [],
    );
  const ofType =
    (...types: readonly FactType[]) =>
    ({ type }: FactDeclaration): boolean =>
      types.includes(type);
  return {
    groups: [...choose("party", isTold), ...choose("case", isTold)].toSorted(
      (a, b) => Number(b.isProtected) - Number(a.isProtected),
    ),
    ranks: choose("party", ofType("enum")),
    pays: choose("party", ofType("money")),
    units: choose("case", isTold),
    parts: choose("party", ofType("boolean", "party")),
    moments: choose("case", ofType("date", "instant")),
    // INVARIANT: a published policy is JSON.
    steps: [...new Set(deadlinesOf(policy as unknown as JsonObject).map(({ step }) => step))],
  };
}

/** Free text and people stand sealed in each record, so that nobody can be told apart by them. */
function isTold({ type, namesKind = "person" }: FactDeclaration): boolean {
  return type === "enum" || type === "boolean" || (type === "party" && namesKind !== "person");
}

function valuesOf({ type, values }: FactDeclaration): FactChoice["values"] {
  if (type === "boolean") return { true: { en: "yes", zh: "是" }, false: { en: "no", zh: "否" } };
  return values ?? {};
}

/** Whether a fact states of somebody that they had a part, or names who had it. */
export function partSource(policy: Policy, fact: string): "owns" | "names" {
  return knownDeclarations(policy).party[fact]?.type === "party" ? "names" : "owns";
}
