import type { FactDeclaration, FactType, LocalizedText, Policy, Scope } from "@evenhand/domain";
import { type FactRequirement, usesOf } from "@evenhand/engine";
import { readersOf } from "@evenhand/policy";
import { type PolicyPlace, reachedPlace } from "../../policy/policy-place.ts";

/** A fact as one policy has it. */
export type FactUse = {
  readonly policy: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly scope: Scope;
  readonly label: LocalizedText;
  /** Undefined of a fact that is worked out from others. */
  readonly type: FactType | undefined;
  readonly help: LocalizedText | undefined;
  readonly values: Readonly<Record<string, LocalizedText>>;
  /** Where it is declared in the document, a JSON pointer. */
  readonly pointer: string;
  /** The rules, tables and other parts that read it, each once. */
  readonly readBy: readonly PolicyPlace[];
  /** What the engine itself reads it for. */
  readonly servesAs: FactRequirement["usedFor"];
};

/** What differs between policies that call a fact by one name. */
export type Difference = "label" | "type" | "values" | "scope";

/** Every policy's fact of one name. */
export type VocabularyEntry = {
  readonly name: string;
  readonly uses: readonly FactUse[];
  readonly differs: readonly Difference[];
};

/** The facts of all policies by their names, in the order of names, with what differs between policies. */
export function entriesOf(policies: readonly Policy[]): readonly VocabularyEntry[] {
  const byName = new Map<string, FactUse[]>();
  for (const policy of policies)
    for (const [name, use] of usesIn(policy)) byName.set(name, [...(byName.get(name) ?? []), use]);
  return [...byName]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, uses]) => ({ name, uses, differs: differencesOf(uses) }));
}

/** Whether a text stands in the name of a fact, or in what it is called in either language, its values included. */
export function isFound({ name, uses }: VocabularyEntry, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const called = uses.flatMap(({ label, values }) =>
    [label, ...Object.values(values)].flatMap(({ en, zh }) => [en, zh]),
  );
  return [name, ...called].some((one) => one.toLowerCase().includes(wanted));
}

function usesIn(policy: Policy): readonly (readonly [string, FactUse])[] {
  const about = { policy: policy.id, version: policy.version, title: policy.title };
  return (["case", "party"] as const).flatMap((scope) => [
    ...Object.entries(policy.facts[scope]).map(
      ([name, declaration]) =>
        [
          name,
          {
            ...about,
            scope,
            ...declared(declaration),
            pointer: `/facts/${scope}/${name}`,
            readBy: readBy(name, policy),
            servesAs: usesOf(policy, name),
          },
        ] as const,
    ),
    ...Object.entries(policy.derived?.[scope] ?? {}).map(
      ([name, { label }]) =>
        [
          name,
          {
            ...about,
            scope,
            label,
            type: undefined,
            help: undefined,
            values: {},
            pointer: `/derived/${scope}/${name}`,
            readBy: readBy(name, policy),
            servesAs: usesOf(policy, name),
          },
        ] as const,
    ),
  ]);
}

function declared({
  label,
  type,
  help,
  values = {},
}: FactDeclaration): Pick<FactUse, "label" | "type" | "help" | "values"> {
  return { label, type, help, values };
}

/** A table is named once, however many of its rows read the fact. */
function readBy(name: string, policy: Policy): readonly PolicyPlace[] {
  const parts = new Set(readersOf(name, policy).map((id) => id.split("#")[0] ?? id));
  return [...parts].flatMap((id) => reachedPlace(id, policy) ?? []);
}

function differencesOf(uses: readonly FactUse[]): readonly Difference[] {
  return (["label", "type", "values", "scope"] as const).filter(
    (field) => new Set(uses.map((use) => JSON.stringify(sorted(use[field])))).size > 1,
  );
}

/** An object with its fields in the order of their names, since their order in a document means nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}
