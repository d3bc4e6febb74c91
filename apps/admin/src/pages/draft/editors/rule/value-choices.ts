import type { ValueType } from "@evenhand/domain";
import type { Vocabulary } from "@evenhand/policy";
import { type Choice, namesOf, namesOfEntry } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { comparable, isParameter, listedValues, shownReference, shownValue } from "./typed-value.ts";

/** The values that a fact lists, by their labels. */
export function listedChoices(fact: string | undefined, vocabulary: Vocabulary): readonly Choice[] {
  if (fact === undefined) return [];
  const entry = vocabulary.catalogue.get(fact);
  return listedValues(entry).map((value) => ({
    value,
    label: shownValue(value, { type: entry?.type ?? "text", fact, vocabulary }),
    names: namesOf(value, entry?.declaration?.values?.[value]),
  }));
}

/** The facts and figures that a value of one of these types may be taken from, as references; `hint` says what each is. */
export function referenceChoices(
  types: readonly ValueType[],
  given: { readonly desk: Desk; readonly fact?: string; readonly hint: (of: "figure" | ValueType) => string },
): readonly Choice[] {
  const vocabulary = given.desk.vocabulary();
  const asked = {
    vocabulary,
    asker: given.desk.asker(),
    ...(given.fact === undefined ? {} : { fact: given.fact }),
  };
  const entries = new Map(types.flatMap((type) => comparable(type, asked)).map((one) => [one.name, one]));
  return [...entries.values()].map((entry) => ({
    value: { fact: entry.name },
    label: shownReference(entry.name, vocabulary),
    hint: given.hint(isParameter(entry.name) ? "figure" : entry.type),
    names: namesOfEntry(entry),
  }));
}
