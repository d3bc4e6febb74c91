import {
  DUE_UNITS,
  OPERATORS,
  PARAMETER_PREFIX,
  PARTY_KINDS,
  type Policy,
  RULE_STAGES,
  catalogueOf,
  dimensionOf,
} from "@evenhand/domain";
import fc from "fast-check";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Place = readonly (string | number)[];

/** The parts of a document whose meaning the engine runs on; labels and notes cannot make it fail. */
const PARTS = [
  "facts",
  "derived",
  "parameters",
  "conditions",
  "tables",
  "rules",
  "cap",
  "lossFact",
  "conflict",
  "appliesBy",
] as const;
const TEXTS = new Set(["label", "notes", "references", "help", "says", "id"]);

/**
 * Documents a hasty author might write: real policies with one to three values replaced by others that could stand there
 * – another fact, operator, unit, scope, figure or word of the same document. Many do not validate; that is the point.
 */
export function mutatedPolicies(policies: readonly Policy[]): fc.Arbitrary<Policy> {
  return fc.constantFrom(...policies).chain((policy) => {
    const places = PARTS.flatMap((part) =>
      leaves((policy as unknown as Record<string, Json>)[part] ?? null, [part]),
    );
    const words = wordsOf(policy);
    const alike = alikeIn(policy);
    const change = fc.record({
      place: fc.constantFrom(...places),
      pick: fc.nat(),
      drop: fc.integer({ min: 0, max: 9 }),
    });
    return fc
      .array(change, { minLength: 1, maxLength: 3 })
      .map((changes) =>
        changes.reduce<Json>(
          (document, { place, pick, drop }) =>
            replace(document, place, { words, alike, pick, drop: drop === 0 }),
          policy as unknown as Json,
        ),
      )
      .map((document) => document as unknown as Policy);
  });
}

function leaves(value: Json, at: Place): readonly Place[] {
  if (typeof value !== "object" || value === null) return value === null ? [] : [at];
  return Object.entries(value).flatMap(([key, part]) =>
    TEXTS.has(key) ? [] : leaves(part as Json, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Everything that could stand in place of a text of the document, names of facts first. */
function wordsOf(policy: Policy): readonly string[] {
  const names = [...catalogueOf(policy).keys()];
  const events = policy.rules.map(({ rule }) => rule.event.type);
  return [
    ...names,
    ...names,
    ...OPERATORS,
    ...DUE_UNITS,
    ...PARTY_KINDS,
    ...RULE_STAGES,
    ...events,
    ...Object.keys(policy.words),
    "case",
    "party",
    PARAMETER_PREFIX,
  ];
}

type Change = {
  readonly words: readonly string[];
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly pick: number;
  readonly drop: boolean;
};

function replace(document: Json, [key, ...rest]: Place, change: Change): Json {
  if (key === undefined) return other(document, change);
  if (typeof document !== "object" || document === null) return document;
  if (Array.isArray(document)) {
    const list = document as readonly Json[];
    if (rest.length === 0 && change.drop) return list.filter((_, index) => index !== key);
    return list.map((part, index) => (index === key ? replace(part, rest, change) : part));
  }
  const entries = Object.entries(document as Record<string, Json>);
  if (rest.length === 0 && change.drop) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(
    entries.map(([name, part]) => [name, name === key ? replace(part, rest, change) : part]),
  );
}

function other(value: Json, { words, alike, pick }: Change): Json {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number")
    return [0, 1, -1, value + 1, value * 1000, value / 2, 0.000001, 1e12][pick % 8] ?? 0;
  const near = typeof value === "string" ? (alike.get(value) ?? []) : [];
  // Mostly something of the same kind, so that enough documents stay valid; now and then anything at all.
  const choice = near.length > 0 && pick % 4 !== 0 ? near : words;
  return choice[pick % choice.length] ?? "";
}

/** For each name, operator and unit of a document, those it could be mistaken for. */
function alikeIn(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const catalogue = [...catalogueOf(policy).values()];
  const names = catalogue.map(
    ({ name, type }) =>
      [
        name,
        catalogue.filter((one) => dimensionOf(one.type) === dimensionOf(type)).map((one) => one.name),
      ] as const,
  );
  const operators = OPERATORS.map(
    (operator) =>
      [
        operator,
        OPERATORS.filter(
          (one) => one.startsWith(operator.slice(0, 4)) || one.includes("Than") === operator.includes("Than"),
        ),
      ] as const,
  );
  const values = catalogue.flatMap(({ declaration }) => {
    const listed = Object.keys(declaration?.values ?? {});
    return listed.map((value) => [value, listed] as const);
  });
  return new Map<string, readonly string[]>([
    ...values,
    ...DUE_UNITS.map((unit) => [unit, DUE_UNITS] as const),
    ...operators,
    ...names,
  ]);
}
