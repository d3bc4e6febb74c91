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
 * The articles that a text asks for in versions of policies: by number, with all that stands within it, or by a part of
 * the name where the policy cites a rule by its name.
 */
export function findClauses(documents: readonly VersionDocument[], text: string): readonly ClauseHits[] {
  const asked = articleAsked(text);
  return documents
    .map(({ policy }) => ({
      policy: policy.id,
      version: policy.version,
      clauses: clausesOf(policy).filter((clause) => isAskedFor(clause, asked, text)),
    }))
    .filter(({ clauses }) => clauses.length > 0);
}

function isAskedFor(clause: Clause, asked: Article | undefined, text: string): boolean {
  const article = parseArticle(clause.article);
  if (asked || article) return asked !== undefined && article !== undefined && isWithin(article, asked);
  const wanted = text.trim().toLowerCase();
  // Of another text, the name of the text would be found and not the rule's.
  if (wanted.length < SHORTEST_NAME || clause.source !== undefined) return false;
  return [clause.article, clause.cited.en, clause.cited.zh].some((name) =>
    name.toLowerCase().includes(wanted),
  );
}
