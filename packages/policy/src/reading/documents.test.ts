import { readFileSync, readdirSync } from "node:fs";
import { type Language, type Policy, PARAMETER_PREFIX, catalogueOf } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { preparePolicy } from "../prepare-policy.ts";
import { textOf } from "./phrase.ts";
import type { ReadingEntry } from "./policy-reading.ts";
import { readPolicy } from "./read-policy.ts";
import { readRule } from "./read-rule.ts";

const RULES = new URL("../../../../rules/", import.meta.url);

/** Every policy document of the repository, as it stands. */
const DOCUMENTS: readonly (readonly [string, Policy])[] = readdirSync(RULES, {
  recursive: true,
  encoding: "utf8",
})
  .filter((path) => /(?:^|\/)v\d+\.json$/.test(path))
  .toSorted()
  .map((path) => [path, JSON.parse(readFileSync(new URL(path, RULES), "utf8")) as Policy]);

/** What a rule of the document says, and not what people wrote around it: labels and notes are theirs. */
function sentencesOf(policy: Policy, language: Language): readonly ReadingEntry[] {
  return readPolicy(preparePolicy(policy), language)
    .sections.filter(({ id }) => id !== "notes")
    .flatMap(({ intro, entries }) => [...intro, ...entries]);
}

/** Whether a JSON pointer leads to something in the document. */
function leadsSomewhere(policy: Policy, pointer: string): boolean {
  let at: unknown = policy;
  for (const key of pointer.split("/").slice(1)) {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return false;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at !== undefined;
}

/**
 * Ids that a reader must never see, because each has a label that says it otherwise: names of facts and parameters,
 * values, and words of several parts ("close" is English as well).
 */
function labelledIds(policy: Policy): ReadonlySet<string> {
  const names = [...catalogueOf(policy)].map(
    ([name, { label }]) => [name.replace(PARAMETER_PREFIX, ""), label.en] as const,
  );
  const values = Object.values({ ...policy.facts.case, ...policy.facts.party }).flatMap(({ values: own }) =>
    Object.entries(own ?? {}),
  );
  const words = [...values, ...Object.entries(policy.words)].map(([id, label]) => [id, label.en] as const);
  return new Set(
    [...names, ...words].filter(([id, label]) => /[A-Z-]/.test(id) && !label.includes(id)).map(([id]) => id),
  );
}

const QUOTED_RULE = /“[^”]*”(?=[^（]*规则)|《[^》]*》/g;

describe("the documents", () => {
  it("are there to be read", () => {
    expect(DOCUMENTS.length).toBeGreaterThan(10);
  });
});

describe.each(DOCUMENTS)("%s", (_path, policy) => {
  const version = preparePolicy(policy);

  it("reads every rule and every row as a sentence in both languages", () => {
    for (const rule of version.rules) {
      expect(readRule(rule, policy, "en")).toMatch(/^(?:Where|If|The|Every|This|Their|What) .+\.$/s);
      expect(readRule(rule, policy, "zh")).toMatch(/^.+[的，].*。$/s);
    }
  });

  it.each(["en", "zh"] as const)("says nothing that only a program says (%s)", (language) => {
    const ids = labelledIds(policy);
    const sayIds = sentencesOf(policy, language)
      .filter(({ id }) => id !== "identity" && id !== "units")
      .filter(({ text }) =>
        text
          .replaceAll(QUOTED_RULE, "")
          .split(/[^A-Za-z0-9-]+/)
          .some((word) => ids.has(word)),
      );
    expect(textsOf(sayIds)).toEqual([]);
    for (const text of textsOf(sentencesOf(policy, language)))
      expect(text).not.toMatch(/undefined|null|\[object|NaN|parameter\./);
  });

  it.each(["en", "zh"] as const)("knows of each word where in the document it stands (%s)", (language) => {
    for (const { text, segments } of sentencesOf(policy, language)) expect(textOf(segments)).toBe(text);
    const pointers = sentencesOf(policy, language).flatMap(({ pointer, segments }) => [
      pointer,
      ...segments.map((segment) => segment.pointer),
    ]);
    expect(pointers.filter((pointer) => !leadsSomewhere(policy, pointer))).toEqual([]);
  });

  it("writes Chinese with full-width punctuation, and its pairs closed", () => {
    const texts = textsOf(sentencesOf(policy, "zh"));
    for (const text of texts) {
      expect(text).not.toMatch(/[\u4E00-\u9FFF）”》][,.;:?!()]/);
      expect(text).not.toMatch(/[,;:?!(][\u4E00-\u9FFF（“《]/);
      expect(text).not.toMatch(/ {2}|。。|，，|；；|的的，|，的/);
      expect(text).toMatch(/。$/);
    }
    for (const pair of ["“”", "（）", "《》"])
      expect(texts.filter((text) => unclosed(text, pair) !== 0)).toEqual([]);
  });

  it("writes English sentences from a capital to a full stop", () => {
    const sentences = sentencesOf(policy, "en");
    for (const text of textsOf(sentences)) {
      expect(text).not.toMatch(/ {2}|\.\.|,,| [,.;:]|\bthe the\b|\bthe (?:who|how)\b|\ba [aeio]/);
      expect(text).not.toMatch(/[\u4E00-\u9FFF，。：；（）]/);
      expect(text).toMatch(/\.$/);
    }
    // A summary is the authors' own, and need be no whole sentence.
    for (const text of textsOf(sentences.filter(({ id }) => id !== "summary")))
      expect(text).toMatch(/^[A-Z0-9“]/);
    const withoutLetters = textsOf(sentences).map((text) => text.replaceAll(/\n\([a-z]\)/g, "\n"));
    for (const pair of ["“”", "()"])
      expect(withoutLetters.filter((text) => unclosed(text, pair) !== 0)).toEqual([]);
  });

  it("cites every rule that has an article", () => {
    for (const rule of version.rules.filter(({ references }) => references.length > 0)) {
      expect(readRule(rule, policy, "en")).toMatch(/\((?:.*, )?(?:Art|sec|rule)s?\b/);
      expect(readRule(rule, policy, "zh")).toMatch(/（(?:《.*》)?(?:第.*条|“.*”规则)/);
    }
  });
});

function textsOf(entries: readonly ReadingEntry[]): readonly string[] {
  return entries.map(({ text }) => text);
}

/** How many more opening than closing marks there are; below zero where one closes too early. */
function unclosed(text: string, [open, close]: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === open) depth += 1;
    if (text[index] === close) depth -= 1;
    if (depth < 0) return depth;
  }
  return depth;
}
