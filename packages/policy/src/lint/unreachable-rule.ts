import {
  type CatalogueEntry,
  type Comparison,
  type Condition,
  type LocalizedText,
  type RootCondition,
  isFactReference,
  quote,
} from "@evenhand/domain";
import { wholeCondition } from "../validate/draft.ts";
import { within } from "../validate/fields.ts";
import { namesOf } from "../validate/shape-words.ts";
import { type FactDomain, domainOf, isEmpty } from "./fact-domain.ts";
import { figureOfEntry } from "../validate/figure.ts";
import type { LintRule, Linted } from "./lint-rule.ts";
import { narrow } from "./narrow.ts";
import { possibleValues } from "./possible-values.ts";

/**
 * A rule whose conditions can never hold: they ask two things of one fact that exclude each other, or for a word that no
 * rule gives. Only what is certain is reported, at the condition that leaves nothing possible. Rows of tables are looked at
 * with their table.
 *
 * @example
 * // { "all": [{ "fact": "severity", "operator": "equal", "value": "major" },
 * //           { "fact": "severity", "operator": "equal", "value": "general" }] }
 * // "unreachable-rule" at …/all/1
 */
export const unreachableRule: LintRule = (linted) => {
  const possible = possibleValues(linted);
  const asked = [
    ...linted.draft.rules.map(({ at, conditions }) => ({
      tree: conditions,
      of: at,
      at: within(at, "rule", "conditions"),
    })),
    ...linted.draft.tables.map(({ at, when }) => ({ tree: when, of: at, at: within(at, "when") })),
  ];
  for (const { tree, of, at } of asked) {
    // What is wrong already may be why it cannot hold, and a rule of any length would take any time.
    if (linted.report.hasErrorIn(of)) continue;
    const condition = wholeCondition(linted.draft, tree, at);
    const clash = condition && clashIn({ condition, at, denied: false }, { linted, possible });
    if (clash) reportClash(clash, { linted, possible });
  }
};

type Search = { readonly linted: Linted; readonly possible: ReadonlyMap<string, ReadonlySet<string>> };

/** A condition that must hold, or, `denied`, must not, with the place that a finding about it is reported at. */
type Demand = { readonly condition: Condition; readonly at: string; readonly denied: boolean };
type Clash = { readonly at: string; readonly fact?: CatalogueEntry };

/** The first condition that leaves nothing possible, or `undefined` where everything asked for may hold at once. */
function clashIn(demand: Demand, search: Search): Clash | undefined {
  const domains = new Map<string, FactDomain>();
  for (const { condition, at, denied } of demandsOf(demand, search)) {
    if ("fact" in condition) {
      const clash = clashOf({ comparison: condition, at, denied }, domains, search);
      if (clash) return clash;
      continue;
    }
    const alternatives = alternativesOf({ condition, at, denied });
    if (alternatives.length > 0 && alternatives.every((alternative) => clashIn(alternative, search)))
      return { at };
  }
  return undefined;
}

/** Everything that must hold at once, one by one: comparisons, and groups of alternatives. */
function demandsOf({ condition, at, denied }: Demand, search: Search): readonly Demand[] {
  if ("not" in condition)
    return demandsOf({ condition: condition.not, at: within(at, "not"), denied: !denied }, search);
  if ("condition" in condition) {
    const named = namedCondition(condition.condition, search.linted);
    if (!named) return [];
    // A finding about what a name stands for is one about the rule that names it.
    return demandsOf({ condition: named, at, denied }, search).map((demand) => ({ ...demand, at }));
  }
  const group = denied ? "any" : "all";
  const parts =
    group === "all" && "all" in condition
      ? condition.all
      : group === "any" && "any" in condition
        ? condition.any
        : undefined;
  if (!parts) return [{ condition, at, denied }];
  return parts.flatMap((part, index) =>
    demandsOf({ condition: part, at: within(at, group, index), denied }, search),
  );
}

function alternativesOf({ condition, at, denied }: Demand): readonly Demand[] {
  const group = denied ? "all" : "any";
  const parts =
    group === "all" && "all" in condition
      ? condition.all
      : group === "any" && "any" in condition
        ? condition.any
        : [];
  return parts.map((part, index) => ({ condition: part, at: within(at, group, index), denied }));
}

function namedCondition(name: string, { draft, report }: Linted): RootCondition | undefined {
  const placed = draft.conditions.parts.get(name);
  if (!placed || report.hasErrorIn(placed.at)) return undefined;
  // INVARIANT: what is found without fault names no other condition, so following names comes to an end.
  return wholeCondition(draft, placed.part, placed.at);
}

type Asked = { readonly comparison: Comparison; readonly at: string; readonly denied: boolean };

function clashOf(
  { comparison, at, denied }: Asked,
  domains: Map<string, FactDomain>,
  { linted, possible }: Search,
): Clash | undefined {
  const { catalogue } = linted.names;
  const entry = catalogue.get(comparison.fact);
  const value = constantOf(comparison, catalogue);
  if (!entry || value === undefined) return undefined;
  const before = domains.get(entry.name) ?? startOf(entry, possible);
  const after = narrow(before, { operator: comparison.operator, value }, { denied });
  domains.set(entry.name, after);
  return isEmpty(after) ? { at, fact: entry } : undefined;
}

function startOf(entry: CatalogueEntry, possible: Search["possible"]): FactDomain {
  const figure = figureOfEntry(entry);
  const domain = domainOf(entry, possible.get(entry.name));
  return figure === undefined ? domain : { ...domain, among: new Set([figure]) };
}

/** What a fact is compared with, where that is always the same; `undefined` where it depends on the case. */
function constantOf({ value }: Comparison, catalogue: ReadonlyMap<string, CatalogueEntry>) {
  return isFactReference(value) ? figureOfEntry(catalogue.get(value.fact)) : value;
}

function reportClash({ at, fact }: Clash, { linted, possible }: Search): void {
  const given = fact && possible.get(fact.name);
  linted.report.add({
    code: "unreachable-rule",
    at,
    message: fact
      ? {
          en: `what is asked of ${quote(fact.name)} here can never hold, so the rule never applies`,
          zh: `此处对${quote(fact.name)}的要求不可能成立，该规则永不适用`,
        }
      : {
          en: "none of these alternatives can ever hold, so the rule never applies",
          zh: "以下各项均不可能成立，该规则永不适用",
        },
    ...(given && { help: helpWith([...given]) }),
  });
}

function helpWith(given: readonly string[]): LocalizedText {
  if (given.length === 0) return { en: "no rule gives it a value", zh: "没有规则为其赋值" };
  const words = namesOf(given.slice(0, 20));
  return { en: `rules give it ${words.en} only`, zh: `规则只会将其定为${words.zh}` };
}
