import {
  type CatalogueEntry,
  PARAMETER_PREFIX,
  type ParameterUnit,
  type RuleStage,
  type Scope,
  type ValueType,
  closedValues,
  dimensionOf,
  isFactReference,
  isKnownIn,
} from "@evenhand/domain";
import { type Vocabulary, figure, labelOf, valueLabelOf, wordOf } from "@evenhand/policy";
import { type Json, fieldsOf } from "../../../../document/pointer.ts";
import { readFigure, writtenFigure } from "../figure.ts";

/** Who asks: what a rule can name depends on its scope and its stage. A named condition may be of any. */
export type Asker = { readonly scope?: Scope; readonly stage?: RuleStage };

/** Whether somebody who asks there can name this. */
export function isNameable(entry: CatalogueEntry, { scope, stage }: Asker): boolean {
  return (entry.scope === "case" || scope !== "case") && (stage === undefined || isKnownIn(entry, stage));
}

/** The name of the fact or parameter that a value refers to. */
export function referenceIn(value: Json | undefined): string | undefined {
  const { fact } = fieldsOf(value);
  return isFactReference(value) && typeof fact === "string" ? fact : undefined;
}

/**
 * A literal as it is typed: money in its main unit, rates in per cent, all else as it stands.
 *
 * @example typedText(500_000, { type: "money", vocabulary }) // "5000"
 */
export function typedText(value: Json, { type, vocabulary }: Typed): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return value === null ? "" : JSON.stringify(value);
  return writtenFigure(value, { unit: unitOf(type), currency: vocabulary.policy.currency });
}

/** What a literal's text has to be read with. */
export type Typed = { readonly type: ValueType; readonly vocabulary: Vocabulary };

/**
 * The literal that somebody typed, `undefined` where it is none of this type.
 *
 * @example typedLiteral("5,000", { type: "money", vocabulary }) // 500_000
 */
export function typedLiteral(text: string, { type, vocabulary }: Typed): number | string | undefined {
  const plain = text.trim();
  if (plain === "") return undefined;
  if (isText(type)) return plain;
  return isNumber(type)
    ? readFigure(plain, { unit: unitOf(type), currency: vocabulary.policy.currency })
    : undefined;
}

/** A value as it is shown once it is set: a figure in its unit, a word by its label, a parameter with what it holds. */
export function shownValue(
  value: Json,
  { fact, type, vocabulary }: Typed & { readonly fact?: string },
): string {
  const reference = referenceIn(value);
  if (reference !== undefined) return shownReference(reference, vocabulary);
  if (typeof value === "number")
    return figure(value, type, { ...vocabulary, currency: vocabulary.policy.currency });
  if (typeof value !== "string") return JSON.stringify(value);
  return fact === undefined ? wordOf(value, vocabulary) : valueLabelOf(fact, value, vocabulary);
}

/** @example shownReference("parameter.seriousLoss", vocabulary) // "serious-loss line: 5,000.00" */
export function shownReference(name: string, vocabulary: Vocabulary): string {
  const entry = vocabulary.catalogue.get(name);
  const label = labelOf(name, vocabulary);
  if (!entry?.parameter) return label;
  const value = figure(entry.parameter.value, entry.type, {
    language: vocabulary.language,
    currency: vocabulary.policy.currency,
  });
  return vocabulary.language === "zh" ? `${label}：${value}` : `${label}: ${value}`;
}

/** The facts and parameters that a fact may be compared with: those of its own dimension, parameters first. */
export function comparable(
  type: ValueType,
  {
    vocabulary,
    asker,
    fact,
  }: { readonly vocabulary: Vocabulary; readonly asker: Asker; readonly fact?: string },
): readonly CatalogueEntry[] {
  const dimension = type === "set" ? "text" : dimensionOf(type);
  return [...vocabulary.catalogue.values()].filter(
    (entry) => entry.name !== fact && dimensionOf(entry.type) === dimension && isNameable(entry, asker),
  );
}

/** The values a fact lists, whether or not others are accepted besides. */
export function listedValues(entry: CatalogueEntry | undefined): readonly string[] {
  return entry ? (closedValues(entry) ?? Object.keys(entry.declaration?.values ?? {})) : [];
}

/** Whether a fact takes values that it does not list. */
export function isOpen(entry: CatalogueEntry | undefined): boolean {
  return entry === undefined || closedValues(entry) === undefined;
}

/** How the texts in a list that was pasted are told apart: lines, tabs, commas of either width, and 、. */
export function pastedParts(text: string): readonly string[] {
  const parts = text.split(/[\n\r\t,，、;；]+/).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

/** The value behind a label, in either language, or behind itself. */
export function valueCalled(text: string, entry: CatalogueEntry | undefined): string | undefined {
  const called = text.trim().toLowerCase();
  return listedValues(entry).find((value) => {
    const label = entry?.declaration?.values?.[value];
    return [value, label?.en, label?.zh].some((name) => name?.toLowerCase() === called);
  });
}

export function isParameter(name: string): boolean {
  return name.startsWith(PARAMETER_PREFIX);
}

function isText(type: ValueType): boolean {
  return dimensionOf(type) === "text" || type === "party" || type === "set";
}

function isNumber(type: ValueType): boolean {
  const dimension = dimensionOf(type);
  return !isText(type) && dimension !== "boolean" && dimension !== "date" && dimension !== "instant";
}

function unitOf(type: ValueType): ParameterUnit {
  if (type === "money") return "money";
  return dimensionOf(type) === "rate" ? "rate" : "count";
}
