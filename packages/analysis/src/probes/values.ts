import {
  type Comparison,
  type FactValue,
  MAX_AMOUNT_MINOR,
  isFactReference,
  requiredOf,
} from "@evenhand/domain";
import { type Seen, numberOf } from "./boundaries.ts";
import type { ProbedFact } from "./probed-fact.ts";
import { type Slot, type Trial, valueAt } from "./trial.ts";
import { fromUnits, toUnits, unitsOfNumber } from "./units.ts";

/** How far around a boundary is looked: far enough to tell a step from a slope. */
const AROUND = [-2, -1, 0, 1, 2];

/** So many units on from what is stated, a fact that weighs is climbed one by one: remainders of a division recur. */
const RUN_OF_WEIGHED = 18;

/** More of a whole number than of an amount is soon absurd. */
const RANGES: Partial<Record<ProbedFact["type"], readonly [number, number]>> = {
  money: [0, MAX_AMOUNT_MINOR],
  integer: [-1_000_000_000, 1_000_000_000],
  decimal: [-1_000_000_000_000_000, 1_000_000_000_000_000],
  rate: [0, 1_000_000],
};

export type ValuesAsked = {
  readonly fact: ProbedFact;
  readonly slot: Slot;
  readonly seen: Seen;
  /** In units of the fact. */
  readonly boundaries: ReadonlySet<number>;
  readonly comparisons: readonly Comparison[];
};

/**
 * The values at which a fact is probed, the lesser first where they have an order: every boundary with the two units on
 * either side, its bounds, what stands there; all values of a list; `undefined` where it may also be left out.
 */
export function valuesFor(asked: ValuesAsked): readonly (FactValue | undefined)[] {
  const { fact, slot, seen } = asked;
  const current = valueAt(seen.trial, slot);
  switch (fact.type) {
    case "boolean":
      return [...absent(asked), false, true];
    case "enum":
      return [...absent(asked), ...Object.keys(fact.declaration.values ?? {})];
    case "set":
      return setsAround(Array.isArray(current) ? current : [], Object.keys(fact.declaration.values ?? {}));
    case "text":
      return [...absent(asked), ...new Set([...literalsFor(asked), "probe a", "probe b"])];
    case "party":
      return [...absent(asked), ...new Set([...partiesOf(seen.trial), "Z1", "Z2"])];
    default:
      return numbersFor(asked, current);
  }
}

function absent({ fact, slot, seen }: ValuesAsked): readonly undefined[] {
  const party = seen.trial.request.case.parties.find(({ id }) => id === slot.party);
  const isRequired = requiredOf(fact.declaration, party?.kind);
  const isUnknown = fact.type !== "boolean" || fact.declaration.whenAbsent === "unknown";
  return isRequired || !isUnknown ? [] : [undefined];
}

/** The empty set, the set as it is with one value less or more, and all values. */
function setsAround(current: readonly string[], all: readonly string[]): readonly (readonly string[])[] {
  const inOrder = (values: readonly string[]): readonly string[] => all.filter((one) => values.includes(one));
  const less = current.map((value) => current.filter((other) => other !== value));
  const more = all.filter((value) => !current.includes(value)).map((value) => [...current, value]);
  const sets = [[], ...less, current, ...more, all].map(inOrder);
  return [...new Map(sets.map((set) => [set.join(" "), set])).values()];
}

function numbersFor(
  { fact, seen, boundaries }: ValuesAsked,
  current: FactValue | undefined,
): readonly FactValue[] {
  const [least, most] = boundsOf(fact, seen);
  const now = toUnits(current, fact.type);
  const units = new Set([...boundaries].flatMap((boundary) => AROUND.map((by) => boundary + by)));
  const run = fact.weight === undefined ? 2 : RUN_OF_WEIGHED;
  for (let by = 0; now !== undefined && by < run; by += 1) units.add(now + by);
  if (now !== undefined && (fact.type === "money" || fact.type === "integer")) units.add(now * 2);
  for (const bound of [least, most]) if (Math.abs(bound) < FAR) units.add(bound);
  const { timeZone } = seen.loaded.version.policy;
  return [...units]
    .filter((one) => one >= least && one <= most)
    .toSorted((left, right) => left - right)
    .map((one) => fromUnits(one, fact.type, timeZone));
}

/** Bounds beyond this are those of the type and say nothing of the policy. */
const FAR = 100_000_000;

/** The least and the greatest that the fact may hold, in its units; days from 1900 on. */
export function boundsOf(fact: ProbedFact, seen: Seen): readonly [number, number] {
  const { minimum, maximum } = fact.declaration;
  const [least, most] = RANGES[fact.type] ?? [-Infinity, Infinity];
  const greatest = isFactReference(maximum) ? numberOf(maximum.fact, seen) : maximum;
  return [
    Math.max(least, minimum === undefined ? -Infinity : unitsOfNumber(minimum, fact.type)),
    Math.min(most, greatest === undefined ? Infinity : unitsOfNumber(greatest, fact.type)),
  ];
}

function literalsFor({ fact, comparisons }: ValuesAsked): readonly string[] {
  return comparisons.flatMap(({ fact: name, value }) =>
    name === fact.name ? [value].flat().filter((one) => typeof one === "string") : [],
  );
}

function partiesOf({ request }: Trial): readonly string[] {
  return request.case.parties.map(({ id }) => id);
}

/** Whether one value of a fact is more than another: a larger number, later in the list, `true`, a larger set. */
export function isMore(
  fact: ProbedFact,
  [less, more]: readonly [FactValue | undefined, FactValue | undefined],
): boolean {
  if (less === undefined || more === undefined || less === null || more === null) return false;
  if (Array.isArray(less) && Array.isArray(more))
    return less.length < more.length && less.every((value) => more.includes(value));
  if (fact.type === "boolean") return less === false && more === true;
  if (fact.type === "enum") {
    const values = Object.keys(fact.declaration.values ?? {});
    const places = [values.indexOf(String(less)), values.indexOf(String(more))] as const;
    return places[0] !== -1 && places[0] < places[1];
  }
  const [from, to] = [toUnits(less, fact.type), toUnits(more, fact.type)];
  return from !== undefined && to !== undefined && from < to;
}
