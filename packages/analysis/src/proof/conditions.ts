import { type Comparison, type Condition, type Rule, isFactReference } from "@evenhand/domain";
import { type Facts, literalTerm, valueNamed } from "./facts.ts";
import { FALSE, type Term, and, not, or } from "./terms.ts";
import { type ValueTerm, amongList, comparison } from "./values.ts";

/** Whether a rule holds, under a name of its own. */
export function firing(facts: Facts, rule: Rule): Term {
  const { script } = facts.world;
  const name = `${facts.tag}: ${rule.id}`;
  const symbol = facts.fired.get(rule.id) ?? script.define(name, "Bool", holds(facts, rule.rule.conditions));
  facts.fired.set(rule.id, symbol);
  return symbol;
}

function holds(facts: Facts, condition: Condition): Term {
  if ("all" in condition) return and(...condition.all.map((part) => holds(facts, part)));
  if ("any" in condition) return or(...condition.any.map((part) => holds(facts, part)));
  if ("not" in condition) return not(holds(facts, condition.not));
  if ("condition" in condition) return namedHolds(facts, condition.condition);
  return comparisonHolds(facts, condition);
}

function namedHolds(facts: Facts, name: string): Term {
  const known = facts.named.get(name);
  if (known !== undefined) return known;
  const meant = facts.loaded.version.policy.conditions?.[name];
  if (!meant) throw new Error(`no condition is named \`${name}\``);
  const symbol = facts.world.script.define(`${facts.tag}: condition ${name}`, "Bool", holds(facts, meant));
  facts.named.set(name, symbol);
  return symbol;
}

function comparisonHolds(facts: Facts, { fact, operator, value }: Comparison): Term {
  const left = valueNamed(facts, fact);
  if (value === null) {
    if (operator === "equal") return not(left.known);
    return operator === "notEqual" ? left.known : FALSE;
  }
  if (operator === "in" || operator === "notIn") {
    if (typeof value !== "object" || isFactReference(value)) return FALSE;
    const found = amongList(
      left,
      value.map((one) => literalTerm(facts, one)),
    );
    if (found === undefined) return open(facts, fact);
    return and(left.known, operator === "in" ? found : not(found));
  }
  // A list stands only to the right of the two above.
  if (typeof value === "object" && !isFactReference(value)) return FALSE;
  const right: ValueTerm = isFactReference(value) ? valueNamed(facts, value.fact) : literalTerm(facts, value);
  const codeOf = (text: string): Term => facts.world.codes.of(text);
  return comparison(operator, left, { right, codeOf }) ?? open(facts, fact);
}

/** Two kinds of values that the text has no comparison for: it may hold or not. */
function open({ world: { script }, tag, opened }: Facts, fact: string): Term {
  opened.push(fact);
  script.approximate(fact, {
    en: "a comparison of this fact is left open: it may hold or not",
    zh: "对该事实的比较未作限定：成立与否均有可能",
  });
  return script.declare(`${tag}: open comparison ${opened.length}`, "Bool");
}
