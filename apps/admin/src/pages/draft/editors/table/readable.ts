import {
  FACT_TYPES,
  type CatalogueEntry,
  type LocalizedText,
  type Policy,
  type PolicyDeclarations,
  catalogueOf,
  parameterType,
} from "@evenhand/domain";
import { currencyOf } from "../../../../document/currency.ts";
import { type Json, type JsonObject, fieldsOf, itemsOf } from "../../../../document/pointer.ts";

/** The parts of a draft that a table reads. Each keeps its identity for as long as nobody edits it. */
export type Surroundings = {
  readonly facts: Json | undefined;
  readonly derived: Json | undefined;
  readonly parameters: Json | undefined;
  readonly words: Json | undefined;
  readonly grades: Json | undefined;
  readonly guards: Json | undefined;
  readonly currency: string;
};

export function surroundingsIn(document: JsonObject): Surroundings {
  const { facts, derived, parameters, words, grades, guards } = document;
  return {
    facts,
    derived,
    parameters,
    words,
    grades,
    guards,
    currency: currencyOf(document),
  };
}

/**
 * Everything that a table of a draft can name. A declaration that is not well formed is left out, as if it were not
 * there; what is wrong with it is told by the validator.
 */
export function readableCatalogue(around: Surroundings): ReadonlyMap<string, CatalogueEntry> {
  return catalogueOf(declarationsIn(around));
}

/** The words of a draft with their labels, as far as they have any. */
export function readableWords(words: Json | undefined): Policy["words"] {
  // INVARIANT: `isLabel` was asked of every value.
  return kept(words, isLabel) as Policy["words"];
}

function declarationsIn({ facts, derived, parameters, guards }: Surroundings): PolicyDeclarations {
  const ofScope = (group: Json | undefined, scope: "case" | "party", isOne: (value: Json) => boolean) =>
    kept(fieldsOf(group)[scope], isOne);
  // INVARIANT: of every declaration that is kept, those fields were looked at that the catalogue reads.
  return {
    guards: itemsOf(guards).filter((guard) => typeof guard === "string"),
    facts: { case: ofScope(facts, "case", isFact), party: ofScope(facts, "party", isFact) },
    derived: { case: ofScope(derived, "case", isDerived), party: ofScope(derived, "party", isDerived) },
    parameters: kept(parameters, isParameter),
  } as unknown as PolicyDeclarations;
}

function kept(group: Json | undefined, isOne: (value: Json) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(fieldsOf(group)).filter(([, value]) => isOne(value)));
}

function isFact(value: Json): boolean {
  const { type, label, values } = fieldsOf(value);
  const areValuesLabelled = Object.values(fieldsOf(values)).every(isLabel);
  return isLabel(label) && areValuesLabelled && (FACT_TYPES as readonly unknown[]).includes(type);
}

const OF_SEVERAL: ReadonlySet<unknown> = new Set(["first-known", "greatest"]);

function isDerived(value: Json): boolean {
  const { kind, label, of } = fieldsOf(value);
  return isLabel(label) && typeof kind === "string" && (!OF_SEVERAL.has(kind) || Array.isArray(of));
}

function isParameter(value: Json): boolean {
  const { unit, label, value: figure } = fieldsOf(value);
  if (!isLabel(label) || (typeof figure !== "number" && typeof figure !== "string")) return false;
  return (parameterType as (unit: unknown) => unknown)(unit) !== undefined;
}

export function isLabel(value: Json | undefined): value is LocalizedText {
  const { en, zh } = fieldsOf(value);
  return typeof en === "string" && typeof zh === "string";
}
