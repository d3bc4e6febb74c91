import type { Language, LocalizedText, Policy } from "@evenhand/domain";
import { type GuardTitles, type Vocabulary, vocabularyOf } from "../reading/vocabulary.ts";

/** One of the two documents with its names in both languages. */
export type Side = { readonly policy: Policy } & Readonly<Record<Language, Vocabulary>>;

/** The two documents of a comparison. */
export type Sides = { readonly before: Side; readonly after: Side };

export function sideOf(policy: Policy, guards: GuardTitles = new Map()): Side {
  return {
    policy,
    en: { ...vocabularyOf(policy, "en"), guards },
    zh: { ...vocabularyOf(policy, "zh"), guards },
  };
}

/** The same thing said in both languages. */
export function inBoth(say: (language: Language) => string): LocalizedText {
  return { en: say("en"), zh: say("zh") };
}

/** A label as a sentence names it: “close date”, “结案日期”. */
export function named(label: string, language: Language): string {
  return language === "zh" ? `“${label}”` : `“${label}”`;
}

/** @example listed(["“a”", "“b”", "“c”"], "en") // "“a”, “b” and “c”" */
export function listed(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? "";
  if (language === "zh") return items.join("、");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

/** A sentence that others are put behind, without its own full stop. */
export function withoutStop(sentence: string): string {
  return sentence.trimEnd().replace(/[.。]$/, "");
}
