import { type Article, articleAsked, isWithin, parseArticle } from "../policy/article.ts";
import { type Clause, clausesOf } from "../policy/clauses.ts";
import type { VersionDocument } from "../policy/policy-queries.ts";

/** The articles of one policy that a search finds, with what rests on each. */
export type ClauseHits = {
  readonly policy: string;
  readonly version: number;
  readonly clauses: readonly Clause[];
};

/** So much of a name must be given, or every policy would be found. */
const SHORTEST_NAME = 2;

/**
 * The articles that a text asks for in versions of policies: by number, with all that stands within it; or by a part of
 * the name of the article, or of what rests on it.
 */
export function findClauses(documents: readonly VersionDocument[], text: string): readonly ClauseHits[] {
  const asked = articleAsked(text);
  const wanted = text.trim().toLowerCase();
  return documents
    .map(({ policy }) => ({
      policy: policy.id,
      version: policy.version,
      clauses: asked
        ? clausesOf(policy).filter(({ article }) => isArticleWithin(article, asked))
        : named(clausesOf(policy), wanted),
    }))
    .filter(({ clauses }) => clauses.length > 0);
}

function isArticleWithin(text: string, asked: Article): boolean {
  const article = parseArticle(text);
  return article !== undefined && isWithin(article, asked);
}

/** The articles that have the name, with all that rests on them, and of others what has the name. */
function named(clauses: readonly Clause[], wanted: string): readonly Clause[] {
  if (wanted.length < SHORTEST_NAME) return [];
  const has = (...names: readonly (string | undefined)[]): boolean =>
    names.some((name) => name?.toLowerCase().includes(wanted));
  return clauses.flatMap((clause) => {
    // Of another text, the name of the text would be found and not the rule's.
    const isOwn = clause.source === undefined && parseArticle(clause.article) === undefined;
    if (isOwn && has(clause.article, clause.cited.en, clause.cited.zh)) return [clause];
    const places = clause.places.filter(({ name }) => has(name?.en, name?.zh));
    return places.length === 0 ? [] : [{ ...clause, places }];
  });
}
