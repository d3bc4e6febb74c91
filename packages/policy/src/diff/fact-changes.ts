import type { FactDeclaration, LocalizedText, Policy, Scope } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { FACT_WORDS } from "./common-words.ts";
import type { FieldWords, Owner } from "./field-changes.ts";
import { fieldChange, fieldChanges } from "./field-changes.ts";
import { comingsAndGoings } from "./list-changes.ts";
import type { Kept, Standing } from "./match.ts";
import { matchByKey } from "./match.ts";
import { FACT_KINDS } from "./our-words.ts";
import type { PolicyChange } from "./policy-change.ts";
import { readersOf } from "./readers-of.ts";
import { keysOfBoth } from "./same.ts";
import { sayAnything, sayFigure, sayText } from "./say-value.ts";
import type { Sides } from "./sides.ts";

/** A declaration with the scope it stands under; a fact that changed its scope is the same fact. */
type Scoped = { readonly scope: Scope; readonly declaration: FactDeclaration };

/** What differs in the declared facts. */
export function factChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchByKey(scopedFacts(sides.before.policy), scopedFacts(sides.after.policy));
  const changes = comingsAndGoings(
    matched,
    {
      subject: "fact",
      at: placeOf,
      added: ({ item }, language) =>
        language === "zh" ? `新增事实${description(item).zh}` : `New fact ${description(item).en}`,
      removed: ({ item }, language) =>
        language === "zh" ? `删去事实${description(item).zh}` : `Fact ${description(item).en} removed`,
      reachesOf: (id, { policy }) => readersOf(id, policy),
    },
    sides,
  );
  return [...unwrapped(changes), ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

function scopedFacts({ facts }: Policy): Readonly<Record<string, Scoped>> {
  return Object.fromEntries(
    (["case", "party"] as const).flatMap((scope) =>
      Object.entries(facts[scope]).map(([name, declaration]) => [name, { scope, declaration }] as const),
    ),
  );
}

function placeOf({ id, item }: Standing<Scoped>): string {
  return pointer("facts", item.scope, id);
}

/** What a change holds is what stands in the document, without the scope that was put beside it. */
function unwrapped(changes: readonly PolicyChange[]): readonly PolicyChange[] {
  const declarationOf = (value: unknown): unknown => (value as Scoped).declaration;
  return changes.map((change) => ({
    ...change,
    ...(change.before === undefined ? {} : { before: declarationOf(change.before) }),
    ...(change.after === undefined ? {} : { after: declarationOf(change.after) }),
  }));
}

function description({ declaration: { label, type } }: Scoped): LocalizedText {
  return { en: `“${label.en}” (${FACT_KINDS[type].en})`, zh: `“${label.zh}”（${FACT_KINDS[type].zh}）` };
}

const WORDING: ReadonlySet<string> = new Set(["label", "help", "says"]);

function keptChanges({ id, before, after }: Kept<Scoped>, sides: Sides): readonly PolicyChange[] {
  const declaration = after.item.declaration;
  const owner: Owner = {
    subject: "fact",
    id,
    title: { en: `Fact “${declaration.label.en}”`, zh: `事实“${declaration.label.zh}”` },
    at: { before: placeOf(before), after: placeOf(after) },
    sides,
  };
  const reaches = readersOf(id, sides.after.policy);
  const bound = (en: string, zh: string): FieldWords => ({
    name: { en, zh },
    say: sayFigure(declaration.type),
  });
  const words = {
    ...FACT_WORDS,
    minimum: bound("least value", "最小值"),
    maximum: bound("greatest value", "最大值"),
  };
  return [
    ...fieldChanges(
      owner,
      {
        before: { scope: before.item.scope, ...before.item.declaration },
        after: { scope: after.item.scope, ...declaration },
      },
      { words, skip: new Set(["values"]), reachesOf: (field) => (WORDING.has(field) ? [] : reaches) },
    ),
    ...valueChanges(
      owner,
      { before: before.item.declaration.values ?? {}, after: declaration.values ?? {} },
      reaches,
    ),
  ];
}

type Values = NonNullable<FactDeclaration["values"]>;

function valueChanges(
  owner: Owner,
  values: { readonly before: Values; readonly after: Values },
  reaches: readonly string[],
): readonly PolicyChange[] {
  return keysOfBoth(values.before, values.after).flatMap((value) => {
    const [before, after] = [own(values.before, value), own(values.after, value)];
    const isOnlyRenamed = before !== undefined && after !== undefined;
    return fieldChange(owner, {
      field: `values.${value}`,
      path: ["values", value],
      before,
      after,
      words: {
        name: { en: `value \`${value}\``, zh: `取值\`${value}\`` },
        say: isOnlyRenamed ? sayText : sayAnything,
      },
      reaches: isOnlyRenamed ? [] : reaches,
    });
  });
}

function own(values: Values, key: string): LocalizedText | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
