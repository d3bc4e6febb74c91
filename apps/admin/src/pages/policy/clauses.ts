import type { LocalizedText, Policy, Reference } from "@evenhand/domain";
import { cited, vocabularyOf } from "@evenhand/policy";
import { compareArticles } from "./article.ts";
import { type PolicyPlace, rowPlace } from "./policy-place.ts";

/** An article that a version cites, and everything that rests on it. */
export type Clause = Reference & {
  /** As a sentence cites it, in each language. */
  readonly cited: LocalizedText;
  readonly places: readonly PolicyPlace[];
};

/**
 * The articles that a policy cites, its own text's first and each text's in their order, with what rests on each.
 *
 * @example clausesOf(policy)[0] // { article: "3", cited: { en: "Art. 3", zh: "第3条" }, places: [{ pointer: "/rules/0", … }] }
 */
export function clausesOf(policy: Policy): readonly Clause[] {
  const [english, chinese] = [vocabularyOf(policy, "en"), vocabularyOf(policy, "zh")];
  const found = new Map<string, { readonly reference: Reference; readonly places: PolicyPlace[] }>();
  for (const { references, place } of citingPlaces(policy))
    for (const reference of references) {
      const key = JSON.stringify([reference.source ?? "", reference.article]);
      const clause = found.get(key) ?? { reference, places: [] };
      clause.places.push(place);
      found.set(key, clause);
    }
  return [...found.values()]
    .map(({ reference, places }) => ({
      ...reference,
      cited: { en: cited([reference], english), zh: cited([reference], chinese) },
      places,
    }))
    .toSorted(
      (one, other) =>
        (one.source ?? "").localeCompare(other.source ?? "", "en") ||
        compareArticles(one.article, other.article),
    );
}

type Citing = { readonly references: readonly Reference[]; readonly place: PolicyPlace };

/** What cites something, in the order of the document. */
function citingPlaces(policy: Policy): readonly Citing[] {
  const { conflict, gates = [], parameters, tables, rules, notes = [] } = policy;
  return [
    ...(conflict
      ? [{ references: conflict.references, place: { kind: "conflict", pointer: "/conflict" } } as const]
      : []),
    ...gates.map(({ references, label: name }, index) => ({
      references,
      place: { kind: "gate", pointer: `/gates/${index}`, name } as const,
    })),
    ...Object.entries(parameters).map(([id, { references, label: name }]) => ({
      references,
      place: { kind: "parameter", pointer: `/parameters/${id}`, name } as const,
    })),
    ...Object.entries(tables).flatMap(([id, table]): readonly Citing[] => [
      { references: table.references, place: { kind: "table", pointer: `/tables/${id}`, name: table.label } },
      ...table.rows.map((row, index) => ({
        references: row.references ?? [],
        place: rowPlace({ table: id, label: table.label, index }),
      })),
    ]),
    ...rules.map(({ references, label: name }, index) => ({
      references,
      place: { kind: "rule", pointer: `/rules/${index}`, name } as const,
    })),
    ...notes.map(({ references = [] }, index) => ({
      references,
      place: { kind: "note", pointer: `/notes/${index}`, number: index + 1 } as const,
    })),
  ];
}
