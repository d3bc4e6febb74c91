import { type EventType, type Rule, type RuleStage, type Scope, type Value } from "@evenhand/domain";
import { firing } from "./conditions.ts";
import { type Facts, valueTerm } from "./facts.ts";
import { FALSE, TRUE, type Term, and, int, ite, or } from "./terms.ts";
import type { CodeTerm } from "./values.ts";

/** The rules of a stage and scope that say one kind of thing, in the order in which they are heard. */
export function rulesSaying(
  { loaded }: Facts,
  type: EventType,
  { stage, scope }: { readonly stage: RuleStage; readonly scope: Scope },
): readonly Rule[] {
  return loaded.stages[stage][scope].set.rules.filter(({ rule }) => rule.event.type === type);
}

/** Something of which the first that is heard stands: what it is, and whether anything said it. */
export function firstStanding(
  facts: Facts,
  says: readonly { readonly rule: Rule; readonly value: Value; readonly asked?: Term }[],
): CodeTerm {
  const said = says.map(({ rule, value, asked = TRUE }) => {
    const term = valueTerm(facts, value);
    return {
      holds: and(asked, firing(facts, rule), term.known),
      code: term.kind === "code" ? term.code : int(0),
    };
  });
  return {
    kind: "code",
    known: or(FALSE, ...said.map(({ holds }) => holds)),
    code: said.reduceRight((rest, { holds, code }) => ite(holds, code, rest), int(0)),
  };
}

/** What intake finds, as the facts that later rules read. */
export function encodeIntake(facts: Facts): void {
  const { script, codes } = facts.world;
  const { tag, values } = facts;
  const place = { stage: "intake", scope: "case" } as const;
  const disposition = firstStanding(
    facts,
    rulesSaying(facts, "disposition", place).flatMap((rule) =>
      rule.rule.event.type === "disposition" ? [{ rule, value: rule.rule.event.params.disposition }] : [],
    ),
  );
  values.set("disposition", {
    kind: "code",
    known: TRUE,
    code: script.define(
      `${tag}: disposition`,
      "Int",
      ite(disposition.known, disposition.code, codes.of("upheld")),
    ),
  });
  const classifying = rulesSaying(facts, "classify", place);
  for (const name of ["category", "severity"] as const) {
    const found = firstStanding(
      facts,
      classifying.flatMap((rule) => {
        const value = rule.rule.event.type === "classify" ? rule.rule.event.params[name] : undefined;
        return value === undefined ? [] : [{ rule, value }];
      }),
    );
    values.set(name, {
      kind: "code",
      known: script.define(`${tag}: ${name} known`, "Bool", found.known),
      code: script.define(`${tag}: ${name}`, "Int", found.code),
    });
  }
}
