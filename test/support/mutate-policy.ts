import {
  DUE_UNITS,
  type DerivedFact,
  type FactType,
  type Gate,
  OPERATORS,
  PARAMETER_PREFIX,
  PARTY_KINDS,
  type Policy,
  type PolicyEvent,
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
  "gates",
  "appliesBy",
] as const;
const TEXTS = new Set(["label", "notes", "references", "help", "says", "id"]);

/**
 * Documents a hasty author might write: real policies with one to three values replaced by others that could stand there
 * – another fact, operator, unit, scope, figure or word of the same document –, many of them with a derived fact more that
 * an event reads, or with gates. Many do not validate; that is the point.
 */
export function mutatedPolicies(policies: readonly Policy[]): fc.Arbitrary<Policy> {
  const more = fc
    .constantFrom(...policies)
    .chain((policy) =>
      fc
        .array(derivations(policy), { minLength: 1, maxLength: 2 })
        .map((added) => added.reduce(withDerived, policy)),
    );
  const gated = fc.constantFrom(...policies).chain(withGates);
  return fc.oneof(
    fc.constantFrom(...policies).chain(changed),
    more,
    more.chain(changed),
    gated,
    gated.chain(changed),
  );
}

const LABELLED = { label: { en: "gate", zh: "前提" }, references: [{ article: "1" }] } as const;

/** With some gates, whose days are facts of the policy, stated or derived. */
function withGates(policy: Policy): fc.Arbitrary<Policy> {
  const known = [...catalogueOf(policy).values()].filter(
    ({ source }) => source === "declared" || source === "derived",
  );
  const named = (types: readonly string[], scopes: readonly string[]): fc.Arbitrary<string> =>
    fc.constantFrom(
      ...known
        .filter(({ type, scope }) => types.includes(type) && scopes.includes(scope))
        .map(({ name }) => name),
    );
  const ofCase = ["case"];
  const days = { fact: `${PARAMETER_PREFIX}gateDays` };
  const kinds: readonly fc.Arbitrary<Gate>[] = [
    named(["date", "instant"], ofCase).map((act) => ({ ...LABELLED, kind: "published-before-act", act })),
    named(["date"], ["case", "party"]).map((told) => ({ ...LABELLED, kind: "heard", told, days })),
    fc.integer({ min: 1, max: 3 }).map((atLeast) => ({ ...LABELLED, kind: "evidence", atLeast })),
    fc.constant({ ...LABELLED, kind: "decider-not-party" }),
    fc.constant({ ...LABELLED, kind: "reasons" }),
    named(["date", "instant", "text"], ofCase).map((act) => ({
      ...LABELLED,
      kind: "not-punished-before",
      act,
    })),
    named(["date"], ofCase).map((act) => ({ ...LABELLED, kind: "within-limitation", act, days })),
  ];
  return fc
    .record({ gates: fc.tuple(...kinds), kept: fc.subarray([...kinds.keys()]), least: fc.nat(30) })
    .map(({ gates, kept, least }): Policy => ({
      ...policy,
      parameters: { ...policy.parameters, gateDays: { ...LABELLED, value: least, unit: "calendar-days" } },
      gates: gates.filter((_, index) => kept.includes(index)),
    }));
}

/** Whether an event reads a derived fact that a mutation added. */
export function readsAddedFact(event: PolicyEvent): boolean {
  return JSON.stringify(event).includes(`{"fact":"${ADDED}`);
}

const ADDED = "added";

/** With one to three values replaced. */
function changed(policy: Policy): fc.Arbitrary<Policy> {
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
}

type Derivation = {
  readonly name: string;
  readonly scope: "case" | "party";
  readonly derived: DerivedFact;
  /** Which event parameter of those that could hold it reads it. */
  readonly use: number;
};

const FIGURES: readonly FactType[] = ["money", "integer", "decimal", "rate"];
/** Which parameters of events hold a figure of a type. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  money: ["amount", "insteadOf", "atLeast", "of"],
  integer: ["times", "points", "of", "quantity", "months"],
  decimal: ["months", "quantity", "times"],
  rate: ["rate", "share", "portion"],
};

/** A fact worked out from figures of the policy, usually of one type, so that most of them validate. */
function derivations(policy: Policy): fc.Arbitrary<Derivation> {
  const figures = [...catalogueOf(policy).values()].filter(
    ({ type, declaration }) =>
      declaration !== undefined && FIGURES.includes(declaration.type) && FIGURES.includes(type as FactType),
  );
  const label = { en: "worked out", zh: "派生" };
  return fc
    .record({
      first: fc.constantFrom(...figures),
      second: fc.nat(),
      kind: fc.constantFrom("sum", "maximum", "first-known", "greatest", "ratio"),
      isPlain: fc.boolean(),
      use: fc.nat(),
    })
    .map(({ first, second, kind, isPlain, use }): Derivation => {
      const alike = figures.filter(
        ({ type, scope }) => type === first.type && (scope === first.scope || scope === "case"),
      );
      const other = alike[second % alike.length]?.name ?? first.name;
      const derived = ((): DerivedFact => {
        switch (kind) {
          case "sum":
          case "maximum":
            return {
              label,
              kind,
              of: first.name,
              ...(isPlain ? {} : { where: [{ fact: "partyKind", operator: "equal", value: "person" }] }),
            };
          case "ratio":
            return { label, kind, numerator: first.name, denominator: other };
          default:
            return { label, kind: kind === "greatest" ? kind : "first-known", of: [first.name, other] };
        }
      })();
      const ofCase = kind === "sum" || kind === "maximum";
      return { name: `${ADDED}${second % 1000}`, scope: ofCase ? "case" : first.scope, derived, use };
    });
}

/** The policy with a derived fact that one of its events reads, where one can. */
function withDerived(policy: Policy, { name, scope, derived, use }: Derivation): Policy {
  const own = policy.derived?.[scope] ?? {};
  const more = { ...policy, derived: { ...policy.derived, [scope]: { ...own, [name]: derived } } };
  const type = catalogueOf(more).get(name)?.type ?? "rate";
  const fitting = PARAMETERS[type] ?? PARAMETERS["rate"] ?? [];
  const document = more as unknown as Json;
  const places = leaves((more as unknown as Record<string, Json>)["rules"] ?? null, ["rules"]).flatMap(
    (place) => {
      const at = place.indexOf("params");
      return at < 0 || !fitting.includes(String(place[at + 1])) ? [] : [place.slice(0, at + 2)];
    },
  );
  const optional = ["fine", "compensate"];
  const counted = policy.rules.flatMap(({ rule }, index): readonly Place[] =>
    type === "integer" && optional.includes(rule.event.type)
      ? [["rules", index, "rule", "event", "params", "times"]]
      : [],
  );
  const all = [...places, ...counted];
  const place = all[use % Math.max(all.length, 1)];
  return (place ? put(document, place, { fact: name }) : document) as unknown as Policy;
}

function put(document: Json, [key, ...rest]: Place, value: Json): Json {
  if (key === undefined) return value;
  if (Array.isArray(document))
    return (document as readonly Json[]).map((part, index) =>
      index === key ? put(part, rest, value) : part,
    );
  const entries = typeof document === "object" ? (document as Readonly<Record<string, Json>> | null) : null;
  return { ...entries, [key]: put(entries?.[key] ?? null, rest, value) };
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
