import {
  type CatalogueEntry,
  type Condition,
  type DerivedFact,
  type FactValue,
  PARAMETER_PREFIX,
  type Policy,
  type Rule,
  formatDay,
  isFactReference,
  parseDay,
} from "@evenhand/domain";

/** What a fact is compared with anywhere in a version: figures, days and words; nothing of one that is only asked for. */
export type Thresholds = ReadonlyMap<string, ReadonlySet<string | number>>;

type Given = {
  readonly policy: Policy;
  readonly rules: readonly Rule[];
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** What the case states of a fact. */
  readonly stated: (fact: string) => FactValue;
};

/**
 * Everything that the rules of a version compare its facts with, named conditions written out. What a derived fact is
 * compared with counts for the facts that it is derived from; of another fact, what the case states of it.
 *
 * @example thresholdsOf(given).get("lossAmount") // Set { 100000, 500000 }
 */
export function thresholdsOf(given: Given): Thresholds {
  const { policy, rules, catalogue, stated } = given;
  const found = new Map<string, Set<string | number>>();
  const add = (fact: string, value: unknown): void => {
    const lines = found.get(fact) ?? new Set();
    found.set(fact, typeof value === "number" || typeof value === "string" ? lines.add(value) : lines);
    const derivation = catalogue.get(fact)?.derivation;
    if (!derivation) return;
    for (const [source, line] of sourcesOf(derivation, value, given)) add(source, line);
  };
  const walk = (condition: Condition): void => {
    if ("all" in condition) return condition.all.forEach(walk);
    if ("any" in condition) return condition.any.forEach(walk);
    if ("not" in condition) return walk(condition.not);
    if ("condition" in condition) {
      const named = policy.conditions?.[condition.condition];
      return named && walk(named);
    }
    const { fact, value } = condition;
    if (Array.isArray(value)) return value.forEach((one) => add(fact, one));
    if (!isFactReference(value)) return add(fact, value);
    if (value.fact.startsWith(PARAMETER_PREFIX)) return add(fact, figureOf(value.fact, policy));
    add(fact, stated(value.fact));
    add(value.fact, stated(fact));
  };
  for (const { rule } of rules) walk(rule.conditions);
  return found;
}

function figureOf(name: string, { parameters }: Policy): number | string | undefined {
  return parameters[name.slice(PARAMETER_PREFIX.length)]?.value;
}

/** The stated facts behind a derived one, each with what it is compared with where that can be told. */
function sourcesOf(
  derivation: DerivedFact,
  line: unknown,
  { policy, stated }: Given,
): readonly (readonly [string, unknown])[] {
  switch (derivation.kind) {
    case "count":
      return [[derivation.of, undefined]];
    case "count-parties":
      return derivation.where.map(({ fact }) => [fact, undefined]);
    case "sum":
    case "maximum":
      return [[derivation.of, line]];
    case "first-known":
    case "greatest":
      return derivation.of.map((fact) => [fact, line]);
    case "days-between": {
      const from = parseDay(String(stated(derivation.from)));
      const after = derivation.after ? Number(figureOf(derivation.after.fact, policy) ?? 0) : 0;
      const isDay = from !== undefined && typeof line === "number";
      return isDay ? [[derivation.to, formatDay(from + after + Math.round(line))]] : [];
    }
    default:
      return [];
  }
}

/**
 * Values of a fact, other than the one it has, at which a comparison may come out otherwise: the lines that it is compared
 * with and the least step to either side of each, within what the policy allows; of what is chosen, every other choice.
 */
export function otherValues(
  entry: CatalogueEntry,
  { value, thresholds }: { readonly value: FactValue; readonly thresholds: ReadonlySet<string | number> },
): readonly FactValue[] {
  const choices = Object.keys(entry.declaration?.values ?? {});
  switch (entry.type) {
    case "boolean":
      return [value !== true];
    case "enum":
      return choices.filter((one) => one !== value);
    case "set": {
      const members = Array.isArray(value) ? (value as readonly string[]) : [];
      return choices.map((one) =>
        members.includes(one) ? members.filter((member) => member !== one) : [...members, one],
      );
    }
    case "money":
    case "integer":
      return typeof value === "number" ? beside(thresholds, 1).filter(isWithin(entry, value)) : [];
    case "date": {
      const days = [...thresholds].flatMap((day) => (typeof day === "string" ? (parseDay(day) ?? []) : []));
      return typeof value === "string"
        ? beside(new Set(days), 1)
            .map(formatDay)
            .filter((day) => day !== value)
        : [];
    }
    case "decimal":
    case "rate":
      return typeof value === "number" ? beside(thresholds, LEAST_PART).filter(isWithin(entry, value)) : [];
    default:
      return [];
  }
}

/** Decimals have at most six places. */
const LEAST_PART = 1e-6;

function beside(lines: ReadonlySet<string | number>, step: number): readonly number[] {
  return [...lines].flatMap((line) =>
    typeof line === "number" ? [round(line - step), line, round(line + step)] : [],
  );
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function isWithin({ type, declaration }: CatalogueEntry, value: number): (other: number) => boolean {
  const least = declaration?.minimum ?? (type === "money" || type === "rate" ? 0 : -Infinity);
  const stated = declaration?.maximum;
  const most = typeof stated === "number" ? stated : type === "rate" ? 1 : Infinity;
  return (other) => other !== value && other >= least && other <= most;
}
