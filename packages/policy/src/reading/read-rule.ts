import type { Language, Policy, Rule } from "@evenhand/domain";
import { type RowPlace, conditionTree, rowTree } from "./condition-tree.ts";
import { ruleInWords as inEnglish } from "./en/rule.ts";
import { rowEvent, ruleEvent } from "./event-place.ts";
import { type Phrase, childPointer, textOf } from "./phrase.ts";
import type { RuleReading } from "./rule-reading.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { ruleInWords as inChinese } from "./zh/rule.ts";

/**
 * A rule as a sentence that a person reads, its article at the end; a list follows where it asks for more than three
 * things. A rule that was compiled from a table (`<table>#<row>`) reads as its row, with what the table asks first.
 *
 * @example readRule(rule, policy, "en") // "Where anybody is given a grade, the general manager approves (Art. 23)."
 */
export function readRule(rule: Rule, policy: Policy, language: Language): string {
  return textOf(readRulePhrase(rule, policy, language));
}

/** The same with the place of each of its words, as JSON pointers into the policy document. */
export function readRulePhrase(rule: Rule, policy: Policy, language: Language): Phrase {
  const vocabulary = vocabularyOf(policy, language);
  const row = rowPlaceOf(rule.id, policy);
  return row
    ? rowPhrase(row, vocabulary, { withTable: true })
    : rulePhrase(rule, placeOfRule(rule, policy), vocabulary);
}

/** A rule that stands at `pointer`. */
export function rulePhrase(rule: Rule, pointer: string, vocabulary: Vocabulary): Phrase {
  return ruleInWords(
    {
      tree: conditionTree(rule.rule.conditions, vocabulary, childPointer(pointer, "rule", "conditions")),
      scope: rule.scope,
      place: ruleEvent(rule, pointer),
      references: rule.references,
      referencesPointer: childPointer(pointer, "references"),
      pointer,
      form: "rule",
    },
    vocabulary,
  );
}

/** One row of a table; what the whole table asks first is said where `withTable` is set. */
export function rowPhrase(
  place: RowPlace,
  vocabulary: Vocabulary,
  { withTable }: { readonly withTable: boolean },
): Phrase {
  const { table, row, pointer, rowPointer } = place;
  return ruleInWords(
    {
      tree: rowTree(place, vocabulary, { withTable }),
      scope: table.scope,
      place: rowEvent(place),
      references: row.references ?? table.references,
      referencesPointer: childPointer(row.references ? rowPointer : pointer, "references"),
      pointer: rowPointer,
      form: "row",
      ...(table.when && !withTable
        ? { context: conditionTree(table.when, vocabulary, childPointer(pointer, "when")) }
        : {}),
    },
    vocabulary,
  );
}

/** Where the row of a compiled rule stands, where the id is one. */
export function rowPlaceOf(ruleId: string, policy: Policy): RowPlace | undefined {
  const [tableId = "", rowId] = ruleId.split("#");
  const table = Object.hasOwn(policy.tables, tableId) ? policy.tables[tableId] : undefined;
  if (!table || rowId === undefined) return undefined;
  const index = table.rows.findIndex(({ id }) => id === rowId);
  const row = table.rows[index];
  const pointer = childPointer("/tables", tableId);
  return row && { table, row, pointer, rowPointer: childPointer(pointer, "rows", index) };
}

function placeOfRule({ id }: Rule, policy: Policy): string {
  const index = policy.rules.findIndex((rule) => rule.id === id);
  return index === -1 ? "/rules/-" : childPointer("/rules", index);
}

function ruleInWords(reading: RuleReading, vocabulary: Vocabulary): Phrase {
  return vocabulary.language === "zh" ? inChinese(reading, vocabulary) : inEnglish(reading, vocabulary);
}
