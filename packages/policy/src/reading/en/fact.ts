import { type FactDeclaration, type FactReference, isFactReference } from "@evenhand/domain";
import type { DerivedPlace, FactPlace } from "../document-words.ts";
import { figure } from "../figures.ts";
import { type Phrase, capitalised, childPointer, phraseAt } from "../phrase.ts";
import { type Vocabulary, typeOf, wordOf } from "../vocabulary.ts";
import { andList, orList, quoted, subjectOf } from "./noun.ts";
import { literalInWords, referenceInWords } from "./statement.ts";
import { valueInWords } from "./value.ts";

/**
 * A fact that is to be stated, with what it may hold.
 *
 * @example "Kind of complaint (required): one of “quality defect” and “late delivery”; other values are accepted."
 */
export function factInWords({ name, declaration, pointer }: FactPlace, vocabulary: Vocabulary): Phrase {
  const label = phraseAt(childPointer(pointer, "label"))`${declaration.label.en}`;
  const required = phraseAt(childPointer(pointer, "required"))`${requiredInWords(declaration, vocabulary)}`;
  const unstated = name === "decidedOn" ? "; where it is not stated, the day of evaluation" : "";
  const holds = phraseAt(
    childPointer(pointer, "type"),
  )`${[typeInWords(name, declaration, vocabulary), ...limits(name, declaration, vocabulary)].join(", ")}${unstated}`;
  const weighs = phraseAt(childPointer(pointer, "weighs"))`${weightInWords(declaration)}`;
  const shielded = phraseAt(childPointer(pointer, "protected"))`${protectedInWords(declaration)}`;
  return capitalised(phraseAt(pointer)`${label}${required}: ${holds}${weighs}${shielded}.`);
}

function weightInWords({ weighs, type }: FactDeclaration): string {
  if (weighs === undefined) return "";
  switch (type) {
    case "boolean":
      return `; where it holds, the matter is ${weighs}`;
    case "enum":
      return `; the later in this list, the ${weighs} the matter`;
    case "date":
    case "instant":
      return `; the later, the ${weighs} the matter`;
    default:
      return `; the more, the ${weighs} the matter`;
  }
}

function protectedInWords(declaration: FactDeclaration): string {
  return declaration.protected === true ? "; protected, so that no rule may look at it" : "";
}

function requiredInWords({ required }: FactDeclaration, vocabulary: Vocabulary): string {
  if (required === undefined || required === false) return "";
  if (required === true) return " (required)";
  return ` (required of every ${orList(required.map((kind) => wordOf(kind, vocabulary).replace(/^the /, "")))})`;
}

function typeInWords(name: string, declaration: FactDeclaration, vocabulary: Vocabulary): string {
  const values = Object.keys(declaration.values ?? {}).map((value) =>
    literalInWords(value, name, vocabulary),
  );
  switch (declaration.type) {
    case "enum":
      return `${values.length > 1 ? "one of " : ""}${andList(values)}${declaration.open ? "; other values are accepted" : ""}`;
    case "set":
      return `any of ${andList(values)}`;
    case "boolean":
      return declaration.whenAbsent === "unknown"
        ? "yes or no; not stated leaves it open"
        : "yes or no; not stated counts as no";
    case "party":
      return declaration.mustBeParty ? "a party of the case" : "whoever it is, by id";
    default:
      return TYPES[declaration.type];
  }
}

const TYPES: Readonly<
  Record<Exclude<FactDeclaration["type"], "enum" | "set" | "boolean" | "party">, string>
> = {
  money: "an amount",
  integer: "a whole number",
  decimal: "a number",
  rate: "a rate",
  date: "a day",
  instant: "a day and time",
  text: "text",
};

function limits(
  name: string,
  { minimum, maximum }: FactDeclaration,
  vocabulary: Vocabulary,
): readonly string[] {
  return [
    ...(minimum === undefined ? [] : [`at least ${limit(minimum)}`]),
    ...(maximum === undefined ? [] : [`at most ${limit(maximum)}`]),
  ];

  function limit(value: number | FactReference): string {
    if (isFactReference(value)) return subjectOf(value.fact, vocabulary);
    return figure(value, typeOf(name, vocabulary), { language: "en", currency: vocabulary.policy.currency });
  }
}

/**
 * A computed fact, with how it is computed.
 *
 * @example "Delay of the first answer: the hours from the time of receipt to the time of the answer, less 4 hours."
 */
export function derivedInWords({ derivation, pointer, where }: DerivedPlace, vocabulary: Vocabulary): Phrase {
  const label = phraseAt(childPointer(pointer, "label"))`${derivation.label.en}`;
  return capitalised(phraseAt(pointer)`${label}: ${formula()}.`);

  function formula(): Phrase {
    const says = phraseAt(pointer);
    const subject = (name: string): string => referenceInWords(name, vocabulary);
    switch (derivation.kind) {
      case "days-between":
      case "hours-between":
      case "minutes-between": {
        const unit = { "days-between": "days", "hours-between": "hours", "minutes-between": "minutes" }[
          derivation.kind
        ];
        const duration = { days: "calendar-days", hours: "hours", minutes: "minutes" } as const;
        const after =
          derivation.after &&
          valueInWords(
            derivation.after,
            duration[unit as keyof typeof duration],
            childPointer(pointer, "after"),
            vocabulary,
          );
        return says`the ${unit} from ${subject(derivation.from)} to ${subject(derivation.to)}${after ? says`, less ${after}` : ""}`;
      }
      case "ratio":
        return says`${subject(derivation.numerator)} divided by ${subject(derivation.denominator)}`;
      case "relative-excess":
        return says`by how much ${subject(derivation.of)} exceeds ${subject(derivation.over)}, as a part of the latter`;
      case "count":
        return says`how many of ${subject(derivation.of)} there are`;
      case "sum":
        return says`the sum of ${subject(derivation.of)} over the parties${where ? says` of whom this holds: ${where}` : ""}`;
      case "maximum":
        return says`the highest of ${subject(derivation.of)} among the parties${where ? says` of whom this holds: ${where}` : ""}`;
      case "count-parties":
        return where ? says`counts the parties of whom this holds: ${where}` : says`counts the parties`;
      case "on-record":
        return says`how often ${quoted(wordOf(derivation.code, vocabulary))} stands on record for the party in the ${valueInWords(derivation.months, "months", childPointer(pointer, "months"), vocabulary)} before`;
      case "first-known":
        return says`${derivation.of.map(subject).join(", or where it is unknown ")}`;
      case "greatest":
        return says`the highest of ${andList(derivation.of.map(subject))}, unknown ones left out`;
      case "local-day":
        return says`the day of ${subject(derivation.of)}`;
    }
  }
}
