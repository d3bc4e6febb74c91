import type { Language, Policy, Reference } from "@evenhand/domain";
import { LAW_NAMES } from "./law-names.ts";

/** What a citation is written with: the words by which a policy calls laws and rules, and the language. */
export type CitationWords = { readonly policy: Pick<Policy, "words">; readonly language: Language };

/**
 * Where a sentence comes from, in brackets as they close a sentence; nothing where nothing is cited. An article that
 * is a number is cited as one, with its paragraph; anything else is the name of a rule, read by its label where the
 * policy has a word for it, and quoted.
 *
 * @example citation([{ article: "21(3)" }], chinese) // "（第21条第3款）"
 * @example citation([{ article: "20" }, { article: "21(2)" }], english) // " (Arts. 20 and 21(2))"
 */
export function citation(references: readonly Reference[], vocabulary: CitationWords): string {
  if (references.length === 0) return "";
  return vocabulary.language === "zh"
    ? `（${cited(references, vocabulary)}）`
    : ` (${cited(references, vocabulary)})`;
}

/** The same without the brackets and the space before them. */
export function cited(references: readonly Reference[], vocabulary: CitationWords): string {
  return vocabulary.language === "zh"
    ? citedInChinese(references, vocabulary)
    : citedInEnglish(references, vocabulary);
}

function citedInChinese(references: readonly Reference[], vocabulary: CitationWords): string {
  return bySource(references)
    .map(([source, articles]) => {
      const numbered = articles.filter((article) => parseArticle(article)).map(articleInChinese);
      const named = articles
        .filter((article) => !parseArticle(article))
        .map((name) => `“${nameOf(name, vocabulary)}”`);
      const rules = named.length === 0 ? [] : [`${named.join("")}规则`];
      return (
        (source === "" ? "" : `《${inFullWidth(sourceName(source, vocabulary))}》`) +
        [...numbered, ...rules].join("、")
      );
    })
    .join("；");
}

function citedInEnglish(references: readonly Reference[], vocabulary: CitationWords): string {
  return bySource(references)
    .map(
      ([source, articles]) =>
        (source === "" ? "" : `${sourceName(source, vocabulary)}, `) +
        articlesInEnglish(articles, vocabulary),
    )
    .join("; ");
}

/**
 * A rule that the measure knows by name, by its label where the policy has a word for it: `article-evidence-first` for
 * "evidence first", `source-labour-contract-law` for a statute.
 */
function nameOf(name: string, vocabulary: CitationWords): string {
  return labelled(name, "article", vocabulary);
}

/** What a law is called: by the policy's own word for it, else as it is known in the language, else as it is cited. */
export function sourceName(source: string, vocabulary: CitationWords): string {
  return labelled(source, "source", vocabulary);
}

function labelled(name: string, kind: "article" | "source", { policy, language }: CitationWords): string {
  const key = `${kind}-${name
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`;
  if (Object.hasOwn(policy.words, key)) return policy.words[key]?.[language] ?? name;
  return (language === "zh" && Object.hasOwn(LAW_NAMES, key) ? LAW_NAMES[key] : undefined) ?? name;
}

function inFullWidth(text: string): string {
  return text.replace(/ ?\(/g, "（").replaceAll(")", "）");
}

function articleInChinese(article: string): string {
  const parsed = parseArticle(article);
  if (!parsed) return article;
  const [first, ...rest] = parsed.paragraphs;
  if (parsed.number.includes("."))
    return `第${parsed.number}条${parsed.paragraphs.map((part) => `第${part}项`).join("")}`;
  if (first === undefined) return `第${parsed.number}条`;
  return `第${parsed.number}条第${first}款${rest.map((part) => `第${part}项`).join("")}`;
}

function articlesInEnglish(articles: readonly string[], vocabulary: CitationWords): string {
  const groups = [
    { singular: "Art.", plural: "Arts.", members: articles.filter((article) => isArticle(article)) },
    { singular: "sec.", plural: "secs.", members: articles.filter((article) => isSection(article)) },
    {
      singular: "rule",
      plural: "rules",
      members: articles
        .filter((article) => !parseArticle(article))
        .map((name) => `“${nameOf(name, vocabulary)}”`),
    },
  ];
  return groups
    .filter(({ members }) => members.length > 0)
    .map(({ singular, plural, members }) => `${members.length === 1 ? singular : plural} ${listed(members)}`)
    .join("; ");
}

function listed(members: readonly string[]): string {
  if (members.length <= 1) return members.join("");
  return `${members.slice(0, -1).join(", ")} and ${members.at(-1) ?? ""}`;
}

function isArticle(article: string): boolean {
  return parseArticle(article)?.number.includes(".") === false;
}

function isSection(article: string): boolean {
  return parseArticle(article)?.number.includes(".") === true;
}

/** `21(3)`, `4.2.3.1(5)`, `26`: a number, with dots where the measure counts by sections, and paragraphs in brackets. */
function parseArticle(
  article: string,
): { readonly number: string; readonly paragraphs: readonly string[] } | undefined {
  const [, number, brackets] = /^(\d+(?:\.\d+)*[a-z]?)((?:\([0-9a-z]+\))*)$/i.exec(article.trim()) ?? [];
  if (number === undefined) return undefined;
  return {
    number,
    paragraphs: [...(brackets ?? "").matchAll(/\(([0-9a-z]+)\)/gi)].map(([, part]) => part ?? ""),
  };
}

function bySource(references: readonly Reference[]): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const { article, source = "" } of references)
    groups.set(source, [...(groups.get(source) ?? []), article]);
  return [...groups];
}
