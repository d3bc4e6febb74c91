import type { DerivedFact, Policy, Scope } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { DERIVED_WORDS } from "./common-words.ts";
import type { FieldWords } from "./field-changes.ts";
import { fieldChanges } from "./field-changes.ts";
import { comingsAndGoings } from "./list-changes.ts";
import type { Kept, Standing } from "./match.ts";
import { matchByKey } from "./match.ts";
import { DERIVATIONS } from "./our-words.ts";
import type { PolicyChange } from "./policy-change.ts";
import { readersOf } from "./readers-of.ts";
import { sayCondition } from "./say-value.ts";
import type { Sides } from "./sides.ts";
import { named } from "./sides.ts";

type Scoped = { readonly scope: Scope; readonly derivation: DerivedFact };

/** What differs in the facts that are computed from others. */
export function derivedChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchByKey(scopedFacts(sides.before.policy), scopedFacts(sides.after.policy));
  const changes = comingsAndGoings(
    matched,
    {
      subject: "derived-fact",
      at: placeOf,
      added: ({ item }, language) =>
        language === "zh"
          ? `新增派生事实${described(item, language)}`
          : `New derived fact ${described(item, language)}`,
      removed: ({ item }, language) =>
        language === "zh"
          ? `删去派生事实${described(item, language)}`
          : `Computed fact ${described(item, language)} removed`,
      reachesOf: (id, { policy }) => readersOf(id, policy),
    },
    sides,
  );
  return [...changes.map(unwrapped), ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

function scopedFacts({ derived }: Policy): Readonly<Record<string, Scoped>> {
  return Object.fromEntries(
    (["case", "party"] as const).flatMap((scope) =>
      Object.entries(derived?.[scope] ?? {}).map(
        ([name, derivation]) => [name, { scope, derivation }] as const,
      ),
    ),
  );
}

function placeOf({ id, item }: Standing<Scoped>): string {
  return pointer("derived", item.scope, id);
}

function unwrapped(change: PolicyChange): PolicyChange {
  const { before, after } = change as { readonly before?: Scoped; readonly after?: Scoped };
  return {
    ...change,
    ...(before && { before: before.derivation }),
    ...(after && { after: after.derivation }),
  };
}

function described({ derivation: { label, kind } }: Scoped, language: "en" | "zh"): string {
  const name = named(label[language], language);
  return language === "zh" ? `${name}（${DERIVATIONS[kind].zh}）` : `${name} (${DERIVATIONS[kind].en})`;
}

/** The tests on the parties that are counted read as a condition does. */
const WHERE: FieldWords = {
  name: { en: "which parties are counted", zh: "统计范围" },
  say: (tests, vocabulary) => sayCondition({ all: tests }, vocabulary),
};

function keptChanges({ id, before, after }: Kept<Scoped>, sides: Sides): readonly PolicyChange[] {
  const { derivation } = after.item;
  const reaches = readersOf(id, sides.after.policy);
  return fieldChanges(
    {
      subject: "derived-fact",
      id,
      title: { en: `Derived fact “${derivation.label.en}”`, zh: `派生事实“${derivation.label.zh}”` },
      at: { before: placeOf(before), after: placeOf(after) },
      sides,
    },
    {
      before: { scope: before.item.scope, ...before.item.derivation },
      after: { scope: after.item.scope, ...derivation },
    },
    { words: { ...DERIVED_WORDS, where: WHERE }, reachesOf: (field) => (field === "label" ? [] : reaches) },
  );
}
