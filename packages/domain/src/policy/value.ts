/** A literal as it stands in a policy document: money in minor units, rates as decimals, dates as `YYYY-MM-DD`. */
export type Literal = number | string | boolean;

/** Names a fact of the case or party, a derived fact, a built-in fact, or `parameter.<id>`. */
export type FactReference = { readonly fact: string };

/** What a condition compares with, and what an event's parameter may hold. */
export type Value = Literal | FactReference;

/** Where a rule or figure comes from: the article of the company's own measure, or of a statute when `source` names it. */
export type Reference = { readonly article: string; readonly source?: string };

export const PARAMETER_PREFIX = "parameter.";

export function isFactReference(value: unknown): value is FactReference {
  return typeof value === "object" && value !== null && "fact" in value;
}
