import type { RelevantFacts } from "@evenhand/analysis";
import type { FactValue, ValueType } from "@evenhand/domain";
import { typeOf, type Vocabulary } from "@evenhand/policy";

const MS_PER_HOUR = 3_600_000;

/** What a relevant fact of like cases says, in the form in which it tells cases apart. */
export type RelevantValue =
  /** A day or moment, by how far it lies from the day that the version is chosen by; hours of a moment. */
  | { readonly kind: "days" | "hours"; readonly after: number }
  /** Which of the parties, from 1 on; 0 is somebody else. */
  | { readonly kind: "party"; readonly place: number }
  /** Text by which of the values in its case it is, from 1 on. */
  | { readonly kind: "text"; readonly place: number }
  | { readonly kind: "value"; readonly value: FactValue };

export type RelevantLine = {
  readonly fact: string;
  /** From 1 on; null for a fact of the case. */
  readonly party: number | null;
  readonly value: RelevantValue;
};

/** The relevant facts of like cases one by one, those of the case first. What kind of party somebody is, is no fact. */
export function relevantLines(facts: RelevantFacts, vocabulary: Vocabulary): readonly RelevantLine[] {
  const linesOf = (stated: RelevantFacts["case"], party: number | null): readonly RelevantLine[] =>
    Object.entries(stated).flatMap(([fact, value]) =>
      fact === "partyKind" ? [] : [{ fact, party, value: relevantValue(value, typeOf(fact, vocabulary)) }],
    );
  return [
    ...linesOf(facts.case, null),
    ...facts.parties.flatMap((stated, index) => linesOf(stated, index + 1)),
  ];
}

function relevantValue(value: FactValue, type: ValueType): RelevantValue {
  if (type === "date" && typeof value === "number") return { kind: "days", after: value };
  if (type === "instant" && typeof value === "number") {
    return { kind: "hours", after: Number((value / MS_PER_HOUR).toFixed(1)) };
  }
  if (type === "party" && typeof value === "string") return { kind: "party", place: placeIn(value) };
  if (type === "text" && typeof value === "string" && value.startsWith("#")) {
    return { kind: "text", place: placeIn(value) };
  }
  return { kind: "value", value };
}

/** `#2` is 2; whatever is no place is 0. */
function placeIn(text: string): number {
  return Number(/^#(\d+)$/.exec(text)?.[1] ?? 0);
}
